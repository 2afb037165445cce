"""Many hours, blocks and claims at once, by COPY: the way of imports and of sample data.

Nothing here writes the index: call `reindex.rebuild_to_horizon` for the venues afterwards, in the same transaction.
The exclusion constraint holds here too (django.db.IntegrityError).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb
from psycopg.types.range import TimestamptzRange

from balinea.platform import bulk_write
from balinea.scheduling.block import uncovered
from balinea.scheduling.claim import Wanted
from balinea.scheduling.hours import Rota

Instants = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True, slots=True)
class StaffHours:
    """All about when a new staff member works."""

    resource_id: int
    rota: Rota
    exceptions: Mapping[date, Sequence[str]] = field(default_factory=dict)
    absences: Sequence[Instants] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitClaims:
    """What one booking takes."""

    visit: UUID
    wanted: Sequence[Wanted]


def record_hours(*, staff: Sequence[StaffHours]) -> None:
    """Add the hours, exceptions and absences of staff members who have none yet."""
    bulk_write.copy(
        "scheduling_workinghours",
        {"resource_id": "int8", "weeks": "jsonb", "rota_from": "date"},
        ((one.resource_id, Jsonb(list(one.rota.weeks)), one.rota.rota_from) for one in staff),
    )
    bulk_write.copy(
        "scheduling_workingexception",
        {"resource_id": "int8", "date": "date", "hours": "jsonb"},
        (
            (one.resource_id, day, Jsonb(list(hours)))
            for one in staff
            for day, hours in one.exceptions.items()
        ),
    )
    bulk_write.copy(
        "scheduling_absence",
        {"resource_id": "int8", "starts_at": "timestamptz", "ends_at": "timestamptz"},
        ((one.resource_id, *span) for one in staff for span in one.absences),
    )


def record_blocks(*, blocks: Sequence[Wanted]) -> None:
    """Add blocks to resources that have none yet. They may overlap; each claims what earlier ones leave."""
    if not blocks:
        return
    ids = bulk_write.new_ids("scheduling_block", len(blocks))
    bulk_write.copy(
        "scheduling_block",
        {"id": "int8", "resource_id": "int8", "starts_at": "timestamptz", "ends_at": "timestamptz"},
        ((id_, one.resource_id, one.start, one.end) for id_, one in zip(ids, blocks, strict=True)),
    )
    covered: dict[int, list[Instants]] = defaultdict(list)
    claims = []
    for id_, one in zip(ids, blocks, strict=True):
        for span in uncovered((one.start, one.end), sorted(covered[one.resource_id])):
            covered[one.resource_id].append(span)
            claims.append((one.resource_id, TimestamptzRange(*span), uuid4(), id_))
    _copy_claims(claims)


def record_claims(*, visits: Iterable[VisitClaims]) -> None:
    """Add the claims of many bookings."""
    _copy_claims(
        (want.resource_id, TimestamptzRange(want.start, want.end), visit.visit, None)
        for visit in visits
        for want in visit.wanted
    )


def _copy_claims(rows: Iterable[tuple[int, TimestamptzRange, UUID, int | None]]) -> None:
    bulk_write.copy(
        "scheduling_claim",
        {"resource_id": "int8", "span": "tstzrange", "visit": "uuid", "block_id": "int8"},
        rows,
    )
