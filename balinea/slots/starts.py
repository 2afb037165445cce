"""The starts of one service with one person or room, a whole day or week at once (rules 1, 2 and 4 to 7).

These are the functions for whoever asks thousands of times (search): plain integers in, a plain integer out. For one
local day pass its masks as they stand in the index and `last=0`; for buffers near midnight join days as `Board` does.
A search over many venues needs, a venue: one `Frame`, a person `Person` and `Shape` (keep the shapes: they change with
the menu only); then

    starts = of_person(shape, person, frame)                     # 1 to 3 microseconds a day
    starts &= in_units(shape, units_taken) if the service needs a room
    starts &= ahead of now, within the horizon and the window asked for
    first = (starts & -starts).bit_length() - 1                  # -1: none

The gap policy is `gaps.keep`; lead time, horizon and dates are `window.mask`.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from balinea.slots.board import Board
from balinea.slots.masks import STEP_MINUTES, clashing, comb, inside
from balinea.slots.shape import Shape
from balinea.slots.values import Rules


class Frame(NamedTuple):
    """What a venue's people share: opening, the last step of each day but the last known, the grid in steps."""

    opening: int
    last: int
    every: int
    flush: bool

    @classmethod
    def of(cls, board: Board, rules: Rules) -> "Frame":
        """The frame of a board."""
        return cls(board.opening, board.last, rules.grid_minutes // STEP_MINUTES, rules.flush_to_previous)


class Person(NamedTuple):
    """One person's masks: planned before absences, absences, claims, and where claims end."""

    planned: int
    absent: int
    taken: int
    ends: int

    @classmethod
    def of(cls, board: Board, staff: str) -> "Person":
        """The person as the board knows them; somebody unknown does not work."""
        return cls(*(masks.get(staff, 0) for masks in (board.planned, board.absent, board.taken, board.ends)))


# Planned hours repeat from week to week and from person to person: the grid is the same integer again.
_comb = lru_cache(maxsize=65_536)(comb)


def grid(shape: Shape, person: Person, frame: Frame) -> int:
    """The starts that rule 7 offers with this person, fitting or not."""
    starts = _comb(person.planned, frame.every, frame.last)
    if frame.flush:
        starts |= (person.ends << shape.before) & person.planned
    return starts


def opening_grid(frame: Frame) -> int:
    """The starts that rule 7 offers for a service that needs nobody."""
    return _comb(frame.opening, frame.every, frame.last)


def of_person(shape: Shape, person: Person, frame: Frame) -> int:
    """The starts of the grid that fit opening, hours, absences and claims of the person, buffers included."""
    starts = fitting(shape, person, frame)
    if starts:
        starts &= grid(shape, person, frame)
    return _clear_of_buffers(shape, person.taken, starts) if starts else 0


def of_nobody(shape: Shape, frame: Frame) -> int:
    """The starts of the grid that fit the opening, for a service that needs nobody."""
    return inside(frame.opening, shape.length, frame.last) & opening_grid(frame)


def fitting(shape: Shape, person: Person, frame: Frame) -> int:
    """Every start, grid or not, at which the opening holds the service and the person is free for each phase."""
    free = person.planned & ~(person.absent | person.taken)
    if not free:
        return 0
    opening, last = frame.opening, frame.last
    # One phase of the whole length lies inside a working interval, so inside an opening interval as well.
    whole = len(shape.worked) == 1 and shape.worked[0] == (0, shape.length)
    starts = -1 if whole else inside(opening, shape.length, last)
    for low, high in shape.worked:
        starts &= inside(free, high - low, last) >> low
    return starts


def in_units(shape: Shape, taken: Iterable[int]) -> int:
    """The starts at which at least one unit is free for the whole service and its buffers (rule 5), by units' claims.

    The result may be negative, as a mask without end: use it with `&`.
    """
    starts = 0
    for claims in taken:
        starts |= ~clashing(claims, -shape.before, shape.length + shape.after)
        if starts == -1:
            break
    return starts


def _clear_of_buffers(shape: Shape, taken: int, starts: int) -> int:
    if taken and shape.before:
        starts &= ~clashing(taken, -shape.before, 0)
    if taken and shape.after:
        starts &= ~clashing(taken, shape.length, shape.length + shape.after)
    return starts
