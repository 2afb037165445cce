"""Crowded rooms: services that need nobody, several units, many bookings, so that it matters who got which unit."""

from typing import Any

from hypothesis import strategies as st

from balinea.slots.tests.strategies.clock import clock, steps, stretch, wall
from balinea.slots.tests.strategies.scenes import Scene
from balinea.slots.tests.strategies.taken import units_of, without_collisions
from balinea.slots.tests.strategies.venue import WEEKDAYS, window_of


@st.composite
def services(draw: st.DrawFn, key: str, lengths: list[int]) -> dict[str, Any]:
    phases = [{"minutes": draw(st.sampled_from(lengths)), "staff": False}]
    service = {"key": key, "name": key.title(), "price": "25.00", "phases": phases, "room_kind": "bath"}
    for buffer in ("buffer_before", "buffer_after"):
        if length := draw(st.sampled_from([0, 0, 5, 15])):
            service[buffer] = length
    return service


@st.composite
def venue_files(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    low, high = window_of(scene)
    counts = draw(st.sampled_from([[1, 1], [2], [3], [1, 2], [1, 1, 1]]))
    file: dict[str, Any] = {
        "balinea": 1,
        "business": {"name": "Bains d'essai"},
        "venue": {
            "slug": "bains",
            "name": "Bains d'essai",
            "timezone": scene.zone,
            "opening": {weekday: [f"{clock(low)}-{clock(high)}"] for weekday in WEEKDAYS},
            "public_holidays": "open",
            "max_wait": draw(st.sampled_from([0, 15])),
        },
        "staff": [],
        "rooms": [{"key": f"b{n}", "kind": "bath", "units": count} for n, count in enumerate(counts)],
        "services": [draw(services("dip", [30, 45, 60])), draw(services("ritual", [75, 90, 120, 150]))],
    }
    names = units_of(file)
    file["blocks"] = [
        {"resource": draw(st.sampled_from(names)), **draw(stretch([scene.day], (low, high), 60))}
        for _ in range(draw(st.integers(0, 3)))
    ]
    file["bookings"] = [
        booking for number in range(draw(st.integers(1, 5))) for booking in draw(taken(scene, names, number))
    ]
    return file


@st.composite
def taken(draw: st.DrawFn, scene: Scene, names: list[str], number: int) -> list[dict[str, Any]]:
    """Give one booking, or two that join or nearly join as one visit; at times outside the opening."""
    low, high = window_of(scene)
    at = draw(steps(low - 15, high - 30, 15))
    first = {"service": "dip", "staff": None, "start": wall(scene.day, at)}
    if draw(st.integers(0, 2)) == 2:
        first["room"] = draw(st.sampled_from(names))
    if draw(st.integers(0, 3)) < 3:
        return [first]
    later = wall(scene.day, at + draw(st.sampled_from([30, 45, 60, 75])))
    return [
        {**first, "visit": f"v{number}"},
        {"service": "dip", "staff": None, "start": later, "visit": f"v{number}"},
    ]


@st.composite
def baths(draw: st.DrawFn, scenes: list[Scene]) -> dict[str, Any]:
    scene = draw(st.sampled_from(scenes))
    file = draw(venue_files(scene))
    file["bookings"] = without_collisions(file)
    items = draw(st.sampled_from([["ritual"], ["ritual"], ["ritual", "dip"]]))
    query = {
        "items": [{"service": key, "staff": None} for key in items],
        "from": scene.day.isoformat(),
        "now": "2026-09-30T08:00:00Z",
    }
    file["venue"]["horizon_days"] = 365
    return {"venue_file": file, "query": query}
