"""Rules 4 to 6, and 10 where services join: what a visit claims of people and units."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from balinea.slots.tests.oracle.times import Span, overlap

Diary = dict[str, list[Span]]  # what is claimed, by staff key or unit name


@dataclass(frozen=True, kw_only=True)
class Part:
    """One service of a visit, placed."""

    service: dict[str, Any]
    staff: str | None
    unit: str | None
    start: int

    @property
    def phases(self) -> list[tuple[Span, bool]]:
        own = self.service.get("performed_by", {}).get(self.staff, {}).get("minutes")
        at, result = self.start, []
        for number, phase in enumerate(self.service["phases"]):
            minutes = own[number] if own else phase["minutes"]
            result.append(((at, at + minutes), phase.get("staff", True)))
            at += minutes
        return result

    @property
    def staff_phases(self) -> list[Span]:
        return [span for span, needs_staff in self.phases if needs_staff]

    @property
    def end(self) -> int:
        return self.phases[-1][0][1]

    @property
    def before(self) -> int:
        return self.service.get("buffer_before", 0)

    @property
    def after(self) -> int:
        return self.service.get("buffer_after", 0)

    @property
    def room_kind(self) -> str | None:
        return self.service.get("room_kind")


def needs_staff(service: dict[str, Any]) -> bool:
    return any(phase.get("staff", True) for phase in service["phases"])


def joins(first: Part, second: Part) -> bool:
    return first.end == second.start


def goes_on_person(first: Part, second: Part) -> bool:
    return joins(first, second) and first.staff is not None and first.staff == second.staff


def goes_on_room(first: Part, second: Part) -> bool:
    return joins(first, second) and first.room_kind is not None and first.room_kind == second.room_kind


def staff_claims(part: Part, before: int, after: int) -> list[Span]:
    """Give each staff phase; a buffer widens the phase that it touches, else it is a claim of its own."""
    if part.staff is None:
        return []
    spans = part.staff_phases
    if before and spans[0][0] == part.start:
        spans[0] = (part.start - before, spans[0][1])
    elif before:
        spans.insert(0, (part.start - before, part.start))
    if after and spans[-1][1] == part.end:
        spans[-1] = (spans[-1][0], part.end + after)
    elif after:
        spans.append((part.end, part.end + after))
    return spans


def visit_claims(parts: list[Part]) -> list[tuple[str, Span]]:
    """Give every claim of a visit; a person or room that goes on drops the two buffers in between."""
    result: list[tuple[str, Span]] = []
    for number, part in enumerate(parts):
        previous = parts[number - 1] if number > 0 else None
        following = parts[number + 1] if number + 1 < len(parts) else None
        before = 0 if previous and goes_on_person(previous, part) else part.before
        after = 0 if following and goes_on_person(part, following) else part.after
        result += [(part.staff, span) for span in staff_claims(part, before, after)]
        before = 0 if previous and goes_on_room(previous, part) else part.before
        after = 0 if following and goes_on_room(part, following) else part.after
        if part.unit is not None:
            result.append((part.unit, (part.start - before, part.end + after)))
    return result


def is_free(diary: Diary, resource: str, span: Span) -> bool:
    return not any(overlap(span, claim) for claim in diary.get(resource, []))


def collision(parts: list[Part], diary: Diary) -> str | None:
    """Name the first resource that the visit would need twice at once, if any."""
    filled = {resource: list(spans) for resource, spans in diary.items()}
    for resource, span in visit_claims(parts):
        if not is_free(filled, resource, span):
            return resource
        filled.setdefault(resource, []).append(span)
    return None


def keeps_rooms(parts: list[Part]) -> bool:
    """Say whether services that join in one room kind keep the same unit."""
    return all(first.unit == second.unit for first, second in pairwise(parts) if goes_on_room(first, second))
