"""The order in which writers take turns: whoever changes hours, absences or claims of a venue holds this lock first.

The exclusion constraint proves that nothing is claimed twice; the lock keeps a hundred writers on one slot from
deadlocking inside that proof. It covers all resources of the venue, so that a writer may look at the index, choose a
person and claim without anything moving in between, and so that a venue's summary row is written by one at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable


class VenueBusyError(Exception):
    """Another writer kept the venue for longer than the lock time-out (3 s): try again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Locked:
    """Proof that a venue's resources are locked until the transaction ends. Made by `lock` only."""

    venue_id: int
    timezone: ZoneInfo
    staff: frozenset[int]
    units: frozenset[int]


# the venue's own row is not locked: editing its texts does not wait for bookings
LOCK = """
    SELECT id, room_id IS NULL FROM venues_resource WHERE venue_id = ANY(%s) ORDER BY id FOR NO KEY UPDATE
"""


def lock(*, venue_id: int, timezone: ZoneInfo) -> Locked:
    """Lock the resources of one venue, in the order of their ids, until the transaction ends.

    Raises VenueBusyError after 3 s of waiting (the connection's `lock_timeout`).
    """
    rows = lock_many(venue_ids=[venue_id])
    return Locked(
        venue_id=venue_id,
        timezone=timezone,
        staff=frozenset(id_ for id_, is_staff in rows if is_staff),
        units=frozenset(id_ for id_, is_staff in rows if not is_staff),
    )


def lock_many(*, venue_ids: Sequence[int]) -> list[tuple[int, bool]]:
    """Lock the resources of several venues alike; return their ids and whether each is a person."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [list(venue_ids)])
            rows: list[tuple[int, bool]] = cursor.fetchall()
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise VenueBusyError("the venue is being written by others") from error
        raise
    return rows
