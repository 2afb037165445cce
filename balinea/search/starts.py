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
NOT_INDEXED = Person(0, 0, 0, 0)
DAY = timedelta(days=1)
MINUTE = 60


class Stretch(NamedTuple):
    """Consecutive local days of one zone: Unix time of bit 0, the bit at which each day begins and the last one ends."""

    zone: ZoneInfo
    first: date
    origin: int
    edges: tuple[int, ...]
    last: int

    def instant(self, bit: int) -> datetime:
        """Return when a step begins, in the zone."""
        return datetime.fromtimestamp(self.unix(bit), self.zone)

    def unix(self, bit: int) -> int:
        """Return the Unix time at which a step begins."""
        return self.origin + bit * STEP_SECONDS

    def allowed(self, now: datetime, lead_minutes: int, horizon_days: int) -> int:
        """Return the steps that lead time and horizon allow (rule 8)."""
        days = (now.astimezone(self.zone).date() - self.first).days + 1 + horizon_days
        if days <= 0:
            return 0
        soonest = now.timestamp() + lead_minutes * MINUTE
        low = max(0, -int((self.origin - soonest) // STEP_SECONDS))
        return span(low, self.edges[min(days, len(self.edges) - 1)])


class Masks(NamedTuple):
    """What a stretch of days holds: the venue's opening, and the long masks of each resource that a recipe names."""

    opening: int
    people: Mapping[int, Person]


@lru_cache(maxsize=4_096)
def stretch(zone: ZoneInfo, first: date, days: int) -> Stretch:
    """Return a stretch of local days. A single day needs no marks where intervals must not join."""
    edges = [0]
    for number in range(days):
        edges.append(edges[-1] + hours.steps(zone, first + number * DAY))
    last = sum(1 << (edge - 1) for edge in edges[1:]) if days > 1 else 0
    return Stretch(zone, first, hours.midnight(zone, first), tuple(edges), last)


@lru_cache(maxsize=4_096)
def window(zone: ZoneInfo, day: date, earliest: time, latest: time) -> int:
    """Return the steps of a local day whose wall-clock time lies in the window, both ends included."""
    here = stretch(zone, day, 1)
    return sum(1 << bit for bit in range(here.edges[-1]) if earliest <= here.instant(bit).time() <= latest)


def starts(recipe: Recipe, here: Stretch, masks: Masks, allowed: int) -> int:
    """Return the starts with anybody, among those `allowed` by lead time and horizon."""
    frame = Frame(masks.opening, here.last, recipe.every, recipe.flush)
    if recipe.alone is not None:
        return _in_rooms(recipe, recipe.alone, of_nobody(recipe.alone, frame) & allowed, masks)
    found = 0
    for resource, shape, shortest in recipe.people:
        person = masks.people[resource]
        own = of_person(shape, person, frame) & allowed
        if not own:
            continue
        if recipe.units is not None:
            own = _in_rooms(recipe, shape, own, masks)
        if own and recipe.gapless:
            kept = gaps.keep(shape, person, own, shortest, here.last)
            own = gaps.or_all(kept, own, here.edges)
        found |= own
    return found


def near_midnight(recipe: Recipe, opening: int, day: date) -> bool:
    """Return whether buffers may reach beyond a day with this opening: its neighbours then decide too."""
    before, after = recipe.buffers
    size = stretch(recipe.timezone, day, 1).edges[-1]
    first_open = (opening & -opening).bit_length() - 1
    return before > first_open or opening.bit_length() + after > size


def _in_rooms(recipe: Recipe, shape: Shape, found: int, masks: Masks) -> int:
    if not found or recipe.units is None:
        return found
    seated = 0
    for unit in recipe.units:
        seated |= found & in_units(shape, (masks.people[unit].taken,))
        if seated == found:  # the other units need not be looked at
            break
    return seated
