"""Random cases for the laws: small venues on days of four hours, with much of what the rules can say.

`cases(scenes)` gives single services, `visits(scenes)` two or three services. Every case is valid: bookings
that would collide are left out (`with_collisions(scenes)` keeps them). `baths(scenes)` crowds the rooms.
"""

from balinea.slots.tests.strategies.baths import baths
from balinea.slots.tests.strategies.cases import cases, cases_and_blocks, visits, with_collisions
from balinea.slots.tests.strategies.scenes import SCENES

__all__ = ["SCENES", "baths", "cases", "cases_and_blocks", "visits", "with_collisions"]
