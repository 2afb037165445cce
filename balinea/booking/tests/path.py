"""Alice and Carol book at Bob's small salon."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from balinea.booking import manage_link
from balinea.booking.confirm import confirm
from balinea.booking.find import ByClient
from balinea.booking.hold import hold
from balinea.booking.models import Booking, BookingEvent, BookingItem, Hold
from balinea.booking.values import Client, Visitor, Wish
from balinea.slots.values import Item
from tests.salon import NOW
from tests.truth import claims

ALICE = Client(first_name="Alice", last_name="Martin", email="alice@mail.example")
ALICES = Visitor(visitor="alice", address="alice-address")
CAROLS = Visitor(visitor="carol", address="carol-address")


def wednesday(hour, minute=0, *, weeks=0):
    """An instant of the Wednesday after the tests' Monday, on the wall in Paris."""
    return datetime(2026, 11, 25, hour, minute, tzinfo=ZoneInfo("Europe/Paris")) + timedelta(weeks=weeks)


def wish(start, service="cut", staff=None):
    return Wish(venue="essai", items=(Item(service=service, staff=staff),), start=start)


def visit(start, *items, any_order=False):
    return Wish(
        venue="essai",
        items=tuple(Item(service=service, staff=staff) for service, staff in items),
        start=start,
        any_order=any_order,
    )


def held(start, service="cut", staff=None, *, by=ALICES, now=NOW):
    return hold(wish=wish(start, service, staff), visitor=by, now=now)


def book(start, service="cut", staff=None, *, now=NOW):
    by = Visitor(visitor=f"{start}{service}{staff}", address=f"{start}")
    return confirm(hold_id=held(start, service, staff, by=by, now=now).id, client=ALICE, now=now)


def key_of(booked):
    """The authority that the manage link gives."""
    return ByClient(token=manage_link.token(booked.reference))


def rows():
    """Everything that a refusal must leave as it was."""
    tables = (Hold, Booking, BookingItem, BookingEvent)
    return claims(), [list(table.objects.order_by("pk").values()) for table in tables]
