"""Remove expired holds' claims, so that their time is offered again."""

from zoneinfo import ZoneInfo

from django.db import connection, transaction

from balinea.scheduling.lock import Locked, VenueBusyError, lock
from balinea.scheduling.occupancy import Touched, rewrite

DELETE = """
    DELETE FROM scheduling_claim
    WHERE expires_at <= clock_timestamp() AND resource_id = ANY(%s)
    RETURNING resource_id, extract(epoch FROM lower(span))::bigint / 300,
        extract(epoch FROM upper(span))::bigint / 300
"""
VENUES = """
    SELECT DISTINCT venue.id, venue.timezone
    FROM scheduling_claim AS claim
    JOIN venues_resource AS resource ON resource.id = claim.resource_id
    JOIN venues_venue AS venue ON venue.id = resource.venue_id
    WHERE claim.expires_at <= clock_timestamp()
"""


def sweep(*, locked: Locked) -> int:
    """Remove the expired claims of one venue; return how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(DELETE, [sorted(locked.staff | locked.units)])
        removed = [Touched(resource_id=id_, start=start, end=end) for id_, start, end in cursor.fetchall()]
    rewrite(locked=locked, touched=removed)
    return len(removed)


def sweep_all() -> list[int]:
    """Remove all expired claims, a transaction a venue, and return the venues where there were any.

    A venue that is busy is left for the next time.
    """
    with connection.cursor() as cursor:
        cursor.execute(VENUES)
        venues = cursor.fetchall()
    return [venue_id for venue_id, timezone in venues if _sweep_venue(venue_id, ZoneInfo(timezone))]


def _sweep_venue(venue_id: int, timezone: ZoneInfo) -> bool:
    try:
        with transaction.atomic():
            return sweep(locked=lock(venue_id=venue_id, timezone=timezone)) > 0
    except VenueBusyError:
        return False
