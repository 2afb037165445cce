"""No stranded gaps (rule 11): hide starts that leave a rest too short for any service of the person."""

from collections.abc import Mapping
from itertools import pairwise

from balinea.slots.masks import inside, span
from balinea.slots.shape import Shape
from balinea.slots.starts import Person
from balinea.slots.values import Service


def keep(shape: Shape, person: Person, starts: int, shortest: int, last: int) -> int:
    """The starts that leave no rest longer than 0 and shorter than `shortest` steps, before or after.

    `last` marks the last step of each day. The rule's "if all would be hidden, none is" is `or_all`, day by day.
    """
    return starts & ~_stranding(shape, person, shortest, last)


def or_all(kept: int, starts: int, edges: tuple[int, ...]) -> int:
    """On each local day (`edges` as in `Board`), what was kept, or all of the day's starts if nothing was."""
    shown = kept
    for low, high in pairwise(edges):
        day = span(low, high)
        if not kept & day:
            shown |= starts & day
    return shown


def shortest(services: Mapping[str, Service], staff: str) -> int:
    """The steps of the shortest service that the person performs: all phases, their minutes, no buffers."""
    return min(
        Shape.of(service, staff).length
        for service in services.values()
        if service.staffed and staff in service.performers
    )


def _stranding(shape: Shape, person: Person, shortest: int, last: int) -> int:
    """The starts that strand a rest beside the claim, which runs from the first to the last claimed minute.

    The free run around the claim ends at the working interval, an absence or another claim, looked for from the edge of
    the service outwards (from the person's phase if there is no buffer). A buffer that passes such an end leaves a
    negative rest, which counts as 0. What lies inside the claim, in a phase without the person, ends nothing.
    """
    worked = person.planned & ~person.absent
    free = worked & ~person.taken
    roomy = inside(free, shortest, last)
    if shape.before:
        low = -shape.before
        reached = _moved(inside(worked, shape.before + 1, last), low - 1) & ~_moved(last, -1)
    else:
        low = shape.worked[0][0]
        reached = _moved(inside(worked, 2, last), low - 1)
    stranding = reached & _moved(free & ~(roomy << (shortest - 1)), low - 1)
    if shape.after:
        high = shape.length + shape.after
        reached = _moved(inside(worked, shape.after + 1, last), shape.length) & ~_moved(
            last, shape.length - 1
        )
    else:
        high = shape.worked[-1][1]
        reached = _moved(inside(worked, 2, last), high - 1)
    return stranding | (reached & _moved(free & ~roomy, high))


def _moved(mask: int, offset: int) -> int:
    """The starts at which the mask is set `offset` steps on."""
    return mask >> offset if offset >= 0 else mask << -offset
