from datetime import datetime, timedelta, timezone

import pytest

from balinea.booking.alternatives import SlotTakenError
from balinea.booking.hold import hold
from balinea.booking.models import Hold
from balinea.booking.offering import UnknownItemError
from balinea.booking.seating import NotOfferedError
from balinea.booking.tests.path import ALICES, CAROLS, held, rows, visit, wednesday, wish
from balinea.slots.values import Item
from balinea.venues.queries import UnknownVenueError
from tests.salon import NOW, OPEN, SMALL, open_salon, small
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db


def refused(error, asked, *, by=CAROLS, now=NOW):
    """The refusal of a wish, which left everything as it was."""
    before = rows()
    with pytest.raises(error) as refusal:
        hold(wish=asked, visitor=by, now=now)
    assert rows() == before
    assert drift() == []
    return refusal.value


def test_a_hold_claims_what_it_names_for_ten_minutes():
    open_salon()
    found = held(wednesday(10), "care", "zoe")
    assert [(seat.staff, seat.staff_name, seat.unit) for seat in found.seats] == [("zoe", "Zoé", "chair#1")]
    assert (found.total_minor, found.place.currency) == (5000, "EUR")
    assert claims() == [
        ("chair#1", wednesday(10), wednesday(10, 55)),
        ("zoe", wednesday(10), wednesday(10, 55)),
    ]
    row = Hold.objects.get()
    assert (row.expires_at - row.created_at).total_seconds() == 600
    assert drift() == []


def test_who_comes_second_is_told_of_the_three_nearest_starts():
    open_salon()
    held(wednesday(12), staff="lea")
    refusal = refused(SlotTakenError, wish(wednesday(12), staff="lea"))
    starts = [other.start for other in refusal.alternatives]
    assert starts == [wednesday(10, 45), wednesday(11), wednesday(13)]
    assert {other.staff for other in refusal.alternatives} == {"lea"}


def test_alternatives_are_looked_for_on_other_days_and_with_other_people():
    document = small(horizon_days=3)
    document["staff"][0]["weeks"] = [{"wed": ["10:00-11:00"]}]
    open_salon(document)
    held(wednesday(10), staff="lea")
    refusal = refused(SlotTakenError, wish(wednesday(10), staff="lea"))
    assert {(other.start, other.staff) for other in refusal.alternatives} == {
        (wednesday(9, 45), "zoe"),
        (wednesday(10), "zoe"),
        (wednesday(10, 15), "zoe"),
    }


def test_fewer_alternatives_are_told_where_fewer_exist():
    document = small(horizon_days=2)
    document["staff"] = [{"key": "lea", "name": "Léa", "weeks": [{"wed": ["10:00-12:00"]}]}]
    document["services"] = [SMALL["services"][0] | {"performed_by": {"lea": {}}}]
    open_salon(document)
    held(wednesday(10), staff="lea")
    refusal = refused(SlotTakenError, wish(wednesday(10)))
    assert [other.start for other in refusal.alternatives] == [wednesday(11)]


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(wednesday(8), id="before opening"),
        pytest.param(wednesday(17, 15), id="past closing"),
        pytest.param(wednesday(10, 5), id="off the grid"),
        pytest.param(wednesday(10, weeks=-1), id="in the past"),
        pytest.param(wednesday(10, weeks=3), id="beyond the horizon"),
        pytest.param(wednesday(10).replace(second=7), id="not on a step"),
        pytest.param(datetime.max.replace(tzinfo=timezone(timedelta(hours=-3))), id="past the end of time"),
        pytest.param(datetime.min.replace(tzinfo=timezone(timedelta(hours=3))), id="before its beginning"),
    ],
)
def test_what_is_not_offered_is_refused_as_such(start):
    open_salon()
    refused(NotOfferedError, wish(start))


def test_an_absent_person_is_not_offered_even_where_others_booked():
    document = small()
    document["staff"][0]["absences"] = [{"from": "2026-11-25T09:00", "to": "2026-11-25T18:00"}]
    open_salon(document)
    held(wednesday(10), staff="zoe")
    refused(NotOfferedError, wish(wednesday(10), staff="lea"))


