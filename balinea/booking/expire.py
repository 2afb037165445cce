"""End a hold whose time is over, and forget old ones."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from balinea.booking.models import Hold
from balinea.scheduling.lock import lock
from balinea.scheduling.sweep import sweep

KEPT = timedelta(days=1)  # longer than any limit looks back
EXPIRED = """
    UPDATE booking_hold SET ended_at = expires_at
    WHERE id = %s AND ended_at IS NULL AND expires_at <= clock_timestamp()
"""


@transaction.atomic
def expire(*, hold_id: UUID) -> bool:
    """Free the time of a hold if the database's clock says that it is over and nothing came of it; say whether it did."""
    row = Hold.objects.select_related("venue").filter(pk=hold_id, ended_at=None).first()
    if row is None:
        return False
    locked = lock(venue_id=row.venue_id, timezone=ZoneInfo(row.venue.timezone))
    with connection.cursor() as cursor:
        cursor.execute(EXPIRED, [hold_id])
        ended: bool = cursor.rowcount == 1
    if ended:
        sweep(locked=locked)
    return ended


def forget(*, now: datetime) -> int:
    """Delete holds that came to nothing a day ago; return how many."""
    deleted, _ = Hold.objects.filter(expires_at__lt=now - KEPT, booking=None).delete()
    return deleted
