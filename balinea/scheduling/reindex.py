"""Rebuild the availability index from the truth: after changed hours, for new venues, and every night."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from balinea.scheduling import index_copy, truth
from balinea.scheduling.index import Rows
from balinea.scheduling.lock import Locked, lock_many
from balinea.scheduling.project import VenueRows, project
from balinea.scheduling.steps import LocalDay, local_days

BATCH = 100
BEHIND_DAYS = 2  # the margin of a board
AHEAD_DAYS = 3  # past the horizon: the margin of a board, and the day between midnight and the nightly job

REACH = """
    SELECT venue.id, venue.timezone, venue.horizon_days,
        (SELECT min(day) FROM scheduling_venueday WHERE venue_id = venue.id),
        (SELECT max(day) FROM scheduling_venueday WHERE venue_id = venue.id)
    FROM venues_venue AS venue WHERE venue.id = ANY(%s) ORDER BY venue.id
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """How far a venue's index goes, and how far it should; `first` and `last` are None without an index."""

    id: int
    timezone: ZoneInfo
    horizon_days: int
    first: date | None
    last: date | None

    def wanted(self, now: datetime) -> tuple[date, date]:
        """Return the first and the last local date that the index should hold."""
        today = now.astimezone(self.timezone).date()
        ahead = timedelta(days=self.horizon_days + AHEAD_DAYS)
        return today - timedelta(days=BEHIND_DAYS), today + ahead


@transaction.atomic
def rebuild(*, venue_ids: Sequence[int], first: date, days: int) -> None:
    """Make the index of these venues hold exactly these local dates, computed anew. Locks all the venues."""
    lock_many(venue_ids=venue_ids)
    for batch in _batches(venue_ids):
        index_copy.remove(venue_ids=batch, first=date.min, last=date.max)
        index_copy.add(_projected(batch, first, first + timedelta(days=days - 1)))


@transaction.atomic
def rebuild_to_horizon(*, venue_ids: Sequence[int], now: datetime) -> None:
    """Make the index of these venues reach from yesterday past each one's horizon, computed anew. Locks them all."""
    lock_many(venue_ids=venue_ids)
    groups = defaultdict(list)
    for venue in reach(venue_ids=venue_ids):
        groups[venue.wanted(now)].append(venue.id)
    for (first, last), ids in groups.items():
        rebuild(venue_ids=ids, first=first, days=(last - first).days + 1)


def refresh(*, locked: Locked, first: date = date.min, last: date = date.max) -> None:
    """Compute the indexed local dates from `first` to `last` anew, after a change of hours, absences or blocks."""
    for venue in reach(venue_ids=[locked.venue_id]):
        if venue.first is None or venue.last is None:
            continue
        begin, end = max(first, venue.first), min(last, venue.last)
        if begin <= end:
            index_copy.remove(venue_ids=[venue.id], first=begin, last=end)
            index_copy.add(_projected([venue.id], begin, end))


def extend(*, now: datetime) -> int:
    """Drop the past and add the days up to the horizon, a transaction a batch of venues; return the venues changed.

    For the nightly job. It may be stopped and run again at any time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM venues_venue ORDER BY id")
        everybody = [id_ for (id_,) in cursor.fetchall()]
    return sum(_extend(batch, now) for batch in _batches(everybody))


@transaction.atomic
def _extend(batch: Sequence[int], now: datetime) -> int:
    lock_many(venue_ids=batch)
    missing = defaultdict(list)
    for venue in reach(venue_ids=batch):
        first, last = venue.wanted(now)
        index_copy.remove(venue_ids=[venue.id], first=date.min, last=first - timedelta(days=1))
        begin = max(first, venue.last + timedelta(days=1)) if venue.last else first
        if begin <= last:
            missing[begin, last].append(venue.id)
    for (begin, last), ids in missing.items():
        index_copy.add(_projected(ids, begin, last))
    return sum(len(ids) for ids in missing.values())


def reach(*, venue_ids: Sequence[int]) -> list[Reach]:
    """Return how far the index of these venues goes."""
    with connection.cursor() as cursor:
        cursor.execute(REACH, [list(venue_ids)])
        return [
            Reach(id=id_, timezone=ZoneInfo(timezone), horizon_days=horizon, first=first, last=last)
            for id_, timezone, horizon, first, last in cursor.fetchall()
        ]


def computed(*, venue_id: int, days: Sequence[date]) -> Rows:
    """Return what the index would hold of one venue over consecutive local dates, without writing it."""
    [venue] = truth.load(venue_ids=[venue_id], first=days[0], last=days[-1])
    rows = project(venue, [*_days(venue.timezone, days[0], days[-1])])
    return Rows(
        opening=rows.opening,
        resources=rows.resources,
        keys={resource.id: resource.key for resource in venue.resources},
    )


def _projected(venue_ids: Sequence[int], first: date, last: date) -> dict[int, VenueRows]:
    venues = truth.load(venue_ids=venue_ids, first=first, last=last)
    return {venue.id: project(venue, _days(venue.timezone, first, last)) for venue in venues}


def _days(timezone: ZoneInfo, first: date, last: date) -> list[LocalDay]:
    return local_days(timezone, first, (last - first).days + 1)


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
