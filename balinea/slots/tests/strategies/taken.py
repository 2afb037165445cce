"""Random blocks and bookings, and the bookings among them that stand."""

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from balinea.slots.tests.oracle import Collision
from balinea.slots.tests.oracle.claims import Part
from balinea.slots.tests.oracle.hours import Hours
from balinea.slots.tests.oracle.replay import replay, visits
from balinea.slots.tests.oracle.rooms import units
from balinea.slots.tests.oracle.times import on_wall
from balinea.slots.tests.strategies.clock import Window, steps, stretch, wall
from balinea.slots.tests.strategies.scenes import Scene
from balinea.slots.tests.strategies.venue import days_of, window_of


def units_of(file: dict[str, Any]) -> list[str]:
    kinds = dict.fromkeys(room["kind"] for room in file["rooms"])
    return [unit for kind in kinds for unit in units(file, kind)]


def resources(file: dict[str, Any]) -> list[str]:
    team = [person["key"] for person in file["staff"]]
    return team + 2 * units_of(file)  # rooms seldom refuse: ask them more


@st.composite
def block(draw: st.DrawFn, file: dict[str, Any], scene: Scene) -> dict[str, Any]:
    resource = draw(st.sampled_from(resources(file)))
    return {"resource": resource, **draw(stretch(days_of(scene), window_of(scene), 150))}


@st.composite
def blocks(draw: st.DrawFn, file: dict[str, Any], scene: Scene) -> list[dict[str, Any]]:
    return [draw(block(file, scene)) for _ in range(draw(st.sampled_from([0, 1, 2, 3, 4])))]


@st.composite
def bookings(draw: st.DrawFn, file: dict[str, Any], scene: Scene) -> list[dict[str, Any]]:
    """Give bookings that may collide, alone or several as one visit."""
    result: list[dict[str, Any]] = []
    for number in range(draw(st.sampled_from([0, 1, 2, 3, 4, 5]))):
        day = draw(st.sampled_from(days_of(scene)))
        size = draw(st.sampled_from([1, 1, 1, 2, 3]))
        visit = draw(chain(file, day, window_of(scene), size))
        if size > 1 or draw(st.integers(0, 3)) == 3:
            visit = [{**booking, "visit": f"v{number}"} for booking in visit]
        result += visit
    return result


@st.composite
def chain(
    draw: st.DrawFn, file: dict[str, Any], day: date, window: Window, size: int
) -> list[dict[str, Any]]:
    """Give bookings one after the other, joined or with a wait, in or near the window."""
    at = draw(steps(window[0] - 20, window[1] - 30))
    result = []
    for _ in range(size):
        service = draw(st.sampled_from(file["services"]))
        performers = sorted(service.get("performed_by", {})) or [None]
        booking = {
            "service": service["key"],
            "staff": draw(st.sampled_from(performers)),
            "start": wall(day, at),
        }
        if service.get("room_kind") and draw(st.integers(0, 2)) == 2:
            booking["room"] = draw(st.sampled_from(units(file, service["room_kind"])))
        result.append(booking)
        part = Part(service=service, staff=booking["staff"], unit=None, start=at)
        at = part.end + draw(st.sampled_from([0, 0, 0, 5, 15]))
    return result


def without_collisions(file: dict[str, Any]) -> list[dict[str, Any]]:
    """Keep the visits that stand beside those kept before them."""
    kept: list[dict[str, Any]] = []
    hours = Hours(file)
    for visit in visits(file):
        try:
            replay({**file, "bookings": kept + visit}, hours)
        except Collision:
            continue
        if in_order(file, hours, visit):
            kept += visit
    return kept


def in_order(file: dict[str, Any], hours: Hours, visit: list[dict[str, Any]]) -> bool:
    """Say whether each booking begins after the one before; a change of clocks may make it begin earlier."""
    services = {service["key"]: service for service in file["services"]}
    parts = [
        Part(
            service=services[booking["service"]],
            staff=booking["staff"],
            unit=None,
            start=on_wall(hours.zone, booking["start"]),
        )
        for booking in visit
    ]
    return all(first.end <= second.start for first, second in pairwise(parts))
