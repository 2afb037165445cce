"""How a visit is seated at one instant: who, where, and what exactly is claimed (rules 3 to 6 and 10).

Lead time, horizon, grid and gap policy are not looked at here: they say what is offered, not what fits.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from balinea.slots import rooms, seating, visits
from balinea.slots.board import Board
from balinea.slots.choices import choices
from balinea.slots.seating import Seat
from balinea.slots.values import Claimed, Item, Menu, Placed, Placement


def placements(
    board: Board, menu: Menu, items: Sequence[Item], start: datetime, *, within_hours: bool = True
) -> Iterator[Placement]:
    """Every choice of people and waits that seats these services, in this order, from this instant.

    The shortest waits come first, then the team's order; each choice comes once, with the units that fit best. With
    `within_hours=False` opening, working hours and absences are not asked (reception may overbook hours, never
    resources). The board holds the start's date and its margin (see `Board`). Nothing comes of a start that is not on
    a step of 5 minutes.
    """
    bit = board.bit(start)
    if not 0 <= bit < board.size or board.instant(bit) != start:
        return
    chain = [choices(board, menu, item, within_hours=within_hours) for item in items]
    for seats, _ in visits.patterns(menu, chain, 1 << bit):
        placement = seat(board, menu, seats, bit)
        if placement is not None:
            yield placement


def seat(
    board: Board, menu: Menu, seats: tuple[Seat, ...], bit: int, named: Mapping[int, str] | None = None
) -> Placement | None:
    """Seat a pattern at this step, buffers and rooms included; None if a claim collides.

    `named` gives the unit for some of the services, by position. Hours are not asked.
    """
    claims = seating.staff_claims(seats)
    if seating.collision(board, seats, claims, bit) is not None:
        return None
    stays = seating.stays(seats)
    wishes = [(stay, units(menu, stay, named or {})) for stay in stays]
    housed = next(rooms.assign(board, wishes, bit), None)
    if housed is None:
        return None
    return _settled(board, seats, bit, dict(zip(stays, housed, strict=True)))


def units(menu: Menu, stay: seating.Stay, named: Mapping[int, str]) -> tuple[str, ...]:
    """The units that a stay may take: those of its kind, or the one that its services name."""
    wanted = {named[position] for position in stay.seats if position in named}
    return tuple(unit for unit in menu.units.get(stay.kind, ()) if wanted <= {unit})


def _settled(board: Board, seats: Sequence[Seat], bit: int, housed: Mapping[seating.Stay, str]) -> Placement:
    units: dict[int, str] = {}
    rooms_claims: dict[int, Claimed] = {}
    for stay, unit in housed.items():
        units.update(dict.fromkeys(stay.seats, unit))
        rooms_claims[stay.seats[0]] = _claimed(board, unit, bit, stay.span)
    services = []
    for position, (one, spans) in enumerate(zip(seats, seating.staff_claims(seats), strict=True)):
        claims = [_claimed(board, one.staff, bit, span) for span in spans if one.staff is not None]
        if position in rooms_claims:
            claims.append(rooms_claims[position])
        services.append(
            Placed(
                item=one.item,
                staff=one.staff,
                unit=units.get(position),
                start=board.instant(bit + one.offset),
                end=board.instant(bit + one.end),
                claims=tuple(claims),
            )
        )
    return Placement(services=tuple(services))


def _claimed(board: Board, resource: str, bit: int, span: seating.Span) -> Claimed:
    return Claimed(resource=resource, start=board.instant(bit + span.low), end=board.instant(bit + span.high))
