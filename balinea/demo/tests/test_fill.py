import os
from datetime import UTC, datetime

import pytest
from django.db import connection

from balinea.accounts.models import User
from balinea.demo import fill, people
from balinea.demo.batch import Plan, write
from balinea.demo.salon import salon
from balinea.portability import document, tables
from balinea.portability.export_file import export_file
from balinea.portability.import_file import import_file
from balinea.venues.models import Membership, Venue
from tests.truth import drift

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)  # a Wednesday
SMALL = Plan(seed=1, size=10, now=NOW, back=2, ahead=5)


def rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def emails():
    return sorted(Venue.objects.values_list("email", flat=True))


def test_the_first_salons_come_at_once_and_the_rest_behind():
    assert fill.begin(SMALL, first=4, at_once=1) == 4
    assert emails() == [f"salon-{number}@demo.example" for number in range(4)]
    assert fill.begin(SMALL, first=4, at_once=1) == 0
    assert fill.finish(SMALL, at_once=1) == 6
    assert emails() == [f"salon-{number}@demo.example" for number in range(10)]
    assert fill.finish(SMALL, at_once=1) == 0
    assert drift() == []


def test_a_run_that_was_killed_goes_on_where_it_stopped():
    people.expect()
    write(SMALL, [0, 1])  # the first batch, and then the end
    Venue.objects.update(phone="")
    assert fill.begin(SMALL, first=4, at_once=1) == 2
    assert Venue.objects.filter(phone="").count() == 2
    assert Membership.objects.count() == 1
    assert fill.finish(SMALL, at_once=1) == 6


def test_a_database_with_a_salon_of_somebody_is_left_alone():
    import_file(document=document.of(salon(seed=9, number=3, today=SMALL.today).file), now=NOW)
    assert fill.begin(SMALL, at_once=1) == 0
    assert fill.finish(SMALL, at_once=1) == 0
    assert (Venue.objects.count(), User.objects.count()) == (1, 0)


def test_the_same_seed_gives_the_same_bookings():
    taken = []
    for _ in range(2):
        write(SMALL, [5, 6])
        venues = Venue.objects.select_related("business").order_by("slug")
        taken.append([tables.read(venue) for venue in venues])
        rows("DELETE FROM booking_bookingitem RETURNING 1")
        rows("DELETE FROM booking_booking RETURNING 1")
        Venue.objects.all().delete()
    assert taken[0] == taken[1]
    assert [len(file.bookings) for file in taken[0]] == [len(file.bookings) for file in taken[1]]


def test_six_tenths_of_working_time_are_booked():
    write(SMALL, range(20))
    free, taken = 0, 0
    for planned, absent, claimed in rows(
        "SELECT planned, absent, taken FROM scheduling_resourceday WHERE day BETWEEN '2026-11-24' AND '2026-11-29'"
    ):
        worked = int.from_bytes(planned, "little") & ~int.from_bytes(absent, "little")
        free += worked.bit_count()
        taken += (worked & int.from_bytes(claimed, "little")).bit_count()
    assert 0.54 < taken / free < 0.66


def test_past_bookings_are_over_and_cancelled_ones_take_nothing():
    write(SMALL, range(20))
    past = rows("SELECT DISTINCT status FROM booking_booking WHERE ends_at <= '2026-11-25 10:00Z' ORDER BY 1")
    assert past == [("cancelled",), ("done",), ("no_show",)]
    running = "SELECT DISTINCT status FROM booking_booking WHERE '2026-11-25 10:00Z' >= starts_at AND '2026-11-25 10:00Z' < ends_at"
    assert rows(running) == [("in_progress",)]
    ahead = rows(
        "SELECT DISTINCT status FROM booking_booking WHERE starts_at > '2026-11-25 10:00Z' ORDER BY 1"
    )
    assert (
        {("booked",), ("confirmed",), ("cancelled",)}
        <= set(ahead)
        <= {*[("booked",), ("confirmed",), ("cancelled",), ("pending",)]}
    )
    without = """
        SELECT status FROM booking_booking AS booking
        WHERE NOT EXISTS (SELECT FROM scheduling_claim WHERE visit = booking.visit) GROUP BY status
    """
    assert rows(without) == [("cancelled",)]
    assert rows("SELECT count(*) FROM booking_booking WHERE email <> ''") == [(0,)]


def test_a_sample_salon_goes_out_and_in_again():
    write(SMALL, range(4))
    for slug in Venue.objects.values_list("slug", flat=True):
        before = export_file(slug=slug)
        assert before.faithful
        assert import_file(document=before.document, now=NOW).replaced
        assert export_file(slug=slug).document == before.document
    assert drift() == []


def test_so_many_salons_have_their_availability_and_no_bookings():
    plan = fill.plan_for(size=100_000, now=NOW)
    write(plan, [1, 2, 3])
    assert rows("SELECT count(*) FROM booking_booking") == [(0,)]
    assert rows("SELECT min(day)::text, count(DISTINCT day) FROM scheduling_venueday") == [("2026-11-23", 17)]
    assert drift() == []


@pytest.mark.parametrize(
    ("size", "back", "ahead", "booked", "indexed"),
    [
        (1_200, 10, 21, True, None),
        (4_999, 10, 21, True, None),
        (5_000, 0, 7, True, 8),
        (10_000, 0, 7, True, 8),
        (100_000, 0, 0, False, 15),
    ],
)
def test_the_more_salons_the_less_of_each(size, back, ahead, booked, indexed):
    plan = fill.plan_for(size=size, now=NOW)
    assert (plan.back, plan.ahead, plan.booked, plan.indexed) == (back, ahead, booked, indexed)


def test_the_owner_and_the_operator_can_sign_in():
    with pytest.raises(people.NoSampleDataError):
        people.link(role="owner", now=NOW)
    fill.begin(SMALL, first=1, at_once=1)
    owner, operator = User.objects.order_by("email")[::-1]
    assert (owner.is_operator, operator.is_operator) == (False, True)
    salon_of_owner = Membership.objects.get(user=owner).business.venue_set.get()
    assert salon_of_owner.email == "salon-0@demo.example"
    links = {people.link(role=role, now=NOW) for role in people.ROLES}
    assert len(links) == 2
    assert all(link.startswith("http://testserver/") for link in links)


@pytest.mark.django_db(transaction=True)
def test_several_threads_write_what_one_would():
    plan = Plan(seed=1, size=60, now=NOW, ahead=1, indexed=4)
    assert fill.begin(plan, first=26) == 26
    assert fill.finish(plan) == 34
    assert rows("SELECT count(*), count(DISTINCT email) FROM venues_venue") == [(60, 60)]
    assert drift() == []


@pytest.mark.django_db(transaction=True)
def test_several_processes_write_what_is_missing(monkeypatch):
    parameters = connection.get_connection_params()
    url = os.environ["DATABASE_URL"].removesuffix("/balinea") + "/" + parameters["dbname"]
    monkeypatch.setenv("DATABASE_URL", url)
    write(SMALL, [1, 2])
    said = []
    assert fill.fill(Plan(seed=1, size=55, now=NOW, ahead=1, indexed=4), say=said.append) == 53
    assert Venue.objects.count() == 55
    assert said == ["25 of 53 salons", "50 of 53 salons", "53 of 53 salons"]
    assert drift() == []
