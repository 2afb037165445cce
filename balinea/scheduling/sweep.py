"""Remove expired holds' claims, so that their time is offered again."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from balinea.scheduling.lock import Locked, VenueBusyError, lock
from balinea.scheduling.occupancy import Touched, rewrite

DELETE = """
    WITH gone AS (
        DELETE FROM scheduling_claim
        WHERE expires_at <= clock_timestamp() AND resource_id = ANY(%s)
        RETURNING resource_id, extract(epoch FROM lower(span))::bigint / 300 AS first,
            extract(epoch FROM upper(span))::bigint / 300 AS last
    )
    SELECT clock_timestamp(), resource_id, first, last FROM (VALUES (1)) AS always LEFT JOIN gone ON true
"""
VENUES = """
    SELECT DISTINCT venue.id, venue.timezone
    FROM scheduling_claim AS claim
    JOIN venues_resource AS resource ON resource.id = claim.resource_id
    JOIN venues_venue AS venue ON venue.id = resource.venue_id
    WHERE claim.expires_at <= clock_timestamp()
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Swept:
    """How many claims were removed, and the database's clock just after: the time by which holds live and die."""

    claims: int
    at: datetime


def sweep(*, locked: Locked) -> Swept:
    """Remove the expired claims of one venue."""
    with connection.cursor() as cursor:
        cursor.execute(DELETE, [sorted(locked.staff | locked.units)])
        rows = cursor.fetchall()
    removed = [
        Touched(resource_id=id_, start=first, end=end) for _, id_, first, end in rows if id_ is not None
    ]
    rewrite(locked=locked, touched=removed)
    return Swept(claims=len(removed), at=rows[0][0])


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
            return sweep(locked=lock(venue_id=venue_id, timezone=timezone)).claims > 0
    except VenueBusyError:
        return False
