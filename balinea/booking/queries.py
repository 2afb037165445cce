"""Reads of booking: what can be booked, and what was."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from balinea.booking import calendar_file, limits, menus, offering, read, rules, snapshot
from balinea.booking.find import Authority, find
from balinea.booking.models import Booking, BookingItem, Hold
from balinea.booking.values import Booked, Held, Promised, Wish
from balinea.booking.visit_facts import visit
from balinea.slots.values import Query, Slot


def offers(*, venue_slug: str, query: Query, ignoring: UUID | None = None) -> tuple[Slot, ...]:
    """Return the starts of a visit on the local dates asked for, in order of instant.

    `ignoring` is a visit whose own claims do not count (when it is rescheduled). Raises UnknownVenueError and
    UnknownItemError.
    """
    return offering.offers(known=menus.of(slug=venue_slug), query=query, ignoring=ignoring)


def booking(*, reference: str, authority: Authority) -> Booked:
    """Return a booking to somebody who may see it. Raises UnknownBookingError."""
    return read.booked(find(reference=reference, authority=authority))


def day(*, venue_id: int, day: date, timezone: ZoneInfo) -> tuple[Booked, ...]:
    """Return a venue's bookings that start on a local date, cancelled ones included, in order of start."""
    start, end = rules.bounds(day, timezone)
    rows = Booking.objects.select_related("venue").filter(
        venue_id=venue_id, starts_at__gte=start, starts_at__lt=end
    )
    items = Prefetch(
        "items", BookingItem.objects.select_related("service", "staff", "unit").order_by("position")
    )
    return tuple(
        read.of(row, [read.seat(item) for item in row.items.all()])
        for row in rows.prefetch_related(items).order_by("starts_at", "pk")
    )


def hold(*, hold_id: UUID) -> Held | None:
    """Return a hold that is still kept by the database's clock, else None."""
    row = (
        Hold.objects.select_related("venue")
        .filter(pk=hold_id, ended_at=None, expires_at__gt=limits.database_now())
        .first()
    )
    return None if row is None else read.held(row, menus.place_of(row.venue))


def booking_of_hold(*, hold_id: UUID) -> Booked | None:
    """Return the booking that a hold became, else None: for whoever goes back after confirming."""
    row = Booking.objects.select_related("venue").filter(hold_id=hold_id).first()
    return None if row is None else read.booked(row)


def promised(*, hold_id: UUID) -> Promised | None:
    """Return a hold, expired or not, with the wish that it answered: whoever comes too late may take the same again."""
    row = Hold.objects.select_related("venue").filter(pk=hold_id).first()
    if row is None:
        return None
    items, any_order = snapshot.wished(row.asked)
    wish = Wish(venue=row.venue.slug, items=items, start=row.starts_at, any_order=any_order)
    return Promised(held=read.held(row, menus.place_of(row.venue)), wish=wish)


def calendar(*, reference: str, authority: Authority, now: datetime) -> str:
    """Return the booking as a calendar file to download. Raises UnknownBookingError."""
    found = find(reference=reference, authority=authority)
    return calendar_file.for_client(visit(found), method="PUBLISH", now=now).text
