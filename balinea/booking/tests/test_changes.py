"""Cancel, reschedule, approve, decline."""

from datetime import timedelta

import pytest

from balinea.booking import queries
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.approve import approve
from balinea.booking.cancel import TooLateError, cancel
from balinea.booking.decline import decline
from balinea.booking.find import ByClient, BySalon, UnknownBookingError
from balinea.booking.models import Booking, BookingEvent
from balinea.booking.request import NotPendingError
from balinea.booking.reschedule import Change, OtherServicesError, reschedule
from balinea.booking.seating import NotOfferedError
from balinea.booking.tests.path import book, held, key_of, rows, wednesday
from balinea.catalog.models import Service
from balinea.slots.values import Item
from tests.salon import NOW, open_salon, small
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db


def move(booked, start, *items, authority=None, now=NOW):
    change = Change(start=start, items=tuple(Item(service=service, staff=staff) for service, staff in items))
    return reschedule(
        reference=booked.reference, authority=authority or key_of(booked), change=change, now=now
    )


def give_back(booked, *, authority=None, now=NOW):
    return cancel(reference=booked.reference, authority=authority or key_of(booked), now=now)


def untouched(error, call):
    before = rows()
    with pytest.raises(error) as refusal:
        call()
    assert rows() == before
    assert drift() == []
    return refusal.value


def kinds():
    return list(BookingEvent.objects.order_by("pk").values_list("kind", "actor"))


def test_a_cancelled_booking_frees_its_time_and_costs_nothing():
    open_salon()
    booked = book(wednesday(10))
    done = give_back(booked)
    assert (done.booking.status, done.refund_minor, done.kept_minor) == ("cancelled", 0, 0)
    assert done.booking.sequence == 1
    assert claims() == []
    assert drift() == []
    assert give_back(booked) == done
    assert kinds() == [("booked", "client"), ("cancelled", "client")]


def test_after_the_deadline_the_client_may_neither_cancel_nor_move():
    open_salon()
    booked = book(wednesday(10))
    late = booked.policy.cancel_until + timedelta(seconds=1)
    assert untouched(TooLateError, lambda: give_back(booked, now=late)).until == wednesday(10).replace(day=24)
    untouched(TooLateError, lambda: move(booked, wednesday(15), now=late))
    assert give_back(booked, now=booked.policy.cancel_until).booking.status == "cancelled"


def test_what_is_cancelled_stays_cancelled_for_the_salon_too():
    salon = open_salon()
    booked = book(wednesday(10))
    give_back(booked)
    bobs = BySalon(venue_id=salon.venue.pk)
    untouched(TooLateError, lambda: move(booked, wednesday(15), authority=bobs))


def test_the_salon_cancels_at_any_time():
    salon = open_salon()
    booked = book(wednesday(10))
    bobs = BySalon(venue_id=salon.venue.pk)
    assert give_back(booked, authority=bobs, now=wednesday(9, 59)).booking.status == "cancelled"
    assert kinds()[-1] == ("cancelled", "salon")


def test_a_request_may_be_withdrawn_until_its_start():
    open_salon(approves_first=True)
    booked = book(wednesday(10))
    assert give_back(booked, now=wednesday(9, 59)).booking.status == "cancelled"


def test_strangers_change_nothing():
    open_salon()
    other = open_salon(small(slug="autre"))
    booked = book(wednesday(10))
    for stranger in (ByClient(token="guess"), BySalon(venue_id=other.venue.pk)):
        untouched(UnknownBookingError, lambda by=stranger: give_back(booked, authority=by))
        untouched(UnknownBookingError, lambda by=stranger: move(booked, wednesday(15), authority=by))
    charlies = BySalon(venue_id=other.venue.pk)
    untouched(UnknownBookingError, lambda: approve(reference=booked.reference, salon=charlies, now=NOW))
    untouched(UnknownBookingError, lambda: decline(reference=booked.reference, salon=charlies, now=NOW))


def test_a_visit_does_not_stand_in_its_own_way():
    open_salon()
    booked = book(wednesday(10), staff="lea")
    moved = move(booked, wednesday(10, 30), ("cut", "lea"))
    assert (moved.start, moved.end, moved.sequence) == (wednesday(10, 30), wednesday(11, 30), 1)
    assert claims() == [("lea", wednesday(10, 30), wednesday(11, 30))]
    assert drift() == []
    assert queries.booking(reference=booked.reference, authority=key_of(booked)) == moved
    assert BookingEvent.objects.get(kind="moved").detail == {"before": wednesday(10).astimezone().isoformat()}


def test_refused_the_old_slot_is_still_booked():
    open_salon()
    booked = book(wednesday(10), staff="lea")
    book(wednesday(14), staff="lea")
    refusal = untouched(SlotTakenError, lambda: move(booked, wednesday(14), ("cut", "lea")))
    assert len(refusal.alternatives) == 3
    untouched(NotOfferedError, lambda: move(booked, wednesday(20), ("cut", "lea")))


def test_price_and_policy_stay_as_booked_and_the_deadline_follows_the_start():
    salon = open_salon()
    booked = book(wednesday(10), staff="zoe")
    Service.objects.update(price_minor=9900, name="Coupe de luxe")
    salon.venue.cancel_hours = 72
    salon.venue.save()
    moved = move(booked, wednesday(10, weeks=1), ("cut", "lea"))
    assert [(seat.staff, seat.name, seat.price_minor) for seat in moved.seats] == [("lea", "Coupe", 3000)]
    assert moved.total_minor == 3000
    assert moved.policy.cancel_until == wednesday(10, weeks=1) - timedelta(hours=24)


def test_a_booking_moves_with_the_services_that_were_booked():
    open_salon()
    booked = book(wednesday(10))
    untouched(OtherServicesError, lambda: move(booked, wednesday(14), ("care", None)))
    untouched(OtherServicesError, lambda: move(booked, wednesday(14), ("cut", None), ("cut", None)))


def test_of_two_requests_for_one_slot_one_is_told_that_it_is_taken():
    open_salon(approves_first=True)
    book(wednesday(10), staff="lea")
    untouched(SlotTakenError, lambda: held(wednesday(10), staff="lea"))


def test_the_salon_approves_once():
    salon = open_salon(approves_first=True)
    bobs = BySalon(venue_id=salon.venue.pk)
    booked = book(wednesday(10))
    approved = approve(reference=booked.reference, salon=bobs, now=NOW)
    assert (approved.status, approved.sequence) == ("booked", 1)
    assert len(claims()) == 1
    for answer in (approve, decline):
        untouched(NotPendingError, lambda say=answer: say(reference=booked.reference, salon=bobs, now=NOW))


def test_a_declined_request_frees_its_time():
    salon = open_salon(approves_first=True)
    bobs = BySalon(venue_id=salon.venue.pk)
    booked = book(wednesday(10))
    assert decline(reference=booked.reference, salon=bobs, now=NOW).status == "cancelled"
    assert claims() == []
    assert drift() == []
    untouched(NotPendingError, lambda: approve(reference=booked.reference, salon=bobs, now=NOW))


def test_a_visit_that_is_over_is_not_cancelled_by_its_client():
    open_salon()
    booked = book(wednesday(10))
    Booking.objects.update(status="done")
    untouched(TooLateError, lambda: give_back(booked))
