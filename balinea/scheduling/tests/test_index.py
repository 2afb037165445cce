"""The index: rebuilt, extended, read, and checked against the truth."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from balinea.scheduling import availability, reindex
from balinea.scheduling.availability import Span
from balinea.scheduling.check import Checked, check
from balinea.scheduling.claim import Holder, Wanted, claim
from balinea.scheduling.lock import lock
from balinea.scheduling.models import ResourceDay, VenueDay
from tests.salon import MONDAY, NOW, open_salon, small
from tests.truth import drift

HORIZON = 20
LEA_TEN = datetime(2026, 11, 25, 9, tzinfo=UTC)


def claimed(salon):
    visit = uuid4()
    locked = lock(venue_id=salon.venue.pk, timezone=salon.timezone)
    want = Wanted(resource_id=salon.resources["lea"], start=LEA_TEN, end=LEA_TEN + timedelta(hours=1))
    claim(locked=locked, wanted=[want], holder=Holder(visit=visit))
    return visit


def reach():
    days = VenueDay.objects.order_by("day").values_list("day", flat=True)
    return days[0], list(days)[-1]


@pytest.mark.django_db
def test_the_index_reaches_from_two_days_ago_past_the_horizon():
    open_salon()
    assert reach() == (MONDAY - timedelta(days=2), MONDAY + timedelta(days=HORIZON + 3))
    assert ResourceDay.objects.count() == 4 * (HORIZON + 6)
    assert drift() == []


@pytest.mark.django_db
def test_every_night_it_drops_the_past_and_goes_on():
    salon = open_salon()
    claimed(salon)
    kept = ResourceDay.objects.get(resource_id=salon.resources["lea"], day=LEA_TEN.date()).taken
    assert reindex.extend(now=NOW + timedelta(days=1)) == 1
    assert reindex.extend(now=NOW + timedelta(days=1)) == 0
    assert reach() == (MONDAY - timedelta(days=1), MONDAY + timedelta(days=HORIZON + 4))
    assert ResourceDay.objects.get(resource_id=salon.resources["lea"], day=LEA_TEN.date()).taken == kept
    assert drift() == []


@pytest.mark.django_db
def test_after_a_long_stop_it_catches_up():
    open_salon()
    reindex.extend(now=NOW + timedelta(days=90))
    assert reach()[0] == MONDAY + timedelta(days=88)
    assert drift() == []


@pytest.mark.django_db
def test_a_board_beyond_the_index_is_computed_from_the_truth():
    salon = open_salon()
    claimed(salon)
    span = Span(first=LEA_TEN.date(), days=1)
    known = availability.board(venue_id=salon.venue.pk, timezone=salon.timezone, span=span)
    VenueDay.objects.filter(day=LEA_TEN.date()).delete()
    assert availability.board(venue_id=salon.venue.pk, timezone=salon.timezone, span=span) == known


@pytest.mark.django_db
def test_a_board_leaves_out_the_visit_that_is_to_be_moved():
    salon = open_salon()
    span = Span(first=LEA_TEN.date(), days=1)
    before = availability.board(venue_id=salon.venue.pk, timezone=salon.timezone, span=span)
    visit = claimed(salon)
    board = availability.board(venue_id=salon.venue.pk, timezone=salon.timezone, span=span, ignoring=visit)
    assert board == before


@pytest.mark.django_db
def test_a_board_is_one_query(django_assert_num_queries):
    salon = open_salon()
    with django_assert_num_queries(1):
        availability.board(venue_id=salon.venue.pk, timezone=salon.timezone, span=Span(first=MONDAY, days=7))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE scheduling_resourceday SET taken = '\\x01' WHERE day = '2026-11-25'",
        "UPDATE scheduling_resourceday SET ends = '\\x01' WHERE day = '2026-11-25'",
        "UPDATE scheduling_resourceday SET planned = '' WHERE day = '2026-11-25'",
        "UPDATE scheduling_resourceday SET absent = '\\x01' WHERE day = '2026-11-25'",
        "DELETE FROM scheduling_resourceday WHERE day = '2026-11-25'",
        "UPDATE scheduling_venueday SET opening = '' WHERE day = '2026-11-25'",
        "UPDATE scheduling_venueday SET free_hours = 1 WHERE day = '2026-11-25'",
        "DELETE FROM scheduling_venueday WHERE day = '2026-11-25'",
    ],
)
def test_damage_is_found(damage):
    open_salon()
    with connection.cursor() as cursor:
        cursor.execute(damage)
    assert {row.day for row in drift()} == {date(2026, 11, 25)}


@pytest.mark.django_db(transaction=True)
def test_the_whole_check_looks_at_every_venue_in_one_snapshot():
    open_salon()
    open_salon(small(slug="autre"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scheduling_venueday SET free_hours = 1 WHERE day = '2026-11-25'")
        cursor.execute(
            "INSERT INTO scheduling_venueday (venue_id, day, opening, free_hours, free_unit_hours) VALUES (999999, '2026-11-25', '', 0, 0)"
        )
    checked = Checked()
    assert [row.day for row in check(checked=checked)] == [date(2026, 11, 25)] * 3
    assert (checked.venues, checked.rows) == (2, 2 * 5 * (HORIZON + 6))


@pytest.mark.django_db
def test_an_end_at_midnight_stays_marked_when_the_next_day_is_written():
    salon = open_salon()
    locked = lock(venue_id=salon.venue.pk, timezone=salon.timezone)
    midnight = datetime(2026, 11, 25, 23, tzinfo=UTC)  # in Paris
    for start in (midnight - timedelta(hours=1), midnight + timedelta(hours=10)):
        want = Wanted(resource_id=salon.resources["lea"], start=start, end=start + timedelta(hours=1))
        claim(locked=locked, wanted=[want], holder=Holder(visit=uuid4()))
        assert drift() == []
