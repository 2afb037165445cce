"""Rule 5: the units of a room kind, and the best fit."""

from datetime import timedelta
from typing import Any

from balinea.slots.tests.oracle.claims import Diary
from balinea.slots.tests.oracle.hours import Hours
from balinea.slots.tests.oracle.times import Span, on_clock


def units(file: dict[str, Any], kind: str | None) -> list[str | None]:
    """Give the unit names of a kind in file order; a service without a room has the one choice of none."""
    if kind is None:
        return [None]
    names: list[str | None] = []
    for room in file.get("rooms", []):
        if room["kind"] == kind:
            count = room.get("units", 1)
            names += (
                [room["key"]] if count == 1 else [f"{room['key']}#{number + 1}" for number in range(count)]
            )
    return names


def bounds(hours: Hours, start: int) -> Span:
    """Give the opening interval that contains a service's start, else the local day."""
    for opens, closes in hours.openings_near(start):
        if opens <= start < closes:
            return opens, closes
    day = hours.date_of(start)
    return on_clock(hours.zone, day, "00:00"), on_clock(hours.zone, day + timedelta(days=1), "00:00")


def gap(diary: Diary, unit: str, claim: Span, bound: Span) -> int:
    """Give the length of the free time of a unit around a claim that fits into it."""
    left = max([bound[0], *(end for _, end in diary.get(unit, []) if end <= claim[0])])
    right = min([bound[1], *(start for start, _ in diary.get(unit, []) if start >= claim[1])])
    return right - left
