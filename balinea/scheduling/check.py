"""Compare the whole availability index with a recomputation from the truth, in one snapshot (DESIGN.md invariant 6)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from balinea.scheduling import truth
from balinea.scheduling.index import stored
from balinea.scheduling.project import VenueRows, project
from balinea.scheduling.reindex import reach
from balinea.scheduling.steps import local_days

BATCH = 100
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
RESOURCE_ROWS = """
    SELECT venue_id, day, resource_id, planned, absent, taken, ends FROM scheduling_resourceday
    WHERE venue_id = ANY(%s)
"""
VENUE_ROWS = """
    SELECT venue_id, day, opening, free_hours, free_unit_hours FROM scheduling_venueday WHERE venue_id = ANY(%s)
"""
# rows of a venue that is gone; the walk from id to id along the index spares reading millions of rows
STRAYS = """
    WITH RECURSIVE of_days (id) AS (
        SELECT min(venue_id) FROM scheduling_venueday
        UNION ALL
        SELECT (SELECT min(venue_id) FROM scheduling_venueday WHERE venue_id > of_days.id)
        FROM of_days WHERE of_days.id IS NOT NULL
    ), of_resources (id) AS (
        SELECT min(venue_id) FROM scheduling_resourceday
        UNION ALL
        SELECT (SELECT min(venue_id) FROM scheduling_resourceday WHERE venue_id > of_resources.id)
        FROM of_resources WHERE of_resources.id IS NOT NULL
    )
    SELECT id FROM (SELECT id FROM of_days UNION SELECT id FROM of_resources) AS known
    WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM venues_venue WHERE venues_venue.id = known.id)
"""

Key = tuple[date, int | None]
Row = tuple[object, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Drift:
    """A row that is wrong: `kept` is what the index holds, `true` what it should (None: no row).

    The venue's own row has no resource.
    """

    venue_id: int
    day: date
    resource_id: int | None
    kept: Row | None
    true: Row | None


@dataclass(kw_only=True, slots=True)
class Checked:
    """What was looked at so far."""

    venues: int = 0
    rows: int = 0


def check(*, checked: Checked) -> Iterator[Drift]:
    """Yield every wrong row of the index; count in `checked` what was compared. Expired holds count as claims.

    Opens a snapshot of its own: not to be called inside a transaction.
    """
    with _snapshot():
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM venues_venue ORDER BY id")
            everybody = [id_ for (id_,) in cursor.fetchall()]
            cursor.execute(STRAYS)
            strays = [id_ for (id_,) in cursor.fetchall()]
        yield from check_venues(strays, Checked())  # none of their rows should be there
        for start in range(0, len(everybody), BATCH):
            yield from check_venues(everybody[start : start + BATCH], checked)


@contextmanager
def _snapshot() -> Iterator[None]:
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute(SNAPSHOT)
        yield


def check_venues(batch: Sequence[int], checked: Checked) -> Iterator[Drift]:
    """Yield the wrong rows of these venues, in the caller's transaction."""
    kept = _kept(batch)
    groups: dict[tuple[date, date], list[int]] = defaultdict(list)
    for venue in reach(venue_ids=batch):
        if venue.first is not None and venue.last is not None:
            groups[venue.first, venue.last].append(venue.id)
    true: dict[int, dict[Key, Row]] = defaultdict(dict)
    for (first, last), ids in groups.items():
        for known in truth.load(venue_ids=ids, first=first, last=last):
            days = local_days(known.timezone, first, (last - first).days + 1)
            true[known.id] = _as_stored(project(known, days))
    for venue_id in batch:
        checked.venues += 1
        checked.rows += len(true[venue_id])
        yield from _differences(venue_id, kept[venue_id], true[venue_id])


def _kept(batch: Sequence[int]) -> dict[int, dict[Key, Row]]:
    rows: dict[int, dict[Key, Row]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(RESOURCE_ROWS, [list(batch)])
        for venue, day, resource, *masks in cursor.fetchall():
            rows[venue][day, resource] = tuple(masks)
        cursor.execute(VENUE_ROWS, [list(batch)])
        for venue, day, *columns in cursor.fetchall():
            rows[venue][day, None] = tuple(columns)
    return rows


def _as_stored(rows: VenueRows) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for resource, days in rows.resources.items():
        for day, row in days.items():
            found[day, resource] = (
                stored(row.planned),
                stored(row.absent),
                stored(row.taken),
                stored(row.ends),
            )
    for day, opening in rows.opening.items():
        found[day, None] = (stored(opening), rows.free[day].staff, rows.free[day].units)
    return found


def _differences(venue_id: int, kept: dict[Key, Row], true: dict[Key, Row]) -> Iterator[Drift]:
    if kept == true:
        return
    for day, resource in sorted(kept.keys() | true.keys(), key=lambda key: (key[0], key[1] or 0)):
        have, want = kept.get((day, resource)), true.get((day, resource))
        if have != want:
            yield Drift(venue_id=venue_id, day=day, resource_id=resource, kept=have, true=want)
