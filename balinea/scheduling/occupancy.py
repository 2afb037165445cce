"""Bring the index in line with the claims, for the resources and days that a change touched."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db import connection

from balinea.scheduling import index
from balinea.scheduling.index import FreeHours, Occupied, Rows
from balinea.scheduling.lock import Locked
from balinea.scheduling.steps import STEP_SECONDS, LocalDay, days_touched, hours_of_day

# an inner block ends inside a claim that goes on, so ends come from blocks and from the other claims
TRUTH = """
    SELECT claim.resource_id,
        extract(epoch FROM lower(claim.span))::bigint / 300,
        extract(epoch FROM upper(claim.span))::bigint / 300,
        claim.block_id IS NULL
    FROM unnest(%(resources)s::bigint[]) AS wanted (id)
    JOIN scheduling_claim AS claim
        ON int8range(claim.resource_id, claim.resource_id, '[]') && int8range(wanted.id, wanted.id, '[]')
        AND claim.span && tstzrange(to_timestamp(%(first)s), to_timestamp(%(end)s), '[]')
    UNION ALL
    SELECT block.resource_id, 0, extract(epoch FROM block.ends_at)::bigint / 300, true
    FROM scheduling_block AS block
    WHERE block.resource_id = ANY(%(resources)s)
        AND block.ends_at BETWEEN to_timestamp(%(first)s) AND to_timestamp(%(end)s)
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Touched:
    """A resource whose claims changed somewhere inside a half-open span of steps."""

    resource_id: int
    start: int
    end: int


def rewrite(*, locked: Locked, touched: Sequence[Touched]) -> None:
    """Recompute from the claims the index rows that the changes reach, and the venue's summary of those days."""
    if not touched:
        return
    days = days_touched(locked.timezone, ((change.start, change.end) for change in touched))
    resources = {change.resource_id for change in touched}
    occupied = _occupied(resources, days)
    rows = index.read(venue_id=locked.venue_id, days=[day.date for day in days])
    for row in occupied:
        known = rows.resources.get(row.resource_id, {}).get(row.day)
        if known:
            known.taken = row.taken
    index.write(venue_id=locked.venue_id, occupied=occupied, free=_summaries(locked, rows))


def _occupied(resources: Collection[int], days: Sequence[LocalDay]) -> list[Occupied]:
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    # from the step before: a claim that ends at midnight does not meet the day in which its end is marked
    window = {"first": (days[0].first - 1) * STEP_SECONDS, "end": days[-1].end * STEP_SECONDS}
    with connection.cursor() as cursor:
        cursor.execute(TRUTH, {"resources": sorted(resources), **window})
        for resource, start, end, marks_its_end in cursor.fetchall():
            if start:
                spans[resource].append((start, end))
            if marks_its_end:
                ends[resource].append(end)
    return [
        Occupied(
            day=day.date,
            resource_id=resource,
            taken=day.union(spans[resource]),
            ends=day.marks(ends[resource]),
        )
        for resource in sorted(resources)
        for day in days
    ]


def _summaries(locked: Locked, rows: Rows) -> list[FreeHours]:
    summaries = []
    for day, opening in rows.opening.items():
        staff = units = 0
        for resource, days in rows.resources.items():
            row = days.get(day)
            if row is None:
                continue
            if resource in locked.staff:
                staff |= row.planned & ~row.absent & ~row.taken
            else:
                units |= opening & ~row.absent & ~row.taken
        summaries.append(summary(locked.timezone, day, staff=staff, units=units))
    return summaries


def summary(timezone: ZoneInfo, day: date, *, staff: int, units: int) -> FreeHours:
    """Return a venue's day in short, from the free steps of all its people and of all its units."""
    return FreeHours(day=day, staff=_hours(timezone, day, staff), units=_hours(timezone, day, units))


def _hours(timezone: ZoneInfo, day: date, free: int) -> int:
    if not free:
        return 0
    return sum(1 << hour for hour, mask in enumerate(hours_of_day(timezone, day)) if mask & free)
