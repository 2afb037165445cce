"""Visits of several services (rule 10): every choice of people, waits and units.

`find` says at which starts a visit fits at all; `patterns` walks through the choices of people and waits one by one,
for whoever wants to seat a visit.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from balinea.slots import relay, seating
from balinea.slots.board import Board
from balinea.slots.choices import Choice, choices
from balinea.slots.masks import STEP_MINUTES, clashing
from balinea.slots.relay import Candidates
from balinea.slots.seating import Seat, Stay
from balinea.slots.values import Item, Menu

Chain = Sequence[Sequence[Choice]]
"""For each service of a visit, in order, who may take it."""
Pattern = tuple[tuple[Seat, ...], int]
"""Who does what how long after the visit's start, and the starts at which the phases fit; buffers and rooms aside."""


def find(board: Board, menu: Menu, orders: Sequence[tuple[Item, ...]], candidates: Candidates) -> int:
    """The starts at which the visit fits in any of the orders of its services."""
    found = 0
    for items in orders:
        chain = [choices(board, menu, item) for item in items]
        hopeful = relay.starts(board, menu, chain, candidates)
        if relay.exact(chain):
            found |= hopeful
        elif hopeful & ~found:
            found |= _walked(board, menu, chain, hopeful & ~found, candidates)
    return found


def patterns(menu: Menu, chain: Chain, starts: int) -> Iterator[Pattern]:
    """The patterns whose phases fit at some of these starts: the shortest waits first, then the team's order."""
    waits = range(menu.rules.max_wait // STEP_MINUTES + 1)
    yield from _Walk(chain, waits, _reaches(chain, waits)).patterns((), starts)


class _Walk(NamedTuple):
    chain: Chain
    waits: range
    reaches: Sequence[int]
    """For each service: the ends of the one before from which it and all later ones fit, buffers and rooms aside."""

    def patterns(self, seats: tuple[Seat, ...], starts: int) -> Iterator[Pattern]:
        """The patterns that begin with these seats."""
        if len(seats) == len(self.chain):
            yield seats, starts
            return
        for wait in self.waits if seats else (0,):
            offset = seats[-1].end + wait if seats else 0
            for choice in self.chain[len(seats)]:
                seat = Seat(choice.item, choice.service, choice.staff, choice.shape, offset)
                left = starts & (choice.fits >> offset) & (self.reaches[len(seats) + 1] >> seat.end)
                if left:
                    yield from self.patterns((*seats, seat), left)


def _reaches(chain: Chain, waits: range) -> list[int]:
    reaches = [-1]
    for choices_of_one in reversed(chain):
        reach = 0
        for choice in choices_of_one:
            reach |= choice.fits & (reaches[0] >> choice.shape.length)
        reaches.insert(0, clashing(reach, 0, len(waits)))
    return reaches


def _walked(board: Board, menu: Menu, chain: Chain, hopeful: int, candidates: Candidates) -> int:
    """Of the hopeful starts those at which some pattern fits, buffers over other services included."""
    found = 0
    for choice in chain[0]:
        begin = hopeful & candidates(choice.service, choice.staff)
        for seats, starts in patterns(menu, [(choice,), *chain[1:]], begin):
            found |= _fitting(board, menu, seats, starts & ~found)
            if found == hopeful:
                return found
    return found


def _fitting(board: Board, menu: Menu, seats: tuple[Seat, ...], starts: int) -> int:
    """Of the starts at which a pattern's phases fit, those at which its buffers and rooms fit as well."""
    claims = seating.staff_claims(seats)
    if not starts or seating.double_booked(seats, claims):
        return 0
    for seat, spans in zip(seats, claims, strict=True):
        taken = board.taken.get(seat.staff, 0) if seat.staff is not None else 0
        for low, high in spans if taken else ():
            starts &= ~clashing(taken, low, high)
    return _housed(board, menu, seating.stays(seats), (), starts)


def _housed(
    board: Board, menu: Menu, wanted: Sequence[Stay], held: tuple[tuple[str, Stay], ...], starts: int
) -> int:
    """The starts at which the stays find a unit each, none held twice at one instant."""
    if not wanted or not starts:
        return starts
    stay, *others = wanted
    found = 0
    for unit in menu.units.get(stay.kind, ()):
        if any(unit == other and stay.span.overlaps(theirs.span) for other, theirs in held):
            continue
        free = starts & ~found & ~clashing(board.taken.get(unit, 0), *stay.span)
        found |= _housed(board, menu, others, (*held, (unit, stay)), free)
        if found == starts:
            break
    return found
