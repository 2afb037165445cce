"""A salon's next day in one message."""

from datetime import datetime
from zoneinfo import ZoneInfo

from balinea.booking import messages, rules
from balinea.booking.models import Booking
from balinea.venues.models import Venue


def tell_day_before(*, venue_id: int, start: datetime, now: datetime) -> None:
    """Tell a salon of its bookings on the local day of `start`; nothing if none is left."""
    venue = Venue.objects.get(pk=venue_id)
    timezone = ZoneInfo(venue.timezone)
    first, end = rules.bounds(start.astimezone(timezone).date(), timezone)
    rows = Booking.objects.select_related("venue").filter(
        venue=venue, starts_at__gte=first, starts_at__lt=end, status__in=("booked", "confirmed")
    )
    bookings = list(rows.order_by("starts_at", "pk"))
    if bookings:
        messages.day_before(bookings, now=now)
