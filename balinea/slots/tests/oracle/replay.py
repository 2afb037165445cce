"""Rule 12: blocks, then bookings in file order, fill the diary. Hours are not checked."""

from itertools import groupby
from typing import Any

from balinea.slots.tests.oracle.claims import Diary, Part, collision, is_free, keeps_rooms, visit_claims
from balinea.slots.tests.oracle.hours import Hours
from balinea.slots.tests.oracle.rooms import bounds, gap, units
from balinea.slots.tests.oracle.times import on_wall, span_of


class Collision(Exception):  # noqa: N818 (it is the word of the rules)
    """A booking takes a resource that is already claimed: the file is wrong input."""


def replay(file: dict[str, Any], hours: Hours) -> Diary:
    diary: Diary = {}
    for block in file.get("blocks", []):
        for span in span_of(hours.zone, block):
            diary.setdefault(block["resource"], []).append(span)
    for visit in visits(file):
        parts = seated(file, hours, diary, visit, [])
        if parts is None:
            raise Collision(visit)
        add(diary, parts)
    return diary


def visits(file: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Group consecutive bookings of one visit; a booking without a visit stands alone."""
    numbered = enumerate(file.get("bookings", []))
    groups = groupby(numbered, key=lambda pair: pair[1].get("visit") or pair[0])
    return [[booking for _, booking in group] for _, group in groups]


def add(diary: Diary, parts: list[Part]) -> None:
    for resource, span in visit_claims(parts):
        diary.setdefault(resource, []).append(span)


def seated(
    file: dict[str, Any], hours: Hours, diary: Diary, bookings: list[dict[str, Any]], parts: list[Part]
) -> list[Part] | None:
    """Give the first way to seat the bookings, each trying its units best fit first; None if all collide."""
    if len(parts) == len(bookings):
        return parts if keeps_rooms(parts) and collision(parts, diary) is None else None
    booking = bookings[len(parts)]
    service = next(service for service in file["services"] if service["key"] == booking["service"])
    start = on_wall(hours.zone, booking["start"])
    named = booking.get("room")
    choices = [named] if named else units(file, service.get("room_kind"))
    ways = [Part(service=service, staff=booking["staff"], unit=unit, start=start) for unit in choices]
    for part in sorted(ways, key=lambda part: fit(hours, diary, parts, part)):
        whole = seated(file, hours, diary, bookings, [*parts, part])
        if whole is not None:
            return whole
    return None


def fit(hours: Hours, diary: Diary, parts: list[Part], part: Part) -> float:
    """Rank a unit: the shortest free gap around the claim first; one that is not free goes last."""
    if part.unit is None:
        return 0
    now: Diary = {resource: list(spans) for resource, spans in diary.items()}
    *earlier, (_, claim) = [entry for entry in visit_claims([*parts, part]) if entry[0] == part.unit]
    for _, span in earlier:
        now.setdefault(part.unit, []).append(span)
    if not is_free(now, part.unit, claim):
        return float("inf")
    return gap(now, part.unit, claim, bounds(hours, part.start))
