"""Visits of several services (rule 10): every choice of people, waits and units, for all starts at once.

A choice of people and waits is a rigid pattern, so the starts at which it fits are one mask. The walk goes through the
patterns service by service and leaves a branch as soon as no start is left in it, looking ahead with what the later
services could do at best (no buffers, no rooms).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from balinea.slots import seating, starts
from balinea.slots.board import Board
from balinea.slots.masks import STEP_MINUTES, clashing, inside
from balinea.slots.seating import Seat, Stay
from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person
from balinea.slots.values import Item, Menu, Service

Candidates = Callable[[Service, str | None], int]
"""The starts at which a visit may begin with this service and person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One person (or nobody) for one service, and every step at which the phases fit them."""

    item: Item
    service: Service
    staff: str | None
    shape: Shape
    fits: int


@dataclass(kw_only=True)
class Walk:
    """A walk through the patterns of one order of services. `open` holds the starts still looked for."""

    board: Board
    menu: Menu
    items: tuple[Item, ...]
    within_hours: bool = True
    open: int = field(init=False)

    def __post_init__(self) -> None:
        self.open = self.board.whole

    def patterns(self, candidates: Candidates) -> Iterator[tuple[tuple[Seat, ...], int]]:
        """Patterns with the starts at which their phases fit; buffers and rooms are still to be asked."""
        for choice in self.choices[0]:
            yield from self._from(choice, (), 0, self.open & candidates(choice.service, choice.staff))

    @cached_property
    def waits(self) -> range:
        """The waits between two services, in steps, the shortest first."""
        return range(self.menu.rules.max_wait // STEP_MINUTES + 1)

    @cached_property
    def choices(self) -> tuple[tuple[Choice, ...], ...]:
        """For each service, who may take it, in the team's order."""
        frame = Frame.of(self.board, self.menu.rules)
        return tuple(tuple(self._choices(item, frame)) for item in self.items)

    @cached_property
    def soon(self) -> tuple[int, ...]:
        """For each position: the steps from which the rest of the visit could go on at best, waits included."""
        soon = [-1]
        for choices in reversed(self.choices):
            reach = 0
            for choice in choices:
                reach |= choice.fits & (soon[-1] >> choice.shape.length)
            waited = 0
            for wait in self.waits:
                waited |= reach >> wait
            soon.append(waited)
        return tuple(reversed(soon))

    def _choices(self, item: Item, frame: Frame) -> Iterator[Choice]:
        service = self.menu.services[item.service]
        for staff in self.menu.performers(service, item.staff):
            shape = Shape.of(service, staff)
            yield Choice(
                item=item, service=service, staff=staff, shape=shape, fits=self._fits(shape, staff, frame)
            )

    def _fits(self, shape: Shape, staff: str | None, frame: Frame) -> int:
        if not self.within_hours:
            return self._untaken(shape, staff)
        if staff is None:
            return inside(frame.opening, shape.length, frame.last)
        return starts.fitting(shape, Person.of(self.board, staff), frame)

    def _untaken(self, shape: Shape, staff: str | None) -> int:
        fits = self.board.whole
        taken = self.board.taken.get(staff, 0) if staff is not None else 0
        for low, high in shape.worked:
            fits &= ~clashing(taken, low, high)
        return fits

    def _from(
        self, choice: Choice, before: tuple[Seat, ...], offset: int, mask: int
    ) -> Iterator[tuple[tuple[Seat, ...], int]]:
        seat = Seat(choice.item, choice.service, choice.staff, choice.shape, offset)
        seats = (*before, seat)
        mask &= (choice.fits >> offset) & (self.soon[len(seats)] >> seat.end)
        if not mask:
            return
        if len(seats) == len(self.items):
            yield seats, mask
            return
        for wait in self.waits:
            for following in self.choices[len(seats)]:
                yield from self._from(following, seats, seat.end + wait, mask & self.open)


def find(board: Board, menu: Menu, orders: Sequence[tuple[Item, ...]], candidates: Candidates) -> int:
    """The starts at which the visit fits in any of the orders of its services."""
    found = 0
    for items in orders:
        walk = Walk(board=board, menu=menu, items=items)
        walk.open &= ~found
        for seats, mask in walk.patterns(candidates):
            fits = fitting(board, menu, seats, mask & walk.open)
            found |= fits
            walk.open &= ~fits
    return found


def fitting(board: Board, menu: Menu, seats: tuple[Seat, ...], mask: int) -> int:
    """Of the starts at which a pattern's phases fit, those at which its buffers and rooms fit as well."""
    claims = seating.staff_claims(seats)
    if not mask or seating.double_booked(seats, claims):
        return 0
    for seat, spans in zip(seats, claims, strict=True):
        taken = board.taken.get(seat.staff, 0) if seat.staff is not None else 0
        for low, high in spans if taken else ():
            mask &= ~clashing(taken, low, high)
    return _housed(board, menu, seating.stays(seats), (), mask) if mask else 0


def _housed(
    board: Board, menu: Menu, wanted: Sequence[Stay], held: tuple[tuple[str, Stay], ...], mask: int
) -> int:
    """The starts at which the stays find a unit each, none held twice at one instant."""
    if not wanted or not mask:
        return mask
    stay, *others = wanted
    found = 0
    for unit in menu.units.get(stay.kind, ()):
        if any(unit == other and stay.span.overlaps(theirs.span) for other, theirs in held):
            continue
        free = mask & ~found & ~clashing(board.taken.get(unit, 0), *stay.span)
        found |= _housed(board, menu, others, (*held, (unit, stay)), free)
        if found == mask:
            break
    return found
