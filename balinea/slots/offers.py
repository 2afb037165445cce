"""The question that the engine answers: at which instants can this visit start, with whom, at what price?"""

from collections.abc import Iterable
from functools import partial
from itertools import permutations

from balinea.slots import gaps, starts, visits, window
from balinea.slots.board import Board
from balinea.slots.masks import bits
from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person
from balinea.slots.values import Item, Menu, Option, Query, Service, Slot


def find(board: Board, menu: Menu, query: Query) -> tuple[Slot, ...]:
    """The slots in order of instant. KeyError if an item names a service that is not on the menu.

    The board holds the dates asked for and its margin on both sides (see `Board`).
    """
    allowed = window.mask(board, menu.rules, query)
    if len(query.items) == 1:
        return _slots(board, menu, query.items[0], allowed)
    found = visits.find(board, menu, orders(query), partial(_candidates, board, menu, allowed))
    return tuple(Slot(start=board.instant(bit)) for bit in bits(found))


def orders(query: Query) -> tuple[tuple[Item, ...], ...]:
    """The orders in which the services may be done."""
    if not query.any_order:
        return (query.items,)
    return tuple(dict.fromkeys(permutations(query.items)))


def starts_by_person(board: Board, menu: Menu, item: Item, allowed: int) -> dict[str | None, int]:
    """The starts of one service for each person who may take it, in the team's order (None where nobody is needed).

    `allowed` is the window of rule 8 (`window.mask`): the gap rule looks at whole days within it.
    """
    service = menu.services[item.service]
    return {
        staff: _starts(board, menu, service, staff) & allowed
        if menu.rules.slot_policy == "all" or staff is None
        else _gapless(board, menu, service, staff, allowed)
        for staff in menu.performers(service, item.staff)
    }


def grid(board: Board, menu: Menu, service: Service, staff: str | None) -> int:
    """The starts that rule 7 offers for this service and person, fitting or not."""
    frame = Frame.of(board, menu.rules)
    if staff is None:
        return starts.opening_grid(frame)
    return starts.grid(Shape.of(service, staff), Person.of(board, staff), frame)


def _slots(board: Board, menu: Menu, item: Item, allowed: int) -> tuple[Slot, ...]:
    service = menu.services[item.service]
    found = starts_by_person(board, menu, item, allowed)
    options = {
        staff: Option(staff=staff, minutes=sum(service.minutes_of(staff)), price=service.price_of(staff))
        for staff in found
    }
    return tuple(
        Slot(
            start=board.instant(bit),
            options=tuple(options[staff] for staff, mask in found.items() if mask >> bit & 1),
        )
        for bit in bits(_union(found.values()))
    )


def _starts(board: Board, menu: Menu, service: Service, staff: str | None) -> int:
    frame, shape = Frame.of(board, menu.rules), Shape.of(service, staff)
    if staff is None:
        found = starts.of_nobody(shape, frame)
    else:
        found = starts.of_person(shape, Person.of(board, staff), frame)
    if service.room_kind is None or not found:
        return found
    units = menu.units.get(service.room_kind, ())
    return found & starts.in_units(shape, (board.taken.get(unit, 0) for unit in units))


def _gapless(board: Board, menu: Menu, service: Service, staff: str, allowed: int) -> int:
    found = _starts(board, menu, service, staff) & allowed
    shape, person = Shape.of(service, staff), Person.of(board, staff)
    kept = gaps.keep(shape, person, found, gaps.shortest(menu.services, staff), board.last)
    return gaps.or_all(kept, found, board.edges)


def _candidates(board: Board, menu: Menu, allowed: int, service: Service, staff: str | None) -> int:
    return grid(board, menu, service, staff) & allowed


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
