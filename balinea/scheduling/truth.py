"""What the availability index is computed from, read for many venues at once."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from balinea.slots.hours import Interval, OpeningHours, Week, WorkingHours

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

VENUES = """
    SELECT id, timezone, country, nullif(region, ''), opening, public_holidays, horizon_days
    FROM venues_venue WHERE id = ANY(%(venues)s) ORDER BY id
"""
OPENING_EXCEPTIONS = """
    SELECT venue_id, date, hours FROM venues_openingexception
    WHERE venue_id = ANY(%(venues)s) AND date BETWEEN %(first)s AND %(last)s
"""
RESOURCES = """
    SELECT resource.venue_id, resource.id, resource.key, resource.room_id IS NULL, hours.weeks, hours.rota_from
    FROM venues_resource AS resource LEFT JOIN scheduling_workinghours AS hours ON hours.resource_id = resource.id
    WHERE resource.venue_id = ANY(%(venues)s) AND resource.active ORDER BY resource.venue_id, resource.id
"""
WORKING_EXCEPTIONS = """
    SELECT exception.resource_id, exception.date, exception.hours
    FROM scheduling_workingexception AS exception
    JOIN venues_resource AS resource ON resource.id = exception.resource_id
    WHERE resource.venue_id = ANY(%(venues)s) AND exception.date BETWEEN %(first)s AND %(last)s
"""
# an absence that is not on whole steps takes each step that it touches
ABSENCES = """
    SELECT absence.resource_id, floor(extract(epoch FROM absence.starts_at) / 300)::bigint,
        ceil(extract(epoch FROM absence.ends_at) / 300)::bigint
    FROM scheduling_absence AS absence JOIN venues_resource AS resource ON resource.id = absence.resource_id
    WHERE resource.venue_id = ANY(%(venues)s)
        AND absence.starts_at < %(until)s AND absence.ends_at > %(since)s
"""
# an inner block ends inside a claim that goes on, so ends come from blocks and from the other claims
CLAIMS = """
    SELECT resource.id, extract(epoch FROM lower(claim.span))::bigint / 300,
        extract(epoch FROM upper(claim.span))::bigint / 300, claim.block_id IS NULL
    FROM venues_resource AS resource
    CROSS JOIN LATERAL (
        SELECT span, block_id FROM scheduling_claim
        WHERE int8range(resource_id, resource_id, '[]') && int8range(resource.id, resource.id, '[]')
            AND span && tstzrange(%(since)s, %(until)s)
        OFFSET 0
    ) AS claim
    WHERE resource.venue_id = ANY(%(venues)s)
    UNION ALL
    SELECT block.resource_id, NULL, extract(epoch FROM block.ends_at)::bigint / 300, true
    FROM scheduling_block AS block JOIN venues_resource AS resource ON resource.id = block.resource_id
    WHERE resource.venue_id = ANY(%(venues)s) AND block.ends_at BETWEEN %(since)s AND %(until)s
"""


@dataclass(kw_only=True, slots=True)
class ResourceTruth:
    """One resource: a staff member with hours (None for a unit), and spans and instants as steps."""

    id: int
    key: str
    hours: WorkingHours | None
    is_staff: bool
    absences: list[tuple[int, int]] = field(default_factory=list)
    claims: list[tuple[int, int]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueTruth:
    """One venue with all that its index rows follow from."""

    id: int
    timezone: ZoneInfo
    horizon_days: int
    opening: OpeningHours
    resources: list[ResourceTruth]


def load(*, venue_ids: Sequence[int], first: date, last: date) -> list[VenueTruth]:
    """Read the truth of these venues about the local dates `first` to `last`, both included."""
    # the window is wider than any zone's dates; what lies outside is cut when it is projected
    window = {
        "venues": list(venue_ids),
        "first": first,
        "last": last,
        "since": _utc(first - timedelta(days=1)),
        "until": _utc(last + timedelta(days=2)),
    }
    teams = _resources(window)
    exceptions: dict[int, dict[date, tuple[Interval, ...]]] = defaultdict(dict)
    for venue, day, hours in _rows(OPENING_EXCEPTIONS, window):
        exceptions[venue][day] = intervals(hours)
    return [_venue(row, exceptions.get(row[0], {}), teams.get(row[0], [])) for row in _rows(VENUES, window)]


def _venue(
    row: Sequence[Any], exceptions: dict[date, tuple[Interval, ...]], team: list[ResourceTruth]
) -> VenueTruth:
    id_, timezone, country, region, opening, public_holidays, horizon_days = row
    return VenueTruth(
        id=id_,
        timezone=ZoneInfo(timezone),
        horizon_days=horizon_days,
        opening=OpeningHours(
            timezone=ZoneInfo(timezone),
            week=week(opening),
            exceptions=exceptions,
            closed_on_holidays_of=(country, region) if public_holidays == "closed" else None,
        ),
        resources=team,
    )


def _resources(window: dict[str, Any]) -> dict[int, list[ResourceTruth]]:
    exceptions: dict[int, dict[date, tuple[Interval, ...]]] = defaultdict(dict)
    for resource, day, hours in _rows(WORKING_EXCEPTIONS, window):
        exceptions[resource][day] = intervals(hours)
    teams: dict[int, list[ResourceTruth]] = defaultdict(list)
    known: dict[int, ResourceTruth] = {}
    for venue, id_, key, is_staff, weeks, rota_from in _rows(RESOURCES, window):
        rota = weeks_of(weeks) if weeks else (week("{}"),)
        hours = WorkingHours(weeks=rota, rota_from=rota_from, exceptions=exceptions.get(id_, {}))
        known[id_] = ResourceTruth(id=id_, key=key, hours=hours if is_staff else None, is_staff=is_staff)
        teams[venue].append(known[id_])
    _add_spans(known, window)
    return teams


def _add_spans(known: dict[int, ResourceTruth], window: dict[str, Any]) -> None:
    for resource, start, end in _rows(ABSENCES, window):
        if resource in known:
            known[resource].absences.append((start, end))
    for resource, start, end, marks_its_end in _rows(CLAIMS, window):
        if resource not in known:
            continue
        if start is not None:
            known[resource].claims.append((start, end))
        if marks_its_end:
            known[resource].ends.append(end)


def _rows(statement: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _utc(day: date) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T00:00:00+00:00")


# JSON columns arrive as text in raw queries; venues share patterns, so each text is read once
@lru_cache(maxsize=4_000)
def week(text: str) -> Week:
    """Return a weekly pattern as the engine has it, from its JSON."""
    pattern = json.loads(text)
    return tuple(_intervals(tuple(pattern.get(day, ()))) for day in WEEKDAYS)


@lru_cache(maxsize=4_000)
def weeks_of(text: str) -> tuple[Week, ...]:
    """Return a rota as the engine has it, from its JSON."""
    return tuple(week(json.dumps(pattern)) for pattern in json.loads(text))


def intervals(text: str) -> tuple[Interval, ...]:
    """Return the intervals of one date as the engine has them, from their JSON."""
    return _intervals(tuple(json.loads(text)))


@lru_cache(maxsize=4_000)
def _intervals(texts: tuple[str, ...]) -> tuple[Interval, ...]:
    return tuple((_minute(text[:5]), _minute(text[6:])) for text in texts)


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
