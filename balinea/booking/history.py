"""A booking's history: one line for each thing that happened. Lines are only ever added; the database refuses the rest."""

from dataclasses import dataclass, field
from datetime import datetime

from balinea.booking.models import Booking, BookingEvent
from balinea.booking.tasks import tell
from balinea.booking.values import Actor
from balinea.platform import jobs


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What happened: `booked`, `requested`, `approved`, `declined`, `moved`, `cancelled`, `reminded`."""

    kind: str
    actor: Actor
    at: datetime
    detail: dict[str, object] = field(default_factory=dict)


def write(*, booking: Booking, line: Line) -> None:
    """Add a line, and the job that tells client and salon of it, in the caller's transaction."""
    event = BookingEvent.objects.create(
        booking=booking, at=line.at, kind=line.kind, actor=line.actor, detail=line.detail
    )
    jobs.defer(tell, lock=f"booking-{booking.reference}", event=event.pk)  # in order
