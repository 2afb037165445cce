"""The slot rules once more, by brute force, to check the engine against.

Written from the rules alone, one rule family a module, with nothing of the engine: instants are whole minutes, hours and claims
are lists of spans, and every choice is tried. Slow on purpose: each rule should be checkable line by line.

`oracle.slots(document)` takes a case `{venue_file, query}` and gives the list that `balinea slots` prints under `slots`;
`oracle.refused(document)` gives the refused starts of a single service. A file whose bookings collide raises `Collision`.
"""

from balinea.slots.tests.oracle.answer import refused, slots, tried
from balinea.slots.tests.oracle.replay import Collision

__all__ = ["Collision", "refused", "slots", "tried"]
