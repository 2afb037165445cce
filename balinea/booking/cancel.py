"""Give a booking back: its time is free again at once."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from balinea.booking import history, read, rules
from balinea.booking.find import Authority, find
from balinea.booking.history import Line
from balinea.booking.models import Booking
from balinea.booking.values import Booked
from balinea.scheduling.lock import lock
from balinea.scheduling.release import release


class TooLateError(Exception):
    """The policy that was agreed to no longer lets the client do this by themselves; `until` was the deadline."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"free until {until.isoformat()}")
        self.until = until


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancelled:
    """A cancelled booking, and what becomes of its money in minor units: nothing was paid ahead, so both are 0."""

    booking: Booked
    refund_minor: int = 0
    kept_minor: int = 0


@transaction.atomic
def cancel(*, reference: str, authority: Authority, now: datetime) -> Cancelled:
    """Cancel a booking; cancelled already, it is returned as it is.

    A client may until the deadline fixed at booking, a request that waits for approval until its start; a salon may at
    any time. Raises UnknownBookingError, TooLateError, VenueBusyError; nothing changes then.
    """
    found = find(reference=reference, authority=authority)
    locked = lock(venue_id=found.venue_id, timezone=ZoneInfo(found.venue.timezone))
    row = find(reference=reference, authority=authority, for_update=True)
    if row.status == "cancelled":
        return Cancelled(booking=read.booked(row))
    if authority.actor == "client":
        check_deadline(row, now)
    release(locked=locked, visit=row.visit)
    row.status = "cancelled"
    row.sequence += 1
    row.save(update_fields=["status", "sequence"])
    history.write(booking=row, line=Line(kind="cancelled", actor=authority.actor, at=now))
    return Cancelled(booking=read.booked(row))


def check_deadline(row: Booking, now: datetime) -> None:
    """Raise TooLateError where the client may no longer change the booking."""
    until = row.starts_at if row.status == "pending" else min(row.cancel_until, row.starts_at)
    if now > until or row.status not in rules.LIVE:
        raise TooLateError(until)
