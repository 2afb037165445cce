"""Rules 1 to 6, 9 and 11 for a single service: each person, each start, the first rule that refuses it."""

from balinea.slots.tests.oracle.claims import Part, collision, is_free, visit_claims
from balinea.slots.tests.oracle.gaps import strands
from balinea.slots.tests.oracle.grid import days, grid, near_enough, soon_enough
from balinea.slots.tests.oracle.rooms import units
from balinea.slots.tests.oracle.times import inside, overlap
from balinea.slots.tests.oracle.world import World

Verdict = tuple[Part, str | None]  # a start, and the rule that refuses it


def verdicts(world: World) -> list[Verdict]:
    """Give each start of each person's grid with the rule that refuses it, or None where it is offered."""
    (item,) = world.query["items"]
    service = world.service(item["service"])
    result: list[Verdict] = []
    for day in days(world.query):
        for staff in world.people(service, item.get("staff")):
            starts = grid(world, service, staff, day)
            parts = [Part(service=service, staff=staff, unit=None, start=start) for start in starts]
            result += without_gaps(world, [(part, refusal(world, part)) for part in parts])
    return result


def refusal(world: World, part: Part) -> str | None:
    """Name the first rule but the last one, `gap`, that refuses a start; None if it stands."""
    if not soon_enough(world, part.start):
        return "lead"
    if not near_enough(world, part.start):
        return "horizon"
    return refused_hours(world, part) or refused_claims(world, part)


def refused_hours(world: World, part: Part) -> str | None:
    """Rules 1, 2 and 4."""
    openings = world.hours.openings_near(part.start)
    if not any(inside((part.start, part.end), opening) for opening in openings):
        return "opening"
    if part.staff is None:
        return None
    working = world.hours.working_near(part.staff, part.start)
    if not all(any(inside(phase, interval) for interval in working) for phase in part.staff_phases):
        return "hours"
    absences = world.hours.absences(part.staff)
    if any(overlap(phase, absence) for phase in part.staff_phases for absence in absences):
        return "absence"
    return None


def refused_claims(world: World, part: Part) -> str | None:
    """Rules 4 to 6: the person, then any unit of the room kind."""
    for resource, span in visit_claims([part]):
        if not is_free(world.diary, resource, span):
            return "claim"
    for unit in units(world.file, part.room_kind):
        seated = Part(service=part.service, staff=part.staff, unit=unit, start=part.start)
        if collision([seated], world.diary) is None:
            return None
    return "room"


def without_gaps(world: World, judged: list[Verdict]) -> list[Verdict]:
    """Rule 11, for one service, person and local date."""
    if world.policy("slot_policy", "all") != "no_gaps":
        return judged
    left = [part for part, rule in judged if rule is None and part.staff is not None]
    hidden = [part for part in left if strands(world, part)]
    if len(hidden) == len(left):  # it would hide every start: none is hidden
        return judged
    return [(part, "gap" if part in hidden else rule) for part, rule in judged]
