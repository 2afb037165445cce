"""What is told of which line of a booking's history."""

from datetime import datetime

from balinea.booking import messages
from balinea.booking.models import BookingEvent


def tell_event(*, event_id: int, now: datetime) -> None:
    """Send the messages of one line. A request and a booking are told apart by the booking's status."""
    event = BookingEvent.objects.select_related("booking__venue").get(pk=event_id)
    match event.kind:
        case "booked" | "requested":
            messages.booked(event.booking, now=now)
        case "approved":
            messages.accepted(event.booking, now=now)
        case "declined":
            messages.declined(event.booking, now=now)
        case "moved":
            before = datetime.fromisoformat(event.detail["before"])
            messages.moved(event.booking, before=before, by=event.actor, now=now)
        case "cancelled":
            messages.cancelled(event.booking, by=event.actor, now=now)
