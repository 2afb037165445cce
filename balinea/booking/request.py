"""A request waits for the salon's word: what approving and declining have in common."""

from zoneinfo import ZoneInfo

from balinea.booking.find import BySalon, find
from balinea.booking.models import Booking
from balinea.scheduling.lock import Locked, lock


class NotPendingError(Exception):
    """The booking does not wait for an answer; `status` says what it is."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


def waiting(*, reference: str, salon: BySalon) -> tuple[Locked, Booking]:
    """Lock the venue and return its request. Raises UnknownBookingError, NotPendingError, VenueBusyError."""
    found = find(reference=reference, authority=salon)
    locked = lock(venue_id=found.venue_id, timezone=ZoneInfo(found.venue.timezone))
    row = find(reference=reference, authority=salon, for_update=True)
    if row.status != "pending":
        raise NotPendingError(row.status)
    return locked, row
