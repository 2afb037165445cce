"""The salon says yes to a request."""

from datetime import datetime

from django.db import transaction

from balinea.booking import history, read
from balinea.booking.find import BySalon
from balinea.booking.history import Line
from balinea.booking.request import waiting
from balinea.booking.values import Booked


@transaction.atomic
def approve(*, reference: str, salon: BySalon, now: datetime) -> Booked:
    """Make a request a booking. Raises UnknownBookingError, NotPendingError, VenueBusyError; nothing changes then."""
    _, row = waiting(reference=reference, salon=salon)
    row.status = "booked"
    row.sequence += 1
    row.save(update_fields=["status", "sequence"])
    history.write(booking=row, line=Line(kind="approved", actor="salon", at=now))
    return read.booked(row)
