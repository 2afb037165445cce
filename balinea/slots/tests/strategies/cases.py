"""Random cases: a venue file and a question about it."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from balinea.slots.tests.strategies.scenes import Scene
from balinea.slots.tests.strategies.taken import block, blocks, bookings, without_collisions
from balinea.slots.tests.strategies.venue import venue_files, window_of


@st.composite
def files(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    file = draw(venue_files(scene))
    file["blocks"] = draw(blocks(file, scene))
    file["bookings"] = draw(bookings(file, scene))
    return file


@st.composite
def moments(draw: st.DrawFn, scene: Scene) -> str:
    """Give the question's `now`: some days before, or the day itself before or inside the window; to the second."""
    days = draw(st.sampled_from([1, 1, 2, 3, 0]))
    minutes = window_of(scene)[0] + draw(st.integers(-120, 180))
    local = datetime.combine(scene.day - timedelta(days=days), time(), ZoneInfo(scene.zone))
    moment = local + timedelta(minutes=minutes, seconds=draw(st.sampled_from([0, 0, 17])))
    return moment.isoformat()


@st.composite
def items(draw: st.DrawFn, file: dict[str, Any], count: int) -> list[dict[str, Any]]:
    result = []
    for _ in range(count):
        service = draw(st.sampled_from(file["services"]))
        team = [person["key"] for person in file["staff"]]
        named = draw(st.sampled_from([None] * 5 + team))
        result.append({"service": service["key"], "staff": named})
    return result


@st.composite
def queries(draw: st.DrawFn, file: dict[str, Any], scene: Scene, count: int) -> dict[str, Any]:
    days = draw(st.sampled_from([1, 1, 2, 3] if count == 1 else [1, 1, 1, 2]))
    first = scene.day - timedelta(days=draw(st.integers(0, days - 1)))
    query = {"items": draw(items(file, count)), "from": first.isoformat(), "now": draw(moments(scene))}
    if days > 1 or draw(st.booleans()):
        query["days"] = days
    if draw(st.booleans()):
        query["any_order"] = True
    return query


@st.composite
def with_collisions(draw: st.DrawFn, scenes: list[Scene], most: int = 1) -> dict[str, Any]:
    """Give cases whose bookings may collide, with a query for one to `most` services."""
    scene = draw(st.sampled_from(scenes))
    file = draw(files(scene))
    count = draw(st.integers(min(most, 2), most))
    return {"venue_file": file, "query": draw(queries(file, scene, count))}


def valid(case: dict[str, Any]) -> dict[str, Any]:
    file = case["venue_file"]
    return {**case, "venue_file": {**file, "bookings": without_collisions(file)}}


def cases(scenes: list[Scene]) -> st.SearchStrategy[dict[str, Any]]:
    return with_collisions(scenes).map(valid)


def visits(scenes: list[Scene]) -> st.SearchStrategy[dict[str, Any]]:
    return with_collisions(scenes, most=3).map(valid)


@st.composite
def cases_and_blocks(draw: st.DrawFn, scenes: list[Scene]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a case of one to three services, and one more block."""
    scene = draw(st.sampled_from(scenes))
    file = draw(files(scene))
    query = draw(queries(file, scene, draw(st.sampled_from([1, 1, 2, 3]))))
    return valid({"venue_file": file, "query": query}), draw(block(file, scene))
