"""Random venue files without blocks and bookings."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from balinea.slots.tests.strategies.clock import MIDNIGHT, REGULAR, SHAPES, Window, hours, stretch
from balinea.slots.tests.strategies.scenes import Scene

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TEAM = ("lea", "zoe", "ada")
KINDS = ("cabin", "bath")
SHORT, LONG = (5, 10, 15, 20, 30), (30, 45, 60, 75, 90)


def window_of(scene: Scene) -> Window:
    return scene.opens * 60, scene.opens * 60 + 240


def days_of(scene: Scene) -> list[date]:
    return [scene.day] * 4 + [scene.day - timedelta(days=1), scene.day + timedelta(days=1)]


@st.composite
def venue_files(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    team = TEAM[: draw(st.integers(1, 3))]
    kinds = KINDS[: draw(st.sampled_from([0, 1, 1, 2]))]
    return {
        "balinea": 1,
        "business": {"name": "Atelier d'essai"},
        "venue": draw(venues(scene)),
        "staff": [draw(people(key, scene)) for key in team],
        "rooms": draw(rooms(kinds)),
        "services": [draw(services(f"s{number}", team, kinds)) for number in range(draw(st.integers(1, 3)))],
    }


@st.composite
def venues(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    venue = {
        "slug": "atelier",
        "name": "Atelier d'essai",
        "timezone": scene.zone,
        "country": scene.country,
        "opening": draw(week(window_of(scene), REGULAR)),
        "public_holidays": draw(st.sampled_from(["open", "open", "open", "closed"])),
        "grid_minutes": draw(st.sampled_from([15, 15, 5, 10, 20, 30])),
    }
    if scene.region:
        venue["region"] = scene.region
    if draw(st.integers(0, 4)) == 4:
        venue["exceptions"] = draw(exceptions(scene))
    others = {
        "flush_to_previous": [False, False, True],
        "slot_policy": ["all", "no_gaps"],
        "max_wait": [0, 0, 5, 15, 30],
        "lead_minutes": [0, 0, 0, 0, 0, 30, 120, 1440],
        "horizon_days": [60, 60, 60, 60, 60, 60, 60, 60, 1, 2],
    }
    for key, values in others.items():
        value = draw(st.sampled_from(values))
        if value != values[0] or draw(st.booleans()):  # what is the default may be left out
            venue[key] = value
    return venue


@st.composite
def week(draw: st.DrawFn, window: Window, shapes: tuple[str, ...] = SHAPES) -> dict[str, list[str]]:
    """Give hours by weekday: the same on all, or two patterns that take turns."""
    one = draw(hours(window, shapes))
    other = draw(hours(window, shapes)) if draw(st.integers(0, 2)) == 2 else one
    return {weekday: (one, other)[number % 2] for number, weekday in enumerate(WEEKDAYS)}


@st.composite
def exceptions(draw: st.DrawFn, scene: Scene) -> list[dict[str, Any]]:
    days = draw(st.lists(st.sampled_from(sorted(set(days_of(scene)))), min_size=1, max_size=2, unique=True))
    return [{"date": day.isoformat(), "hours": draw(hours(window_of(scene), SHAPES))} for day in days]


@st.composite
def people(draw: st.DrawFn, key: str, scene: Scene) -> dict[str, Any]:
    low, high = window_of(scene)
    wider = draw(st.sampled_from([(low, high), (low, high), (max(0, low - 60), min(MIDNIGHT, high + 60))]))
    weeks = [draw(week(wider)) for _ in range(draw(st.sampled_from([1, 1, 2, 3])))]
    person: dict[str, Any] = {"key": key, "name": key.title(), "weeks": weeks}
    if len(weeks) > 1:
        monday = scene.day - timedelta(days=scene.day.weekday())
        person["rota_from"] = (monday + timedelta(weeks=draw(st.integers(-4, 4)))).isoformat()
    if draw(st.integers(0, 4)) == 4:
        person["exceptions"] = draw(exceptions(scene))
    if draw(st.integers(0, 2)) == 2:
        count = draw(st.integers(1, 2))
        person["absences"] = [draw(stretch(days_of(scene), (low, high), 60)) for _ in range(count)]
    return person


@st.composite
def rooms(draw: st.DrawFn, kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = []
    for kind in kinds:
        for number in range(draw(st.sampled_from([1, 1, 2]))):
            room: dict[str, Any] = {"key": f"{kind}{number}", "kind": kind}
            units = draw(st.sampled_from([1, 1, 2, 3]))
            result.append({**room, "units": units} if units > 1 else room)
    return result


@st.composite
def services(draw: st.DrawFn, key: str, team: tuple[str, ...], kinds: tuple[str, ...]) -> dict[str, Any]:
    shape = draw(
        st.sampled_from([[1], [1], [1], [0], [1, 0, 1], [0, 1], [1, 0], [1, 1], [0, 1, 0], [1, 0, 0, 1]])
    )
    longest = LONG if len(shape) == 1 else SHORT
    minutes = [draw(st.sampled_from(SHORT + longest)) for _ in shape]
    phases = [
        {"minutes": length, "staff": False} if not staff else {"minutes": length}
        for length, staff in zip(minutes, shape, strict=True)
    ]
    service: dict[str, Any] = {"key": key, "name": key.title(), "price": "40.00", "phases": phases}
    for buffer in ("buffer_before", "buffer_after"):
        if length := draw(st.sampled_from([0, 0, 0, 5, 10, 15, 30])):
            service[buffer] = length
    if kinds and draw(st.integers(0, 4)):
        service["room_kind"] = draw(st.sampled_from(kinds))
    if any(shape):
        service["performed_by"] = draw(performers(team, minutes))
    return service


@st.composite
def performers(draw: st.DrawFn, team: tuple[str, ...], minutes: list[int]) -> dict[str, Any]:
    keys = draw(st.permutations(team))
    result: dict[str, Any] = {}
    for key in keys[: draw(st.integers(1, len(team)))]:
        override: dict[str, Any] = {}
        if draw(st.integers(0, 3)) == 3:
            override["minutes"] = [draw(st.sampled_from(SHORT)) + length // 10 * 5 for length in minutes]
        if draw(st.integers(0, 3)) == 3:
            override["price"] = "55.50"
        result[key] = override
    return result
