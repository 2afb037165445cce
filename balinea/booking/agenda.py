"""Reads of a salon's bookings beyond one day: what waits for its answer, and whom somebody asks about."""

from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet, Value
from django.db.models.functions import Concat

from balinea.booking import read
from balinea.booking.models import Booking, BookingItem
from balinea.booking.values import Booked

MOST = 50


def waiting(*, venue_id: int, now: datetime) -> tuple[Booked, ...]:
    """Return the requests of a venue that can still be accepted, the soonest first."""
    rows = Booking.objects.filter(venue_id=venue_id, status="pending", starts_at__gt=now)
    return _values(rows.order_by("starts_at", "pk")[:MOST])


def lookup(*, venue_id: int, text: str, now: datetime) -> tuple[Booked, ...]:
    """Return bookings by parts of a name, phone number, e-mail address, or by their reference; at most 50.

    Every word must be found. Those to come stand first, the soonest on top, then those that were, the latest on top.
    """
    rows = Booking.objects.filter(venue_id=venue_id)
    for word in text.replace("\0", "").split():  # PostgreSQL takes no NUL
        rows = _with(rows, word)
    to_come = _values(rows.filter(ends_at__gt=now).order_by("starts_at", "pk")[:MOST])
    were = _values(rows.filter(ends_at__lte=now).order_by("-starts_at", "-pk")[: MOST - len(to_come)])
    return to_come + were


def _with(rows: QuerySet[Booking], word: str) -> QuerySet[Booking]:
    named = Q(full_name__icontains=word) | Q(email__icontains=word) | Q(reference__iexact=word)
    digits = "".join(sign for sign in word if sign.isdigit())
    if digits:  # numbers are written with spaces here and without there
        named |= Q(phone__regex=r"\D*".join(digits))
    return rows.annotate(full_name=Concat("first_name", Value(" "), "last_name")).filter(named)


def _values(rows: QuerySet[Booking]) -> tuple[Booked, ...]:
    items = BookingItem.objects.select_related("service", "staff", "unit").order_by("position")
    found = rows.select_related("venue").prefetch_related(Prefetch("items", items))
    return tuple(read.of(row, [read.seat(item) for item in row.items.all()]) for row in found)
