"""Bulk reads of the availability index, for questions over many venues: plain rows, one statement each.

Masks are the stored bytes: little-endian, bit i is the step that begins 5*i elapsed minutes after local midnight. Rows
are bare tuples, since searches read thousands of them; the names of their columns stand beside each function.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from balinea.platform.bulk_read import rows

# OFFSET 0 keeps the planner from reading the whole table and joining afterwards
VENUE_DAYS = """
    SELECT row.venue_id, row.day, row.opening, row.free_hours, row.free_unit_hours
    FROM unnest(%s::bigint[], %s::date[]) AS asked (venue_id, first)
    CROSS JOIN LATERAL (
        SELECT * FROM scheduling_venueday AS row
        WHERE row.venue_id = asked.venue_id AND row.day BETWEEN asked.first AND asked.first + %s
        OFFSET 0
    ) AS row
"""
RESOURCE_DAYS = """
    SELECT row.resource_id, row.planned, row.absent, row.taken, row.ends, row.day
    FROM unnest(%s::bigint[], %s::bigint[], %s::date[]) AS asked (venue_id, resource_id, first)
    CROSS JOIN LATERAL (
        SELECT * FROM scheduling_resourceday AS row
        WHERE row.venue_id = asked.venue_id AND row.resource_id = asked.resource_id
            AND row.day BETWEEN asked.first AND asked.first + %s
        OFFSET 0
    ) AS row
"""
VENUES_ON = """
    SELECT venue_id, opening, free_hours, free_unit_hours
    FROM scheduling_venueday WHERE venue_id = ANY(%s::bigint[]) AND day = %s
"""
RESOURCES_ON = """
    SELECT row.resource_id, row.planned, row.absent, row.taken, row.ends
    FROM unnest(%s::bigint[], %s::bigint[]) AS asked (venue_id, resource_id)
    CROSS JOIN LATERAL (
        SELECT * FROM scheduling_resourceday AS row
        WHERE row.venue_id = asked.venue_id AND row.day = %s AND row.resource_id = asked.resource_id
        OFFSET 0
    ) AS row
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


class FirstFree(NamedTuple):
    """The first local day on which a venue has free time in the hours asked for, and the day's free hours."""

    venue_id: int
    day: date
    free_hours: int
    free_unit_hours: int


def venues_on(venues: Iterable[int], day: date) -> list[tuple[int, bytes, int, int]]:
    """Return (venue id, opening, free hours of its people, of its units) on a day; hours are wall-clock, bit h hour h."""
    return rows(VENUES_ON, [_listed(venues), day])


def resources_on(
    resources: Sequence[tuple[int, int]], day: date
) -> list[tuple[int, bytes, bytes, bytes, bytes]]:
    """Return (resource id, planned, absent, taken, ends) on a day, of each (venue id, resource id) asked for."""
    venues, ids = _listed(venue for venue, _ in resources), _listed(one for _, one in resources)
    return rows(RESOURCES_ON, [venues, ids, day])


def venue_days(asked: Sequence[tuple[int, date]], *, days: int) -> list[tuple[int, date, bytes, int, int]]:
    """Return (venue id, day, opening, free hours, free unit hours) of so many days from each (venue id, first day) on."""
    columns = [_listed(venue for venue, _ in asked), _listed(first for _, first in asked)]
    return rows(VENUE_DAYS, [*columns, days - 1])


def resource_days(
    asked: Sequence[tuple[int, int, date]], *, days: int
) -> list[tuple[int, bytes, bytes, bytes, bytes, date]]:
    """Return (resource id, planned, absent, taken, ends, day) of so many days from each (venue, resource, first) on."""
    columns = [_listed(one[position] for one in asked) for position in range(3)]
    return rows(RESOURCE_DAYS, [*columns, days - 1])


def first_free(*, venues: Iterable[int], first: date, hours: int) -> list[FirstFree]:
    """Return for each venue its first day with free time in one of the wall-clock `hours` (a mask), if it has one."""
    return [FirstFree(*row) for row in rows(FIRST_FREE, [_listed(venues), first, hours, hours])]


def _listed(values: Iterable[int | date]) -> str:
    """Return an array's text: much faster to make than what the driver makes of a list."""
    return "{" + ",".join(map(str, values)) + "}"
