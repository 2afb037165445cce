"""Rule 10: visits of several services, by trying every order, person, wait and unit."""

from dataclasses import replace
from itertools import permutations
from typing import Any

from balinea.slots.tests.oracle.claims import Part, collision, keeps_rooms
from balinea.slots.tests.oracle.grid import days, grid, near_enough, soon_enough
from balinea.slots.tests.oracle.rooms import units
from balinea.slots.tests.oracle.single import refused_hours
from balinea.slots.tests.oracle.world import World

Item = tuple[dict[str, Any], str | None]  # the service and the person asked for


def orders(world: World) -> list[list[Item]]:
    asked = [(world.service(item["service"]), item.get("staff")) for item in world.query["items"]]
    if not world.query.get("any_order", False):
        return [asked]
    return [list(order) for order in permutations(asked)]


def starts(world: World) -> tuple[set[int], set[int]]:
    """Give the starts on the grid of some first person, and those of them that are offered."""
    tried: set[int] = set()
    offered: set[int] = set()
    for (service, asked), *others in orders(world):
        for day in days(world.query):
            for staff in world.people(service, asked):
                for start in grid(world, service, staff, day):
                    tried.add(start)
                    if start not in offered and is_offered(world, [(service, staff), *others], start):
                        offered.add(start)
    return tried, offered


def is_offered(world: World, order: list[Item], start: int) -> bool:
    in_time = soon_enough(world, start) and near_enough(world, start)
    return in_time and can_follow(world, order, [], [start])


def can_follow(world: World, order: list[Item], parts: list[Part], instants: list[int]) -> bool:
    """Say whether the rest of the order can be placed, its next service at one of these instants."""
    if len(parts) == len(order):
        return keeps_rooms(parts) and collision(parts, world.diary) is None
    service, asked = order[len(parts)]
    for staff in world.people(service, asked):
        for start in instants:
            for unit in units(world.file, service.get("room_kind")):
                part = Part(service=service, staff=staff, unit=unit, start=start)
                if refused_hours(world, part) or not stands_so_far(world, [*parts, part]):
                    continue
                following = [part.end + wait for wait in range(0, world.policy("max_wait", 0) + 5, 5)]
                if can_follow(world, order, [*parts, part], following):
                    return True
    return False


def stands_so_far(world: World, parts: list[Part]) -> bool:
    """Look ahead, so as to try less: but for the last buffer, what is placed claims the same whatever follows."""
    *settled, last = parts
    last = replace(last, service={**last.service, "buffer_after": 0})
    return keeps_rooms(parts) and collision([*settled, last], world.diary) is None
