"""Instants as steps: whole numbers of 5 elapsed minutes since 1970 in UTC, on which masks are computed.

Every zone's midnight falls on a whole step, so the step of a local day's first minute is all that a mask needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from balinea.slots import hours, masks

STEP_SECONDS = 300


def step_of(instant: datetime) -> int:
    """Return the step that contains the instant."""
    return int(instant.timestamp()) // STEP_SECONDS


@dataclass(frozen=True, kw_only=True, slots=True)
class LocalDay:
    """A local date as the half-open stretch of steps `[first, end)`: 276, 288 or 300 of them in Paris."""

    date: date
    first: int
    end: int

    def mask(self, span: tuple[int, int]) -> int:
        """Return the bits of a half-open span of steps, cut to this day."""
        return masks.span(max(span[0], self.first) - self.first, min(span[1], self.end) - self.first)

    def bit(self, step: int) -> int:
        """Return the bit of one step, or 0 when it is not of this day."""
        return 1 << (step - self.first) if self.first <= step < self.end else 0

    def union(self, spans: Iterable[tuple[int, int]]) -> int:
        """Return the bits of all the spans."""
        bits = 0
        for span in spans:
            bits |= self.mask(span)
        return bits

    def marks(self, steps: Iterable[int]) -> int:
        """Return the bits of all the steps."""
        bits = 0
        for step in steps:
            bits |= self.bit(step)
        return bits


@lru_cache(maxsize=20_000)
def local_day(timezone: ZoneInfo, day: date) -> LocalDay:
    """Return a local date as steps."""
    first = hours.midnight(timezone, day) // STEP_SECONDS
    return LocalDay(date=day, first=first, end=first + hours.steps(timezone, day))


def local_days(timezone: ZoneInfo, first: date, days: int) -> list[LocalDay]:
    """Return consecutive local days."""
    return [local_day(timezone, first + timedelta(days=n)) for n in range(days)]


def days_touched(timezone: ZoneInfo, spans: Iterable[tuple[int, int]]) -> list[LocalDay]:
    """Return the local days in which a span lies, the day of its end included: there its `ends` bit stands."""
    found: dict[date, LocalDay] = {}
    for start, end in spans:
        day = local_day(timezone, datetime.fromtimestamp(start * STEP_SECONDS, timezone).date())
        while day.first <= end:
            found[day.date] = day
            day = local_day(timezone, day.date + timedelta(days=1))
    return [found[key] for key in sorted(found)]


@lru_cache(maxsize=2_000)
def hours_of_day(timezone: ZoneInfo, day: date) -> tuple[int, ...]:
    """Return for each wall-clock hour 0..23 of a local date the mask of the steps that it shows."""
    bounds = local_day(timezone, day)
    found = [0] * 24
    for step in range(bounds.first, bounds.end):
        found[datetime.fromtimestamp(step * STEP_SECONDS, timezone).hour] |= bounds.bit(step)
    return tuple(found)