def test_a_start_flush_to_a_claim_is_taken_rather_than_not_offered():
    document = small(flush_to_previous=True, grid_minutes=60)
    document["bookings"] = [{"service": "care", "staff": "lea", "start": "2026-11-25T10:00"}]
    open_salon(document)
    assert held(wednesday(10, 55), staff="lea").start == wednesday(10, 55)
    refused(SlotTakenError, wish(wednesday(10, 55), staff="lea"))


def test_a_person_who_does_not_perform_the_service_is_not_offered():
    open_salon()
    refused(NotOfferedError, wish(wednesday(10), "colour", "zoe"))


def test_unknown_names_are_told_by_their_place():
    open_salon()
    error = refused(UnknownItemError, visit(wednesday(10), ("cut", None), ("dye", None)))
    assert (error.position, error.field) == (1, "service")
    error = refused(UnknownItemError, visit(wednesday(10), ("cut", None), ("care", "max")))
    assert (error.position, error.field) == (1, "staff")
    refused(UnknownItemError, visit(wednesday(10), ("care", "chair#1")))  # a unit is nobody


def test_an_unpublished_venue_is_unknown():
    salon = open_salon()
    salon.venue.published = False
    salon.venue.save()
    refused(UnknownVenueError, wish(wednesday(10)))


def test_anyone_is_the_person_whose_skills_are_least_scarce():
    open_salon()  # only Léa colours
    assert held(wednesday(10)).seats[0].staff == "zoe"
    assert held(wednesday(10), by=CAROLS).seats[0].staff == "lea"


def test_anyone_of_equal_skill_is_the_least_busy_that_day():
    document = small()
    document["services"] = [SMALL["services"][0], SMALL["services"][2]]
    document["bookings"] = [
        {"service": "care", "staff": "lea", "start": "2026-11-25T15:00"},
        {"service": "cut", "staff": "zoe", "start": "2026-11-26T15:00"},
    ]
    open_salon(document)
    assert held(wednesday(10)).seats[0].staff == "zoe"


def test_anyone_equal_in_all_is_the_first_of_the_team():
    document = small()
    document["services"] = [SMALL["services"][0]]
    open_salon(document)
    assert held(wednesday(10)).seats[0].staff == "lea"


def test_a_visit_of_several_services_is_held_whole():
    open_salon()
    found = hold(wish=visit(wednesday(10), ("cut", "zoe"), ("colour", None)), visitor=ALICES, now=NOW)
    assert [(seat.service, seat.staff, seat.start) for seat in found.seats] == [
        ("cut", "zoe", wednesday(10)),
        ("colour", "lea", wednesday(11)),
    ]
    assert found.total_minor == 3000 + 6500
    assert len(claims()) == 4  # Zoé, Léa twice around the processing, the chair
    refused(SlotTakenError, visit(wednesday(10), ("cut", "zoe"), ("colour", None)))


def test_a_visit_begins_on_the_grid_of_who_begins_it():
    document = small(grid_minutes=30)
    document["staff"][1]["weeks"] = [{day: ["09:10-18:00"] for day in OPEN}]
    open_salon(document)
    found = hold(wish=visit(wednesday(10, 10), ("cut", None), ("colour", None)), visitor=ALICES, now=NOW)
    assert found.seats[0].staff == "zoe"


def test_in_any_order_the_order_that_fits_is_taken():
    document = small()
    document["bookings"] = [{"service": "cut", "staff": "lea", "start": "2026-11-25T11:45"}]
    open_salon(document)
    asked = visit(wednesday(10), ("cut", "zoe"), ("colour", "lea"), any_order=True)
    found = hold(wish=asked, visitor=ALICES, now=NOW)
    assert [item.service for item in found.seats] == ["colour", "cut"]
    assert Item(service="cut", staff="zoe") in asked.items
