"""Hours as JSON, in the venue file's form: how tables keep them and files write them."""

from collections.abc import Iterable, Mapping, Sequence

from balinea.slots.hours import Interval, Week

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def week(hours: Week) -> dict[str, list[str]]:
    """Return a weekly pattern as JSON: the days that have hours."""
    return {day: intervals(of_day) for day, of_day in zip(WEEKDAYS, hours, strict=True) if of_day}


def intervals(hours: Iterable[Interval]) -> list[str]:
    """Return the hours of one day as JSON: `["09:00-12:00"]`."""
    return [f"{_clock(start)}-{_clock(end)}" for start, end in hours]


def read_week(pattern: Mapping[str, Sequence[str]]) -> Week:
    """Return a weekly pattern from its JSON, which was checked when it was written."""
    return tuple(read_intervals(pattern.get(day, ())) for day in WEEKDAYS)


def read_intervals(texts: Iterable[str]) -> tuple[Interval, ...]:
    """Return the hours of one day from their JSON, which was checked when it was written."""
    return tuple((_minute(text[:5]), _minute(text[6:])) for text in texts)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])
