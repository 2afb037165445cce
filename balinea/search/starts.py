"""The starts of a recipe on a stretch of local days: the slot engine's own functions over rows of the index. Pure.

This must give what `booking.queries.offers` gives; a test compares the two for hundreds of venues and days.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from balinea.search.recipes import Recipe
from balinea.slots import gaps, hours
from balinea.slots.masks import STEP_MINUTES, span
from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person, in_units, of_nobody, of_person

STEP_SECONDS = STEP_MINUTES * 60


class Masks(NamedTuple):
    """What a stretch of days holds: the venue's opening, and each resource's long masks."""

    opening: int
    people: Mapping[int, Person]


class Stretch(NamedTuple):
    """Consecutive local days of one zone: Unix time of bit 0, the bit at which each day begins and the last one ends."""

    origin: int
    edges: tuple[int, ...]
    last: int

    def instant(self, bit: int) -> int:
        """Return the Unix time of a step."""
        return self.origin + bit * STEP_SECONDS

    def not_before(self, unix: float) -> int:
        """Return the mask of the steps that begin at this time or later."""
        low = max(0, -int((self.origin - unix) // STEP_SECONDS))
        return span(low, self.edges[-1])


@lru_cache(maxsize=4_096)
def stretch(zone: ZoneInfo, first: date, days: int) -> Stretch:
    """Return a stretch of local days. A single day needs no marks where intervals must not join."""
    edges = [0]
    for number in range(days):
        edges.append(edges[-1] + hours.steps(zone, first + timedelta(days=number)))
    last = sum(1 << (edge - 1) for edge in edges[1:]) if days > 1 else 0
    return Stretch(hours.midnight(zone, first), tuple(edges), last)


@lru_cache(maxsize=4_096)
def window(zone: ZoneInfo, day: date, earliest: time, latest: time) -> int:
    """Return the steps of a local day whose wall-clock time lies in the window, both ends included."""
    here = stretch(zone, day, 1)
    return sum(
        1 << bit
        for bit in range(here.edges[-1])
        if earliest <= datetime.fromtimestamp(here.instant(bit), zone).time() <= latest
    )


def starts(recipe: Recipe, here: Stretch, masks: Masks, allowed: int, enough: int = 0) -> int:
    """Return the starts with anybody, among those `allowed` by lead time and horizon.

    With `enough`, the answer may stop at the first person who has a start in that mask.
    """
    frame = Frame(masks.opening, here.last, recipe.every, recipe.flush)
    if recipe.alone is not None:
        return _in_rooms(recipe, recipe.alone, of_nobody(recipe.alone, frame) & allowed, masks)
    found = 0
    for somebody in recipe.people:
        person = masks.people.get(somebody.resource)
        if person is None:
            continue
        own = of_person(somebody.shape, person, frame) & allowed
        own = _in_rooms(recipe, somebody.shape, own, masks)
        if own and recipe.gapless:
            kept = gaps.keep(somebody.shape, person, own, somebody.shortest, here.last)
            own = gaps.or_all(kept, own, here.edges)
        found |= own
        if found & enough:
            break
    return found


def near_midnight(recipe: Recipe, opening: int, size: int) -> bool:
    """Return whether buffers may reach beyond a day of `size` steps with this opening: its neighbours then decide too."""
    if not opening:
        return False
    shapes = [person.shape for person in recipe.people] if recipe.alone is None else [recipe.alone]
    before = max((shape.before for shape in shapes), default=0)
    after = max((shape.after for shape in shapes), default=0)
    first_open = (opening & -opening).bit_length() - 1
    return before > first_open or opening.bit_length() + after > size


def _in_rooms(recipe: Recipe, shape: Shape, found: int, masks: Masks) -> int:
    if not found or recipe.units is None:
        return found
    taken = [masks.people[unit].taken if unit in masks.people else 0 for unit in recipe.units]
    return found & in_units(shape, taken)
