"""The visits that stand at a venue, and whether any of them was made here: for taking a venue out and in again."""

from django.db.models import Prefetch

from balinea.booking import limits, read
from balinea.booking.models import Booking, BookingItem, Hold
from balinea.booking.values import Seat


def visits(*, venue_id: int) -> tuple[tuple[Seat, ...], ...]:
    """Return the seats of each visit that was not cancelled, in the order in which the visits were recorded."""
    items = Prefetch(
        "items", BookingItem.objects.select_related("service", "staff", "unit").order_by("position")
    )
    rows = Booking.objects.filter(venue_id=venue_id).exclude(status="cancelled").order_by("pk")
    return tuple(tuple(read.seat(item) for item in row.items.all()) for row in rows.prefetch_related(items))


def made_here(*, venue_id: int) -> bool:
    """Say whether a client booked at this venue through Balinea, or is about to."""
    live = Hold.objects.filter(venue_id=venue_id, ended_at=None, expires_at__gt=limits.database_now())
    return Booking.objects.filter(venue_id=venue_id, hold__isnull=False).exists() or live.exists()


def erase(*, venue_id: int) -> None:
    """Delete the bookings of a venue, none of which was made here; their claims go with the venue's resources."""
    Booking.objects.filter(venue_id=venue_id).delete()
