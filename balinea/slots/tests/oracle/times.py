"""Rule 3: wall-clock times become instants. An instant is a whole number of minutes since 1970 in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Span = tuple[int, int]  # half-open, in minutes: [start, end)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def local(zone: str, instant: int) -> datetime:
    return (EPOCH + instant * MINUTE).astimezone(ZoneInfo(zone))


@lru_cache(maxsize=100_000)
def instant_of(zone: str, wall: datetime) -> int:
    """Give the instant of a wall time without offset."""
    offsets = [ZoneInfo(zone).utcoffset(near) for near in (wall - DAY, wall + DAY)]
    before, after = offsets
    instants = [(wall.replace(tzinfo=UTC) - offset - EPOCH) // MINUTE for offset in offsets]
    existing = [i for i in instants if local(zone, i).replace(tzinfo=None) == wall]
    if existing:
        return min(existing)  # it comes twice: the first occurrence
    moved = wall + (after - before)  # it does not exist: forward by the size of the change
    return (moved.replace(tzinfo=UTC) - after - EPOCH) // MINUTE


def on_clock(zone: str, day: date, clock: str) -> int:
    """Give the instant of "09:30" or "24:00" on a local date."""
    hours, minutes = clock.split(":")
    return instant_of(zone, datetime.combine(day, time()) + timedelta(hours=int(hours), minutes=int(minutes)))


def on_wall(zone: str, text: str) -> int:
    """Give the instant of "2026-11-24T10:00"."""
    return instant_of(zone, datetime.fromisoformat(text))


def span_of(zone: str, entry: dict[str, str]) -> list[Span]:
    """Give the span of a block or an absence, or nothing where it is empty after conversion."""
    start, end = on_wall(zone, entry["from"]), on_wall(zone, entry["to"])
    return [(start, end)] if start < end else []


def inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
