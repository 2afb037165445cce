"""Rules 7 and 8: the starts worth trying, the lead time and the horizon."""

from datetime import date, datetime, timedelta
from typing import Any

from balinea.slots.tests.oracle.times import EPOCH, MINUTE
from balinea.slots.tests.oracle.world import World


def grid(world: World, service: dict[str, Any], staff: str | None, day: date) -> list[int]:
    """Give the starts of a person on a local date, or of the opening for a service that needs nobody."""
    step = world.policy("grid_minutes", 15)
    intervals = world.hours.opening(day) if staff is None else world.hours.working(staff, day)
    starts = {instant for start, end in intervals for instant in range(start, end, step)}
    if staff is not None and world.policy("flush_to_previous", default=False):
        for _, claim_end in world.diary.get(staff, []):
            instant = claim_end + service.get("buffer_before", 0)
            if any(start <= instant < end for start, end in intervals):
                starts.add(instant)
    return sorted(starts)


def days(query: dict[str, Any]) -> list[date]:
    first = date.fromisoformat(query["from"])
    return [first + timedelta(days=number) for number in range(query.get("days", 1))]


def soon_enough(world: World, start: int) -> bool:
    """Rule 8, lead time."""
    now = datetime.fromisoformat(world.query["now"])
    return EPOCH + start * MINUTE >= now + world.policy("lead_minutes", 0) * MINUTE


def near_enough(world: World, start: int) -> bool:
    """Rule 8, horizon."""
    now = datetime.fromisoformat(world.query["now"])
    today = world.hours.date_of((now - EPOCH) // MINUTE)
    return world.hours.date_of(start) <= today + timedelta(days=world.policy("horizon_days", 60))
