"""Hold, confirm, cancel: the way of most bookings."""

from datetime import datetime, timedelta

import pytest

from balinea.booking import manage_link
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.cancel import cancel
from balinea.booking.confirm import confirm
from balinea.booking.find import ByClient
from balinea.booking.hold import hold
from balinea.booking.models import Hold
from balinea.booking.reschedule import Change, reschedule
from balinea.booking.seating import NotOfferedError
from balinea.booking.values import Client, Visitor, Wish
from balinea.slots.values import Item
from tests.salon import NOW, open_salon
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db

ALICE = Client(first_name="Alice", last_name="Martin", email="alice@mail.example")
BOB = Visitor(visitor="bob", address="bob-address")
CAROL = Visitor(visitor="carol", address="carol-address")
TEN = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


def wish(start=TEN, *, service="cut", staff=None):
    return Wish(venue="essai", items=(Item(service=service, staff=staff),), start=start)


def test_a_hold_becomes_a_booking_that_can_be_cancelled():
    open_salon()
    held = hold(wish=wish(TEN + timedelta(days=2), staff="lea"), visitor=BOB, now=NOW)
    assert [seat.staff for seat in held.seats] == ["lea"]
    booked = confirm(hold_id=held.id, client=ALICE, now=NOW)
    assert booked.status == "booked"
    assert drift() == []
    client = ByClient(token=manage_link.token(booked.reference))
    moved = reschedule(
        reference=booked.reference,
        authority=client,
        change=Change(start=TEN + timedelta(days=3)),
        now=NOW,
    )
    assert moved.start == TEN + timedelta(days=3)
    assert drift() == []
    cancelled = cancel(reference=booked.reference, authority=client, now=NOW)
    assert cancelled.booking.status == "cancelled"
    assert claims() == []
    assert drift() == []


def test_who_comes_second_is_told_of_three_other_starts():
    open_salon()
    hold(wish=wish(staff="lea"), visitor=BOB, now=NOW)
    with pytest.raises(SlotTakenError) as refused:
        hold(wish=wish(staff="lea"), visitor=CAROL, now=NOW)
    assert [alternative.start.hour for alternative in refused.value.alternatives] == [8, 10, 10]
    assert Hold.objects.count() == 1
    assert len(claims()) == 1


def test_outside_the_hours_nothing_is_offered():
    open_salon()
    with pytest.raises(NotOfferedError):
        hold(wish=wish(TEN.replace(hour=19)), visitor=BOB, now=NOW)
