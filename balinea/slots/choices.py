"""Who may take a service of a visit, and when its phases fit them: what every search for visits begins with."""

from dataclasses import dataclass

from balinea.slots import starts
from balinea.slots.board import Board
from balinea.slots.masks import clashing, inside
from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person
from balinea.slots.values import Item, Menu, Service


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One person (or nobody) for one service, and every step at which the phases fit them, buffers aside."""

    item: Item
    service: Service
    staff: str | None
    shape: Shape
    fits: int


def choices(board: Board, menu: Menu, item: Item, *, within_hours: bool = True) -> tuple[Choice, ...]:
    """The choices for one service, in the team's order.

    With `within_hours=False` only claims are looked at, not opening, working hours and absences.
    """
    service = menu.services[item.service]
    frame = Frame.of(board, menu.rules)
    found = []
    for staff in menu.performers(service, item.staff):
        shape = Shape.of(service, staff)
        fits = _fitting(board, shape, staff, frame) if within_hours else _untaken(board, shape, staff)
        found.append(Choice(item=item, service=service, staff=staff, shape=shape, fits=fits))
    return tuple(found)


def _fitting(board: Board, shape: Shape, staff: str | None, frame: Frame) -> int:
    if staff is None:
        return inside(frame.opening, shape.length, frame.last)
    return starts.fitting(shape, Person.of(board, staff), frame)


def _untaken(board: Board, shape: Shape, staff: str | None) -> int:
    fits = board.whole
    taken = board.taken.get(staff, 0) if staff is not None else 0
    for low, high in shape.worked:
        fits &= ~clashing(taken, low, high)
    return fits
