"""Take resources for a visit. Every hold, booking and block goes through here.

The order is fixed: lock (see `lock.py`), then insert. The exclusion constraint decides; an expired hold in the way is
removed and the insert repeated. `clock_timestamp()` of the database decides what has expired: a front with a wrong
clock must not free what others hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from balinea.scheduling.lock import Locked
from balinea.scheduling.occupancy import Touched, rewrite
from balinea.scheduling.steps import step_of

# a conflict leaves the row out instead of failing the statement: no savepoint is needed to find out
INSERT = """
    INSERT INTO scheduling_claim (resource_id, span, visit, expires_at, block_id)
    SELECT resource_id, tstzrange(start, stop), %(visit)s, %(expires_at)s, %(block)s
    FROM unnest(%(resources)s::bigint[], %(starts)s::timestamptz[], %(ends)s::timestamptz[])
        AS wanted (resource_id, start, stop)
    ORDER BY resource_id, start
    ON CONFLICT DO NOTHING
    RETURNING id
"""
REMOVE_EXPIRED = """
    DELETE FROM scheduling_claim AS claim
    USING unnest(%(resources)s::bigint[], %(starts)s::timestamptz[], %(ends)s::timestamptz[])
        AS wanted (resource_id, start, stop)
    WHERE claim.expires_at <= clock_timestamp()
        AND claim.resource_id = wanted.resource_id AND claim.span && tstzrange(wanted.start, wanted.stop)
    RETURNING claim.resource_id, extract(epoch FROM lower(claim.span))::bigint / 300,
        extract(epoch FROM upper(claim.span))::bigint / 300
"""


class SlotTakenError(Exception):
    """Somebody else has one of the resources at that time; nothing was claimed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A resource over a half-open span of instants, whole steps of 5 minutes."""

    resource_id: int
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """For whom: the visit shared by its claims; `expires_at` for a hold, `block_id` for a block's claims."""

    visit: UUID
    expires_at: datetime | None = None
    block_id: int | None = None


def claim(*, locked: Locked, wanted: Sequence[Wanted], holder: Holder) -> None:
    """Claim all that is wanted, or raise SlotTakenError and claim nothing. The index follows in the same transaction."""
    rewrite(locked=locked, touched=insert(locked=locked, wanted=wanted, holder=holder))


def insert(*, locked: Locked, wanted: Sequence[Wanted], holder: Holder) -> list[Touched]:
    """Claim as `claim` does, but leave the index of what was claimed to the caller: it is what is returned."""
    if not _insert(wanted, holder) and not (
        remove_expired(locked=locked, wanted=wanted) and _insert(wanted, holder)
    ):
        raise SlotTakenError(str(holder.visit))
    return [
        Touched(resource_id=want.resource_id, start=step_of(want.start), end=step_of(want.end))
        for want in wanted
    ]


def remove_expired(*, locked: Locked, wanted: Sequence[Wanted]) -> bool:
    """Remove the expired holds that stand in the way, index included; say whether there were any."""
    with connection.cursor() as cursor:
        cursor.execute(REMOVE_EXPIRED, _columns(wanted))
        removed = [Touched(resource_id=id_, start=start, end=end) for id_, start, end in cursor.fetchall()]
    rewrite(locked=locked, touched=removed)
    return bool(removed)


def _insert(wanted: Sequence[Wanted], holder: Holder) -> bool:
    """Insert all or nothing; say which."""
    values = {
        "visit": holder.visit,
        "expires_at": holder.expires_at,
        "block": holder.block_id,
        **_columns(wanted),
    }
    with connection.cursor() as cursor:
        cursor.execute(INSERT, values)
        inserted = [id_ for (id_,) in cursor.fetchall()]
        if len(inserted) < len(wanted):
            cursor.execute("DELETE FROM scheduling_claim WHERE id = ANY(%s)", [inserted])
    return len(inserted) == len(wanted)


def _columns(wanted: Sequence[Wanted]) -> dict[str, list[int] | list[datetime]]:
    return {
        "resources": [want.resource_id for want in wanted],
        "starts": [want.start for want in wanted],
        "ends": [want.end for want in wanted],
    }
