"""Many index rows at once, by COPY: the way of imports, of the nightly extension and of changed hours."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection

from balinea.scheduling.index import stored
from balinea.scheduling.project import VenueRows

REMOVE = """
    WITH resources AS (
        DELETE FROM scheduling_resourceday WHERE venue_id = ANY(%(venues)s) AND day BETWEEN %(first)s AND %(last)s
    )
    DELETE FROM scheduling_venueday WHERE venue_id = ANY(%(venues)s) AND day BETWEEN %(first)s AND %(last)s
"""
COPY_RESOURCES = """
    COPY scheduling_resourceday (venue_id, day, resource_id, planned, absent, taken, ends)
    FROM STDIN (FORMAT BINARY)
"""
COPY_VENUES = """
    COPY scheduling_venueday (venue_id, day, opening, free_hours, free_unit_hours) FROM STDIN (FORMAT BINARY)
"""


def remove(*, venue_ids: Sequence[int], first: date, last: date) -> None:
    """Delete the rows of these venues from `first` to `last`, both included."""
    with connection.cursor() as cursor:
        cursor.execute(REMOVE, {"venues": list(venue_ids), "first": first, "last": last})


def add(rows: Mapping[int, VenueRows]) -> None:
    """Insert the rows of these venues; none of them is there yet."""
    with connection.cursor() as cursor:
        with cursor.copy(COPY_RESOURCES) as copy:
            copy.set_types(["int8", "date", "int8", "bytea", "bytea", "bytea", "bytea"])
            for venue_id, venue in rows.items():
                for resource, days in venue.resources.items():
                    for day, row in days.items():
                        masks = (stored(row.planned), stored(row.absent), stored(row.taken), stored(row.ends))
                        copy.write_row((venue_id, day, resource, *masks))
        with cursor.copy(COPY_VENUES) as copy:
            copy.set_types(["int8", "date", "bytea", "int4", "int4"])
            for venue_id, venue in rows.items():
                for day, opening in venue.opening.items():
                    free = venue.free[day]
                    copy.write_row((venue_id, day, stored(opening), free.staff, free.units))
