"""Replay (rule 12): the bookings of a venue file in file order, each visit whole, on top of the blocks.

Hours are not checked: reception may overbook hours, never resources.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from balinea.slots import hours, place, rooms, seating, window
from balinea.slots.board import Board
from balinea.slots.diary import Diary
from balinea.slots.document import VenueFileError
from balinea.slots.file_values import FileBooking
from balinea.slots.seating import Seat
from balinea.slots.shape import Shape
from balinea.slots.values import Item, Menu, Placement

Numbered = tuple[int, FileBooking]

_LONGEST_VISIT = timedelta(days=7)


def replay(diary: Diary, menu: Menu) -> tuple[Placement, ...]:
    """Place every visit and record its claims in the diary. VenueFileError for the first booking that collides."""
    return tuple(_placed(diary, menu, visit) for visit in _visits(diary.file.bookings))


def _visits(bookings: Sequence[FileBooking]) -> list[list[Numbered]]:
    """Consecutive bookings with one visit text; a booking without one is a visit of its own."""
    grouped = groupby(enumerate(bookings), key=lambda entry: entry[1].visit or entry[0])
    return [list(visit) for _, visit in grouped]


def _placed(diary: Diary, menu: Menu, visit: Sequence[Numbered]) -> Placement:
    starts = [hours.instant(menu.rules.timezone, booking.start) for _, booking in visit]
    for (number, _), start in zip(visit, starts, strict=True):
        if abs(start - starts[0]) > _LONGEST_VISIT:
            raise VenueFileError(
                f"/bookings/{number}/start", "a start within a week of the visit's first booking"
            )
    board = _claims_around(diary, menu, visit, starts)
    bit = board.bit(starts[0])
    seats = tuple(
        _seat(menu, booking, board.bit(start) - bit)
        for (_, booking), start in zip(visit, starts, strict=True)
    )
    named = {
        position: booking.room for position, (_, booking) in enumerate(visit) if booking.room is not None
    }
    placement = place.seat(board, menu, seats, bit, named)
    if placement is None:
        position, expected = _collision(board, menu, seats, bit, named)
        raise VenueFileError(f"/bookings/{visit[position][0]}", expected)
    diary.record(claim for placed in placement.services for claim in placed.claims)
    return placement


def _claims_around(diary: Diary, menu: Menu, visit: Sequence[Numbered], starts: Sequence[datetime]) -> Board:
    services = [menu.services[booking.service] for _, booking in visit]
    resources = {booking.staff for _, booking in visit if booking.staff is not None}
    resources.update(unit for one in services for unit in menu.units.get(one.room_kind or "", ()))
    items = [Item(service=booking.service, staff=booking.staff) for _, booking in visit]
    around = timedelta(days=window.margin(menu, items))
    first, last = (window.local_date(menu.rules.timezone, instant) for instant in (min(starts), max(starts)))
    return diary.claims(first - around, last + around, resources)


def _seat(menu: Menu, booking: FileBooking, offset: int) -> Seat:
    service = menu.services[booking.service]
    item = Item(service=service.key, staff=booking.staff)
    return Seat(item, service, booking.staff, Shape.of(service, booking.staff), offset)


def _collision(
    board: Board, menu: Menu, seats: tuple[Seat, ...], bit: int, named: Mapping[int, str]
) -> tuple[int, str]:
    """Which booking of the visit collides, and with what."""
    position = seating.collision(board, seats, seating.staff_claims(seats), bit)
    if position is not None:
        return position, f"a start at which {seats[position].staff} is not taken, buffers included"
    stays = seating.stays(seats)
    for count in range(1, len(stays) + 1):
        wishes = [(stay, place.units(menu, stay, named)) for stay in stays[:count]]
        if next(rooms.assign(board, wishes, bit), None) is None:
            break
    stay = stays[count - 1]
    if len({named[position] for position in stay.seats if position in named}) > 1:
        return stay.seats[-1], "one room for the services of a visit that join"
    return stay.seats[0], f"a start at which a unit of kind {stay.kind} is free, buffers included"
