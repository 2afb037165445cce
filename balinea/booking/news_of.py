"""What is told of which line of a booking's history."""

from datetime import datetime

from balinea.booking import messages
from balinea.booking.models import Booking, BookingEvent

PROMISED = ("booked", "approved")  # lines after which the visit stands in calendars


def tell_event(*, event_id: int, now: datetime) -> None:
    """Send the messages of one line, once, however often this runs."""
    event = BookingEvent.objects.select_related("booking__venue").get(pk=event_id)
    booking, fact = event.booking, f"booking-event-{event.pk}"
    match event.kind:
        case "requested":
            messages.requested(booking, now=now, fact=fact)
        case "booked":
            messages.booked(booking, now=now, fact=fact)
        case "approved":
            messages.accepted(booking, now=now, fact=fact)
        case "declined":
            messages.declined(booking, now=now, fact=fact)
        case "moved":
            before = datetime.fromisoformat(event.detail["before"])
            messages.moved(booking, before=before, by=event.actor, now=now, fact=fact)
        case "cancelled" if _was_promised(booking):
            messages.cancelled(booking, by=event.actor, now=now, fact=fact)
        case "cancelled":
            messages.withdrawn(booking, by=event.actor, now=now, fact=fact)
        case "reminded":
            messages.reminded(booking, now=now, fact=fact)


def _was_promised(booking: Booking) -> bool:
    return booking.events.filter(kind__in=PROMISED).exists()
