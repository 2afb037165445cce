"""A recipe: all that the slot engine needs to find a service's starts, as a short text in the service's listing.

Searches read thousands of them, so the text is compact JSON and what was read once is kept: a text says everything
about its recipe, so nothing ever has to be forgotten.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from balinea.slots.shape import Shape

KEPT = 16_384  # recipes in memory, about 1 kB each


class Person(NamedTuple):
    """Somebody who performs the service: their resource, the service in their hands, their shortest service (steps)."""

    resource: int
    shape: Shape
    shortest: int


class Recipe(NamedTuple):
    """Lengths in steps of 5 minutes; `units` is None when no room is needed, `alone` when nobody performs it."""

    timezone: ZoneInfo
    every: int
    flush: bool
    gapless: bool
    lead_minutes: int
    horizon_days: int
    units: tuple[int, ...] | None
    people: tuple[Person, ...]
    alone: Shape | None

    @property
    def resources(self) -> tuple[int, ...]:
        """Whose days the answer depends on."""
        return (*(person.resource for person in self.people), *(self.units or ()))

    def of_one(self) -> "Recipe":
        """Return the recipe with the first person alone, in the first of its rooms: its starts are some of them all.

        The gap rule looks at all starts of a person, so rooms stay where it holds.
        """
        units = self.units if self.gapless else self.units and self.units[:1]
        return self._replace(people=self.people[:1], units=units)

    @property
    def buffers(self) -> tuple[int, int]:
        """The service's buffers before and after: they are the same in everybody's hands."""
        shape = self.alone or self.people[0].shape
        return shape.before, shape.after


def written(recipe: Recipe) -> str:
    """Return a recipe as text."""
    return json.dumps(
        [
            recipe.timezone.key,
            recipe.every,
            int(recipe.flush),
            int(recipe.gapless),
            recipe.lead_minutes,
            recipe.horizon_days,
            recipe.units,
            [[person.resource, person.shape, person.shortest] for person in recipe.people],
            recipe.alone,
        ],
        separators=(",", ":"),
    )


@lru_cache(maxsize=KEPT)
def read(text: str) -> Recipe:
    """Return the recipe of a text that `written` wrote."""
    zone, every, flush, gapless, lead, horizon, units, people, alone = json.loads(text)
    shapes: dict[str, Shape] = {}
    return Recipe(
        timezone=ZoneInfo(zone),
        every=every,
        flush=bool(flush),
        gapless=bool(gapless),
        lead_minutes=lead,
        horizon_days=horizon,
        units=None if units is None else tuple(units),
        people=tuple(
            Person(resource, shapes.setdefault(str(shape), _shape(shape)), shortest)
            for resource, shape, shortest in people
        ),
        alone=None if alone is None else _shape(alone),
    )


def _shape(parts: Sequence[object]) -> Shape:
    length, worked, before, after = parts
    return Shape(length, tuple((low, high) for low, high in worked), before, after)  # type: ignore[arg-type,attr-defined]
