"""The rows of the availability index as numbers: how masks are stored, read and written.

A mask is stored as the little-endian bytes of its integer without trailing zero bytes; no bytes mean 0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

READ = """
    SELECT day, 0, '', opening, ''::bytea, ''::bytea, ''::bytea
    FROM scheduling_venueday WHERE venue_id = %(venue)s AND day = ANY(%(days)s)
    UNION ALL
    SELECT row.day, row.resource_id, resource.key, row.planned, row.absent, row.taken, row.ends
    FROM scheduling_resourceday AS row JOIN venues_resource AS resource ON resource.id = row.resource_id
    WHERE row.venue_id = %(venue)s AND row.day = ANY(%(days)s)
"""
WRITE = """
    WITH resources AS (
        UPDATE scheduling_resourceday AS row SET taken = new.taken, ends = new.ends
        FROM unnest(%(days)s::date[], %(resources)s::bigint[], %(taken)s::bytea[], %(ends)s::bytea[])
            AS new (day, resource_id, taken, ends)
        WHERE row.venue_id = %(venue)s AND row.day = new.day AND row.resource_id = new.resource_id
    )
    UPDATE scheduling_venueday AS row SET free_hours = new.staff, free_unit_hours = new.units
    FROM unnest(%(free_days)s::date[], %(free_staff)s::int[], %(free_units)s::int[]) AS new (day, staff, units)
    WHERE row.venue_id = %(venue)s AND row.day = new.day
"""


def stored(mask: int) -> bytes:
    """Return a mask as it is stored."""
    return mask.to_bytes((mask.bit_length() + 7) // 8, "little")


def loaded(column: bytes) -> int:
    """Return a stored mask."""
    return int.from_bytes(column, "little")


@dataclass(kw_only=True, slots=True)
class DayRow:
    """One resource on one local day."""

    planned: int
    absent: int
    taken: int
    ends: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """The index of one venue over some local days; a day without an opening entry is not indexed."""

    opening: dict[date, int]
    resources: dict[int, dict[date, DayRow]]
    keys: dict[int, str]


def read(*, venue_id: int, days: Sequence[date]) -> Rows:
    """Read the index of one venue in one query."""
    rows = Rows(opening={}, resources={}, keys={})
    with connection.cursor() as cursor:
        cursor.execute(READ, {"venue": venue_id, "days": list(days)})
        for day, resource, key, planned, absent, taken, ends in cursor.fetchall():
            if resource == 0:
                rows.opening[day] = loaded(planned)
                continue
            rows.keys[resource] = key
            rows.resources.setdefault(resource, {})[day] = DayRow(
                planned=loaded(planned), absent=loaded(absent), taken=loaded(taken), ends=loaded(ends)
            )
    return rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Occupied:
    """What changed on one resource's day."""

    day: date
    resource_id: int
    taken: int
    ends: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeHours:
    """A venue's day in short: bit h is set when somebody, or some unit, is free at some time of wall-clock hour h."""

    day: date
    staff: int
    units: int


def write(*, venue_id: int, occupied: Iterable[Occupied], free: Iterable[FreeHours]) -> None:
    """Rewrite what claims decide, in one statement. Days that are not indexed are left out."""
    occupied, free = list(occupied), list(free)
    with connection.cursor() as cursor:
        cursor.execute(
            WRITE,
            {
                "venue": venue_id,
                "days": [row.day for row in occupied],
                "resources": [row.resource_id for row in occupied],
                "taken": [stored(row.taken) for row in occupied],
                "ends": [stored(row.ends) for row in occupied],
                "free_days": [row.day for row in free],
                "free_staff": [row.staff for row in free],
                "free_units": [row.units for row in free],
            },
        )
