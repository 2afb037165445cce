"""Visits of several services for all starts at once: what can follow, computed from the last service back (rule 10).

For each service, person and unit this gives the steps from which the service and all later ones can be done. A service
sees the next one only: who goes on, and whether a wait holds the buffers of both. That is all there is to see unless
buffers are longer than a whole service in between, which `exact` tells.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from balinea.slots.board import Board
from balinea.slots.choices import Choice
from balinea.slots.masks import STEP_MINUTES, clashing
from balinea.slots.values import Menu, Service

Candidates = Callable[[Service, str | None], int]
"""The starts at which a visit may begin with this service and person."""


class _Post(NamedTuple):
    """One person and one unit for one service. Masks of starts: phases and room fit, each buffer is clear."""

    choice: Choice
    unit: str | None
    fits: int
    person_before: int
    person_after: int
    unit_before: int
    unit_after: int


class _Leg(NamedTuple):
    """A post, and the starts from which the visit can be finished.

    `starts` asks whether the person and whether the unit go on from the service before, which spares their buffer.
    """

    post: _Post
    starts: dict[tuple[bool, bool], int]


class _Next(NamedTuple):
    """A leg that may follow, and the ends of a service from which a wait leads to it."""

    leg: _Leg
    soon: int
    """For others: any wait."""
    late: int
    """For the same person or unit: a wait that holds the buffers of both services."""


def starts(board: Board, menu: Menu, chain: Sequence[Sequence[Choice]], candidates: Candidates) -> int:
    """The starts of a visit with these choices for its services, in order; perhaps too many if not `exact`."""
    legs: list[_Leg] = []
    following: Service | None = None
    for choices in reversed(chain):
        posts = [post for choice in choices for post in _posts(board, menu, choice)]
        if not posts:
            return 0
        service = choices[0].service
        if following is None:
            legs = [_leg(post, post.person_after & post.unit_after) for post in posts]
        else:
            nexts = _nexts(menu, service, following, legs)
            one_room = service.room_kind is not None and service.room_kind == following.room_kind
            legs = [_leg(post, _onward(post, nexts, one_room=one_room)) for post in posts]
        following = service
    found = 0
    for leg in legs:
        found |= leg.starts[False, False] & candidates(leg.post.choice.service, leg.post.choice.staff)
    return found


def exact(chain: Sequence[Sequence[Choice]]) -> bool:
    """Whether no buffers of two services can meet over the services between them."""
    lengths = [min((choice.shape.length for choice in choices), default=0) for choices in chain]
    buffers = [(choices[0].shape.before, choices[0].shape.after) if choices else (0, 0) for choices in chain]
    return all(
        buffers[one][1] + buffers[other][0] <= sum(lengths[one + 1 : other])
        for one, other in combinations(range(len(chain)), 2)
        if other > one + 1
    )


def _posts(board: Board, menu: Menu, choice: Choice) -> list[_Post]:
    kind, shape = choice.service.room_kind, choice.shape
    end = shape.length + shape.after
    person = board.taken.get(choice.staff, 0) if choice.staff is not None else 0
    posts = []
    for unit in (None,) if kind is None else menu.units.get(kind, ()):
        room = board.taken.get(unit, 0) if unit is not None else 0
        posts.append(
            _Post(
                choice=choice,
                unit=unit,
                fits=choice.fits & ~clashing(room, 0, shape.length),
                person_before=~clashing(person, -shape.before, 0),
                person_after=~clashing(person, shape.length, end),
                unit_before=~clashing(room, -shape.before, 0),
                unit_after=~clashing(room, shape.length, end),
            )
        )
    return posts


def _leg(post: _Post, onward: int) -> _Leg:
    both = post.fits & onward
    person, unit = both & post.person_before, both & post.unit_before
    starts = {(True, True): both, (True, False): unit, (False, True): person, (False, False): person & unit}
    return _Leg(post, starts)


def _nexts(menu: Menu, service: Service, following: Service, legs: Sequence[_Leg]) -> list[_Next]:
    most = menu.rules.max_wait // STEP_MINUTES
    least = max(1, (service.buffer_after + following.buffer_before) // STEP_MINUTES)
    nexts = []
    for leg in legs:
        reached = leg.starts[False, False]
        nexts.append(_Next(leg, clashing(reached, 1, most + 1), clashing(reached, least, most + 1)))
    return nexts


def _onward(post: _Post, nexts: Sequence[_Next], *, one_room: bool) -> int:
    """The starts of a post from which its service can be followed."""
    same = other = waited = 0
    for following in nexts:
        starts, after = following.leg.starts, following.leg.post
        same_person = after.choice.staff is not None and after.choice.staff == post.choice.staff
        same_unit = after.unit is not None and after.unit == post.unit
        waited |= following.late if same_person or same_unit else following.soon
        if one_room and not same_unit:
            continue  # without a wait the room goes on, and must be the same
        if same_person:
            same |= starts[True, one_room]
        else:
            other |= starts[False, one_room]
    length = post.choice.shape.length
    joined = (same >> length) | ((other >> length) & post.person_after)
    if not one_room:
        joined &= post.unit_after
    return joined | ((waited >> length) & post.person_after & post.unit_after)
