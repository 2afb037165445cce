"""The salon says no to a request."""

from datetime import datetime

from django.db import transaction

from balinea.booking import history, read
from balinea.booking.find import BySalon
from balinea.booking.history import Line
from balinea.booking.request import waiting
from balinea.booking.values import Booked
from balinea.scheduling.release import release


@transaction.atomic
def decline(*, reference: str, salon: BySalon, now: datetime) -> Booked:
    """Cancel a request and free its time.

    Raises UnknownBookingError, NotPendingError, VenueBusyError; nothing changes then.
    """
    locked, row = waiting(reference=reference, salon=salon)
    release(locked=locked, visit=row.visit)
    row.status = "cancelled"
    row.sequence += 1
    row.save(update_fields=["status", "sequence"])
    history.write(booking=row, line=Line(kind="declined", actor="salon", at=now))
    return read.booked(row)
