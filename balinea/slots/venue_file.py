"""The venue file (version 1): parsed, checked, and as the engine's menu and board.

file = venue_file.parse(venue_file.load(text))
slots = offers.find(venue_file.board(file, first, days), venue_file.menu(file), query)
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from balinea.slots import file_menu, file_team, file_venue, replay
from balinea.slots.board import Board
from balinea.slots.diary import Diary
from balinea.slots.document import Fields, Node, VenueFileError, load
from balinea.slots.file_values import FileBlock, FileBooking, FileRoom, FileService, FileStaff, VenueFile
from balinea.slots.values import Menu

__all__ = ["VenueFile", "VenueFileError", "board", "load", "menu", "parse"]

_Part = TypeVar("_Part", FileStaff, FileRoom, FileService, FileBlock, FileBooking)
_VERSION = 1


def parse(document: object) -> VenueFile:
    """Check a document (what `load` returns) and replay its bookings.

    VenueFileError names the first place that breaks a rule of the format, or the first booking that collides.
    """
    fields = Node(document, "").fields(
        required=("balinea", "business", "venue", "services"),
        optional=("staff", "rooms", "blocks", "bookings"),
    )
    fields["balinea"].whole(_VERSION, _VERSION)
    business, venue = file_venue.business(fields["business"]), file_venue.venue(fields["venue"])
    staff = _parts(fields, "staff", file_team.staff)
    rooms = _parts(fields, "rooms", file_menu.room)
    resources = _unique_names(fields, staff, rooms)
    reader = file_menu.ServiceReader(
        currency=venue.currency,
        staff=_unique(fields, "staff", (member.key for member in staff)),
        kinds={room.kind for room in rooms},
    )
    services = _parts(fields, "services", reader.service)
    _unique(fields, "services", (entry.service.key for entry in services))
    blocks = _parts(fields, "blocks", partial(file_team.block, resources=resources))
    file = VenueFile(
        business=business, venue=venue, staff=staff, rooms=rooms, services=services, blocks=blocks
    )
    return _with_bookings(file, fields)


def menu(file: VenueFile) -> Menu:
    """What the venue offers, as the engine takes it."""
    units: dict[str, tuple[str, ...]] = {}
    for room in file.rooms:
        units[room.kind] = (*units.get(room.kind, ()), *room.unit_names)
    return Menu(
        rules=file.venue.rules,
        services={entry.service.key: entry.service for entry in file.services},
        staff=tuple(member.key for member in file.staff),
        units=units,
    )


def board(file: VenueFile, first: date, days: int, margin: int = 2) -> Board:
    """The board of these local dates: hours, absences, blocks and the replayed bookings.

    `margin` more days on both sides are what `window.margin` asks for; two suit all but visits that last for days.
    """
    diary = Diary(file=file)
    diary.record(claim for visit in file.visits for placed in visit.services for claim in placed.claims)
    around = timedelta(days=margin)
    return diary.board(first - around, first + timedelta(days=days - 1) + around)


def _with_bookings(file: VenueFile, fields: Fields) -> VenueFile:
    offered = menu(file)
    reader = file_team.BookingReader(services=offered.services, staff=offered.staff, units=offered.units)
    file = replace(file, bookings=_parts(fields, "bookings", reader.booking))
    return replace(file, visits=replay.replay(Diary(file=file), offered))


def _parts(fields: Fields, name: str, read: Callable[[Node], _Part]) -> tuple[_Part, ...]:
    return tuple(read(entry) for entry in fields.entries(name))


def _unique(fields: Fields, name: str, keys: Iterable[str]) -> set[str]:
    """The keys of a list's entries, each of which must come once."""
    seen: set[str] = set()
    for entry, key in zip(fields.entries(name), keys, strict=True):
        if key in seen:
            entry.key("key").fail("a key that no other entry has")
        seen.add(key)
    return seen


def _unique_names(fields: Fields, staff: Iterable[FileStaff], rooms: Iterable[FileRoom]) -> set[str]:
    """The names of all resources: a block must know whom it means."""
    _unique(fields, "rooms", (room.key for room in rooms))
    seen = {member.key for member in staff}
    for entry, room in zip(fields.entries("rooms"), rooms, strict=True):
        if not seen.isdisjoint(room.unit_names):
            entry.key("key").fail("a key whose units share no name with staff or other rooms")
        seen.update(room.unit_names)
    return seen
