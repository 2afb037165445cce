"""Bulk reads of the availability index, for questions over many venues: plain rows, one statement each.

Masks are the stored bytes: little-endian, bit i is the step that begins 5*i elapsed minutes after local midnight.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from balinea.platform.bulk_read import rows

VENUE_DAYS = """
    SELECT row.venue_id, row.day, row.opening, row.free_hours, row.free_unit_hours
    FROM unnest(%s::bigint[], %s::date[]) AS asked (venue_id, first)
    JOIN scheduling_venueday AS row
        ON row.venue_id = asked.venue_id AND row.day BETWEEN asked.first AND asked.first + %s
"""
RESOURCE_DAYS = """
    SELECT row.resource_id, row.day, row.planned, row.absent, row.taken, row.ends
    FROM unnest(%s::bigint[], %s::bigint[], %s::date[]) AS asked (venue_id, resource_id, first)
    JOIN scheduling_resourceday AS row
        ON row.venue_id = asked.venue_id AND row.resource_id = asked.resource_id
        AND row.day BETWEEN asked.first AND asked.first + %s
"""
FIRST_FREE = """
    SELECT asked.venue_id, found.day, found.free_hours, found.free_unit_hours
    FROM unnest(%s::bigint[]) AS asked (venue_id)
    CROSS JOIN LATERAL (
        SELECT row.day, row.free_hours, row.free_unit_hours FROM scheduling_venueday AS row
        WHERE row.venue_id = asked.venue_id AND row.day >= %s
            AND (row.free_hours & %s <> 0 OR row.free_unit_hours & %s <> 0)
        ORDER BY row.day LIMIT 1
    ) AS found
"""


class VenueDayRow(NamedTuple):
    """A venue's opening and free wall-clock hours (bit h: hour h) on one local day: of its people, of its units."""

    venue_id: int
    day: date
    opening: bytes
    free_hours: int
    free_unit_hours: int


class ResourceDayRow(NamedTuple):
    """One resource on one local day."""

    resource_id: int
    day: date
    planned: bytes
    absent: bytes
    taken: bytes
    ends: bytes


class FirstFree(NamedTuple):
    """The first local day on which a venue has free time in the hours asked for, and the day's free hours."""

    venue_id: int
    day: date
    free_hours: int
    free_unit_hours: int


def venue_days(asked: Sequence[tuple[int, date]], *, days: int = 1) -> list[VenueDayRow]:
    """Return so many indexed days of each (venue id, first day)."""
    venues, firsts = [venue for venue, _ in asked], [first for _, first in asked]
    return [VenueDayRow(*row) for row in rows(VENUE_DAYS, [venues, firsts, days - 1])]


def resource_days(asked: Sequence[tuple[int, int, date]], *, days: int = 1) -> list[ResourceDayRow]:
    """Return so many indexed days of each (venue id, resource id, first day)."""
    columns = [list(column) for column in zip(*asked, strict=True)] or [[], [], []]
    return [ResourceDayRow(*row) for row in rows(RESOURCE_DAYS, [*columns, days - 1])]


def first_free(*, venues: Sequence[int], first: date, hours: int) -> list[FirstFree]:
    """Return for each venue its first day with free time in one of the wall-clock `hours` (a mask), if it has one."""
    return [FirstFree(*row) for row in rows(FIRST_FREE, [list(venues), first, hours, hours])]
