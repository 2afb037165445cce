from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from balinea.booking import manage_link, queries
from balinea.booking.confirm import HoldExpiredError, confirm
from balinea.booking.expire import expire, forget
from balinea.booking.find import ByClient, BySalon, UnknownBookingError
from balinea.booking.give_up import UnknownHoldError, give_up
from balinea.booking.models import Booking, BookingEvent, Hold
from balinea.booking.tests.path import ALICE, CAROLS, book, held, key_of, rows, wednesday
from tests.salon import NOW, open_salon, small
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db


def run_out():
    """Let every hold's ten minutes be over by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scheduling_claim SET expires_at = now() - interval '1 second'")
        cursor.execute("UPDATE booking_hold SET expires_at = now() - interval '1 second'")


def refused(error, hold_id):
    before = rows()
    with pytest.raises(error):
        confirm(hold_id=hold_id, client=ALICE, now=NOW)
    assert rows() == before


def test_a_hold_becomes_a_booking_with_what_was_promised():
    open_salon()
    found = held(wednesday(10), "care", "zoe")
    booked = confirm(hold_id=found.id, client=ALICE, now=NOW)
    assert (booked.status, booked.client, booked.seats) == ("booked", ALICE, found.seats)
    assert (booked.total_minor, booked.policy) == (5000, found.policy)
    assert booked.policy.cancel_until == wednesday(10).replace(day=24)
    assert queries.booking(reference=booked.reference, authority=key_of(booked)) == booked
    assert BookingEvent.objects.values_list("kind", "actor").get() == ("booked", "client")
    assert drift() == []


def test_what_was_booked_does_not_run_out():
    open_salon()
    booked = book(wednesday(10))
    run_out_time = Hold.objects.get().expires_at
    assert claims() == [("zoe", wednesday(10), wednesday(11))]
    assert not expire(hold_id=booked.visit)
    assert Hold.objects.get().expires_at == run_out_time
    assert len(claims()) == 1


def test_the_same_hold_confirmed_twice_is_one_booking():
    open_salon()
    found = held(wednesday(10))
    first = confirm(hold_id=found.id, client=ALICE, now=NOW)
    assert confirm(hold_id=found.id, client=ALICE, now=NOW) == first
    assert (Booking.objects.count(), BookingEvent.objects.count()) == (1, 1)


def test_whoever_was_given_the_same_hold_is_not_given_the_booking():
    open_salon()
    found = held(wednesday(10))
    confirm(hold_id=found.id, client=ALICE, now=NOW)
    before = rows()
    with pytest.raises(HoldExpiredError):
        confirm(hold_id=found.id, client=replace(ALICE, email="carol@mail.example"), now=NOW)
    assert rows() == before


def test_a_hold_that_ran_out_is_refused_even_before_it_is_swept():
    open_salon()
    found = held(wednesday(10))
    run_out()
    refused(HoldExpiredError, found.id)
    assert queries.hold(hold_id=found.id) is None


def test_a_hold_whose_time_others_took_is_refused():
    open_salon()
    found = held(wednesday(10), staff="lea")
    run_out()
    held(wednesday(10), staff="lea", by=CAROLS)
    refused(HoldExpiredError, found.id)


def test_a_hold_that_never_was_is_refused():
    open_salon()
    refused(HoldExpiredError, uuid4())


def test_a_hold_given_up_is_free_again():
    open_salon()
    found = held(wednesday(10))
    give_up(hold_id=found.id, now=NOW)
    give_up(hold_id=found.id, now=NOW)
    assert claims() == []
    assert drift() == []
    refused(HoldExpiredError, found.id)


def test_a_booked_or_unknown_hold_cannot_be_given_up():
    open_salon()
    booked = book(wednesday(10))
    before = rows()
    for hold_id in (booked.visit, uuid4()):
        with pytest.raises(UnknownHoldError):
            give_up(hold_id=hold_id, now=NOW)
    assert rows() == before


def test_a_hold_is_released_at_its_end_and_not_before():
    open_salon()
    found = held(wednesday(10))
    assert not expire(hold_id=found.id)
    run_out()
    assert expire(hold_id=found.id)
    assert claims() == []
    assert drift() == []


def test_old_holds_are_forgotten_but_for_those_that_became_bookings():
    open_salon()
    book(wednesday(10))
    held(wednesday(12))
    Hold.objects.update(expires_at=NOW.replace(day=20))
    assert forget(now=NOW) == 1
    assert Hold.objects.count() == 1


def test_where_the_salon_approves_first_a_booking_is_a_request():
    open_salon(approves_first=True)
    assert book(wednesday(10)).status == "pending"
    assert BookingEvent.objects.get().kind == "requested"
    assert len(claims()) == 1


def test_nobody_sees_a_booking_without_its_token_or_from_another_salon():
    salon, other = open_salon(), open_salon(small(slug="autre"))
    booked = book(wednesday(10))
    wrong = [
        ByClient(token=""),
        ByClient(token=manage_link.token("ANOTHER234")),
        BySalon(venue_id=other.venue.pk),
    ]
    for authority in wrong:
        with pytest.raises(UnknownBookingError):
            queries.booking(reference=booked.reference, authority=authority)
    with pytest.raises(UnknownBookingError):
        queries.booking(reference="ANOTHER234", authority=key_of(booked))
    bobs = BySalon(venue_id=salon.venue.pk)
    assert queries.booking(reference=booked.reference, authority=bobs) == booked


@pytest.mark.parametrize(
    "statement", ["UPDATE booking_bookingevent SET kind = 'x'", "DELETE FROM booking_bookingevent"]
)
def test_history_is_never_rewritten(statement):
    open_salon()
    book(wednesday(10))
    before = rows()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert rows() == before


def test_a_day_list_has_the_local_day():
    salon = open_salon()
    booked = [book(wednesday(11)), book(wednesday(9))]
    book(wednesday(9, weeks=1))
    found = queries.day(venue_id=salon.venue.pk, day=wednesday(9).date(), timezone=salon.timezone)
    assert [one.reference for one in found] == [booked[1].reference, booked[0].reference]
