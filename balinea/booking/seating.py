"""Decide how a visit is seated: once, when it is held or moved, under the venue's lock."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from balinea.booking.menus import Known
from balinea.booking.values import Seat
from balinea.scheduling.claim import Wanted
from balinea.slots import offers as engine
from balinea.slots import place
from balinea.slots.board import Board
from balinea.slots.values import Menu, Placed, Placement, Query

MOST_PLACEMENTS = 200  # of a visit that fits in more ways, the first so many are compared


class NotOfferedError(Exception):
    """The start lies outside hours, grid, lead time or horizon: nobody's booking is in the way."""


class TakenError(Exception):
    """The start would be offered if others had not booked. Carries the board on which it was looked for."""

    def __init__(self, board: Board) -> None:
        super().__init__("taken")
        self.board = board


def seat(*, known: Known, board: Board, query: Query, start: datetime) -> Placement:
    """Return the one way in which this visit is seated at this start. Raises NotOfferedError, TakenError.

    Where nobody was asked for, the people with the least scarce skills come first, then those who are least busy on
    that day, then the team's order; of a visit's seatings the one that ends first.
    """
    found = list(islice(_placements(known.menu, board, query, start), MOST_PLACEMENTS))
    if not found:
        raise _refusal(known.menu, board, query, start)
    busy = _busy(board, start)
    return min(
        found,
        key=lambda one: (
            one.services[-1].end,
            sum(_scarcity(known.menu, placed.staff) for placed in one.services),
            sum(busy(placed.staff) for placed in one.services),
        ),
    )


def _placements(menu: Menu, board: Board, query: Query, start: datetime) -> Iterator[Placement]:
    slot = next((slot for slot in engine.find(board, menu, query) if slot.start == start), None)
    if slot is None:
        return
    if len(query.items) == 1:
        for option in slot.options:
            item = replace(query.items[0], staff=option.staff)
            yield from islice(place.placements(board, menu, (item,), start), 1)
        return
    bit = board.bit(start)
    for items in engine.orders(query):
        for placement in place.placements(board, menu, items, start):
            first = placement.services[0]
            # the grid is that of the first service's person (rule 10), which placements do not look at
            if engine.grid(board, menu, menu.services[first.item.service], first.staff) >> bit & 1:
                yield placement


def _refusal(menu: Menu, board: Board, query: Query, start: datetime) -> Exception:
    """Say whether others' claims are the reason: would the start be offered without them?

    The ends of claims stay, as starts may be flush to them, and the gap rule is left out, as it looks at claims.
    """
    empty = replace(board, taken={})
    patient = replace(menu, rules=replace(menu.rules, slot_policy="all"))
    offered = any(slot.start == start for slot in engine.find(empty, patient, query))
    return TakenError(board) if offered else NotOfferedError(start.isoformat())


def _scarcity(menu: Menu, staff: str | None) -> float:
    """How rare a person's rarest skill is: 1 where nobody else has it."""
    skills = (service.performers for service in menu.services.values() if staff in service.performers)
    return max((1 / len(performers) for performers in skills), default=0)


def _busy(board: Board, start: datetime) -> Callable[[str | None], int]:
    low, high = board.day_span(board.bit(start))
    day = (1 << high) - (1 << low)
    return lambda staff: (board.taken.get(staff, 0) & day).bit_count() if staff else 0


def seats(*, known: Known, placement: Placement) -> tuple[Seat, ...]:
    """Return the services of a placement as they are promised, at the menu's prices."""
    return tuple(_seat(known, placed) for placed in placement.services)


def _seat(known: Known, placed: Placed) -> Seat:
    service = known.menu.services[placed.item.service]
    return Seat(
        service=service.key,
        name=service.name,
        staff=placed.staff,
        staff_name=known.offered.names[placed.staff] if placed.staff else None,
        unit=placed.unit,
        start=placed.start,
        end=placed.end,
        price_minor=known.minor(service.price_of(placed.staff)),
    )


def wanted(*, known: Known, placement: Placement) -> list[Wanted]:
    """Return what the placement claims."""
    return [
        Wanted(resource_id=known.offered.resources[claim.resource], start=claim.start, end=claim.end)
        for placed in placement.services
        for claim in placed.claims
    ]
