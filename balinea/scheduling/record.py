"""Many hours, blocks and claims at once, by COPY: the way of imports and of sample data.

Nothing here writes the index: call `reindex.rebuild_to_horizon` for the venues afterwards, in the same transaction.
The exclusion constraint holds here too (django.db.IntegrityError).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import connection
from psycopg.types.json import Jsonb
from psycopg.types.range import TimestamptzRange

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
    _copy(
        "scheduling_workinghours (resource_id, weeks, rota_from)",
        ["int8", "jsonb", "date"],
        ((one.resource_id, Jsonb(list(one.rota.weeks)), one.rota.rota_from) for one in staff),
    )
    _copy(
        "scheduling_workingexception (resource_id, date, hours)",
        ["int8", "date", "jsonb"],
        (
            (one.resource_id, day, Jsonb(list(hours)))
            for one in staff
            for day, hours in one.exceptions.items()
        ),
    )
    _copy(
        "scheduling_absence (resource_id, starts_at, ends_at)",
        ["int8", "timestamptz", "timestamptz"],
        ((one.resource_id, *span) for one in staff for span in one.absences),
    )


def record_blocks(*, blocks: Sequence[Wanted]) -> None:
    """Add blocks to resources that have none yet. They may overlap; each claims what earlier ones leave."""
    if not blocks:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('scheduling_block_id_seq') FROM generate_series(1, %s)", [len(blocks)])
        ids = [id_ for (id_,) in cursor.fetchall()]
    _copy(
        "scheduling_block (id, resource_id, starts_at, ends_at)",
        ["int8", "int8", "timestamptz", "timestamptz"],
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
    _copy(
        "scheduling_claim (resource_id, span, visit, block_id)",
        ["int8", "tstzrange", "uuid", "int8"],
        rows,
    )


def _copy(target: str, types: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {target} FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)
