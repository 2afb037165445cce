"""A visit as a rigid pattern: who does which service, how many steps after the visit's start, and what that claims.

Buffers between two services that join without a wait are dropped for the resource that goes on (rule 10): the same
person, and the same kind of room, which must then keep the same unit.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from balinea.slots.board import Board
from balinea.slots.masks import clashing
from balinea.slots.shape import Shape
from balinea.slots.values import Item, Service


class Seat(NamedTuple):
    """One service of the visit. The offset counts from the visit's start, in steps."""

    item: Item
    service: Service
    staff: str | None
    shape: Shape
    offset: int

    @property
    def end(self) -> int:
        """The offset at which the service ends."""
        return self.offset + self.shape.length


class Span(NamedTuple):
    """Steps of the visit, counted from its start."""

    low: int
    high: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a step."""
        return self.low < other.high and other.low < self.high


class Stay(NamedTuple):
    """One unit of a kind for consecutive services that join, buffers of the outer edges included."""

    kind: str
    span: Span
    start: int
    """The offset at which its first service starts; the span may begin earlier, with a buffer."""
    seats: tuple[int, ...]
    """The positions of the services that it serves."""


def goes_on(seat: Seat, following: Seat) -> bool:
    """Whether the next service joins without a wait."""
    return seat.end == following.offset


def staff_claims(seats: Sequence[Seat]) -> list[list[Span]]:
    """What each service claims its staff member for."""
    claims = []
    for position, seat in enumerate(seats):
        before = 0 if position and _same_person(seats[position - 1], seat) else seat.shape.before
        last = position + 1 == len(seats)
        after = 0 if not last and _same_person(seat, seats[position + 1]) else seat.shape.after
        spans = seat.shape.claims(before, after)
        claims.append([Span(low + seat.offset, high + seat.offset) for low, high in spans])
    return claims


def stays(seats: Sequence[Seat]) -> list[Stay]:
    """What the visit needs of rooms: one stay for each chain of services that join in one kind of room."""
    found: list[Stay] = []
    for position, seat in enumerate(seats):
        kind = seat.service.room_kind
        if kind is None:
            continue
        low, end = seat.offset - seat.shape.before, seat.end + seat.shape.after
        before = seats[position - 1] if position else None
        if before is not None and before.service.room_kind == kind and goes_on(before, seat):
            chain = found.pop()
            found.append(Stay(kind, Span(chain.span.low, end), chain.start, (*chain.seats, position)))
        else:
            found.append(Stay(kind, Span(low, end), seat.offset, (position,)))
    return found


def double_booked(seats: Sequence[Seat], claims: Sequence[Sequence[Span]]) -> bool:
    """Whether the visit itself would claim one person twice at one instant."""
    return any(
        seats[one].staff is not None
        and seats[one].staff == seats[other].staff
        and any(mine.overlaps(theirs) for mine in claims[one] for theirs in claims[other])
        for one, other in combinations(range(len(seats)), 2)
    )


def collision(
    board: Board, seats: Sequence[Seat], claims: Sequence[Sequence[Span]], start: int
) -> int | None:
    """The position of the first service whose person is taken, or is claimed twice by the visit, from this step on."""
    for position, (seat, spans) in enumerate(zip(seats, claims, strict=True)):
        if seat.staff is None:
            continue
        taken = board.taken.get(seat.staff, 0)
        if any(clashing(taken, low, high) >> start & 1 for low, high in spans):
            return position
        if double_booked(seats[: position + 1], claims[: position + 1]):
            return position
    return None


def _same_person(seat: Seat, following: Seat) -> bool:
    return seat.staff is not None and seat.staff == following.staff and goes_on(seat, following)
