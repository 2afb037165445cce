"""Civil hours to masks of elapsed steps: opening (rule 1), working hours (rule 2), change of clocks (rule 3).

An interval is two wall-clock minutes of a date, `(540, 1140)` for 09:00-19:00; 1440 ends one at midnight. A week is
seven tuples of intervals, Monday first. Masks are of one local day: bit 0 begins at that local midnight, and the day
has 276, 288 or 300 steps (or what its zone says).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from balinea.slots import public_holidays
from balinea.slots.masks import STEP_MINUTES, span

Interval = tuple[int, int]
Week = tuple[tuple[Interval, ...], ...]

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 (a wall-clock time: the zone is subtracted by hand, once)
_EPOCH_ORDINAL = _EPOCH.toordinal()
_STEP_SECONDS = STEP_MINUTES * 60
_DAY_SECONDS = 86_400


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningHours:
    """When the venue is open: exceptions beat public holidays, which beat the week (rule 1)."""

    timezone: ZoneInfo
    week: Week
    exceptions: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)
    closed_on_holidays_of: tuple[str, str | None] | None = None
    """Country and region whose public holidays close the venue; None: they do not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingHours:
    """When a person works: exceptions beat the rota (rule 2). `rota_from` is a Monday, needed with several weeks."""

    weeks: tuple[Week, ...]
    rota_from: date | None = None
    exceptions: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)


@lru_cache(maxsize=8192)
def midnight(timezone: ZoneInfo, day: date) -> int:
    """The Unix time at which the local day begins."""
    return _wall(timezone, day.toordinal(), 0)


def steps(timezone: ZoneInfo, day: date) -> int:
    """How many steps the local day has."""
    return (_wall(timezone, day.toordinal() + 1, 0) - midnight(timezone, day)) // _STEP_SECONDS


def instant(timezone: ZoneInfo, wall: datetime) -> datetime:
    """The instant of a naive wall-clock time: moved forward if it does not exist, the first if it comes twice."""
    try:
        return wall.replace(tzinfo=timezone, fold=0).astimezone(UTC)
    except OverflowError:  # the last hours of year 9999, or the first of year 1: near enough
        return wall.replace(tzinfo=UTC)


def day_mask(timezone: ZoneInfo, day: date, intervals: Iterable[Interval]) -> int:
    """The steps inside any of the intervals: both ends are converted first, what is empty then is dropped."""
    mask = 0
    for start, end in intervals:
        mask |= span(_step(timezone, day, start), _step(timezone, day, end))
    return mask


# venues keep few patterns of hours, and an index asks for the same dates of all of them
_kept_day_mask = lru_cache(maxsize=16_384)(day_mask)


def spans_mask(timezone: ZoneInfo, day: date, spans: Iterable[tuple[datetime, datetime]]) -> int:
    """The steps of the day that any of the spans of instants touches (absences, claims)."""
    origin, size = midnight(timezone, day), steps(timezone, day)
    mask = 0
    for start, end in spans:
        low = (int(start.timestamp()) - origin) // _STEP_SECONDS
        high = -((origin - int(end.timestamp())) // _STEP_SECONDS)
        mask |= span(max(low, 0), min(high, size))
    return mask


def opening_mask(hours: OpeningHours, day: date) -> int:
    """The steps of the local day at which the venue is open (rule 1)."""
    intervals = hours.exceptions.get(day)
    if intervals is None:
        closed = hours.closed_on_holidays_of
        if closed is not None and public_holidays.is_one(day, *closed):
            return 0
        intervals = hours.week[day.weekday()]
    return _kept_day_mask(hours.timezone, day, intervals)


def planned_mask(hours: WorkingHours, timezone: ZoneInfo, day: date, opening: int) -> int:
    """The steps of the local day at which the person works, cut to the opening, before absences (rule 2)."""
    intervals = hours.exceptions.get(day)
    if intervals is None:
        intervals = _week(hours, day)[day.weekday()]
    return _kept_day_mask(timezone, day, intervals) & opening


def _week(hours: WorkingHours, day: date) -> Week:
    if hours.rota_from is None:
        return hours.weeks[0]
    # Floor division counts backwards before rota_from as well.
    return hours.weeks[(day - hours.rota_from) // timedelta(weeks=1) % len(hours.weeks)]


def _step(timezone: ZoneInfo, day: date, minute: int) -> int:
    return (_wall(timezone, day.toordinal(), minute) - midnight(timezone, day)) // _STEP_SECONDS


def _wall(timezone: ZoneInfo, ordinal: int, minute: int) -> int:
    naive = (ordinal - _EPOCH_ORDINAL) * _DAY_SECONDS + minute * 60
    # With fold=0 a time that does not exist keeps the offset before the change, which moves it forward by its size;
    # one that comes twice keeps the first (rule 3).
    offset = timezone.utcoffset(_EPOCH + timedelta(seconds=naive))
    return naive - int(offset.total_seconds()) if offset is not None else naive
