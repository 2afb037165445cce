"""Rule 11: which starts of a person would strand a gap."""

from balinea.slots.tests.oracle.claims import Part, is_free, staff_claims
from balinea.slots.tests.oracle.times import inside, overlap
from balinea.slots.tests.oracle.world import World


def shortest(world: World, staff: str) -> int:
    """Give the length of the shortest service that a person performs, without buffers."""
    performed = [service for service in world.file["services"] if staff in service.get("performed_by", {})]
    return min(Part(service=service, staff=staff, unit=None, start=0).end for service in performed)


def strands(world: World, part: Part) -> bool:
    limit = shortest(world, part.staff)
    return any(0 < rest < limit for rest in rests(world, part))


def rests(world: World, part: Part) -> tuple[int, int]:
    """Give what is left of the person's free run before and after the claim; never less than nothing.

    The run is followed outwards from the inner edge of each buffer: a buffer that passes the end of
    working hours or an absence leaves a negative rest, which counts as 0. The run stays in the working
    interval of the staff phase at that edge, or of the buffer's inner end where the outer phase is passive.
    """
    claims = staff_claims(part, part.before, part.after)
    first, last = claims[0][0], claims[-1][1]
    inner_first, inner_last = first + part.before, last - part.after
    passive_first = part.before > 0 and not part.phases[0][1]
    passive_last = part.after > 0 and not part.phases[-1][1]

    run_start = inner_first
    edge = (inner_first - 5, inner_first) if passive_first else (inner_first, inner_first + 5)
    for opens, closes in world.hours.working_near(part.staff, part.start):
        if inside(edge, (opens, closes)):
            while run_start > opens and is_free_time(world, part.staff, run_start - 5, run_start):
                run_start -= 5

    run_end = inner_last
    edge = (inner_last, inner_last + 5) if passive_last else (inner_last - 5, inner_last)
    for opens, closes in world.hours.working_near(part.staff, part.start):
        if inside(edge, (opens, closes)):
            while run_end < closes and is_free_time(world, part.staff, run_end, run_end + 5):
                run_end += 5

    return max(0, first - run_start), max(0, run_end - last)


def is_free_time(world: World, staff: str, start: int, end: int) -> bool:
    absent = any(overlap((start, end), absence) for absence in world.hours.absences(staff))
    return not absent and is_free(world.diary, staff, (start, end))
