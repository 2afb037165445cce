"""Give a hold back before its time."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from balinea.booking.models import Hold
from balinea.scheduling.lock import lock
from balinea.scheduling.release import release


class UnknownHoldError(LookupError):
    """There is no such hold, or it became a booking."""


@transaction.atomic
def give_up(*, hold_id: UUID, now: datetime) -> None:
    """End a hold and free its time; ended already, nothing happens. Raises UnknownHoldError and VenueBusyError."""
    row = Hold.objects.select_related("venue").filter(pk=hold_id).first()
    if row is None:
        raise UnknownHoldError(str(hold_id))
    locked = lock(venue_id=row.venue_id, timezone=ZoneInfo(row.venue.timezone))
    row = Hold.objects.select_related("booking").get(pk=hold_id)
    if hasattr(row, "booking"):
        raise UnknownHoldError(str(hold_id))
    if Hold.objects.filter(pk=hold_id, ended_at=None).update(ended_at=now):
        release(locked=locked, visit=hold_id)
