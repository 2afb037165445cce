"""A venue in the tables as a venue file's values, in the plainest form (`meaning.of`)."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from balinea.booking import standing as booked
from balinea.booking.values import Seat
from balinea.catalog import queries as catalog
from balinea.catalog.values import VenueMenu
from balinea.portability import meaning
from balinea.scheduling import standing as diary
from balinea.scheduling.record import StaffHours
from balinea.slots import file_text
from balinea.slots.file_values import (
    FileAddress,
    FileBlock,
    FileBooking,
    FileBusiness,
    FileRoom,
    FileService,
    FileStaff,
    FileVenue,
    VenueFile,
)
from balinea.slots.hours import WorkingHours
from balinea.venues.models import OpeningException, Resource, Room, Venue


def read(venue: Venue) -> VenueFile:
    """Return all that a venue file tells of this venue. Services and people who no longer work are left out."""
    offered = catalog.menu(venue.pk)
    timezone = offered.menu.rules.timezone
    return VenueFile(
        business=_business(venue),
        venue=_venue(venue, offered),
        staff=_staff(venue, timezone),
        rooms=_rooms(venue),
        services=_services(offered),
        blocks=_blocks(venue, timezone),
        bookings=_bookings(booked.visits(venue_id=venue.pk), timezone),
    )


def _business(venue: Venue) -> FileBusiness:
    business = venue.business
    return FileBusiness(
        name=business.name,
        siret=business.siret,
        vat="franchise" if business.vat == "franchise" else "standard",
    )


def _venue(venue: Venue, offered: VenueMenu) -> FileVenue:
    address = FileAddress(street=venue.street, postcode=venue.postcode, city=venue.city)
    exceptions = OpeningException.objects.filter(venue=venue).order_by("pk")
    return FileVenue(
        slug=venue.slug,
        name=venue.name,
        country=venue.country,
        region=venue.region or None,
        currency=venue.currency,
        address=None if address == FileAddress() else address,
        location=None
        if venue.latitude is None or venue.longitude is None
        else (venue.latitude, venue.longitude),
        week=file_text.read_week(venue.opening),
        exceptions={row.date: file_text.read_intervals(row.hours) for row in exceptions},
        closed_on_public_holidays=venue.public_holidays == "closed",
        rules=offered.menu.rules,
    )


def _staff(venue: Venue, timezone: ZoneInfo) -> tuple[FileStaff, ...]:
    hours = diary.staff_hours(venue_id=venue.pk)
    people = Resource.objects.filter(venue=venue, room__isnull=True, active=True).order_by("position", "pk")
    return tuple(_person(row, hours.get(row.pk), timezone) for row in people)


def _person(row: Resource, hours: StaffHours | None, timezone: ZoneInfo) -> FileStaff:
    if hours is None:
        return FileStaff(key=row.key, name=row.name, hours=WorkingHours(weeks=(file_text.read_week({}),)))
    return FileStaff(
        key=row.key,
        name=row.name,
        hours=WorkingHours(
            weeks=tuple(file_text.read_week(week) for week in hours.rota.weeks),
            rota_from=hours.rota.rota_from,
            exceptions={day: file_text.read_intervals(of_day) for day, of_day in hours.exceptions.items()},
        ),
        absences=tuple((meaning.wall(a, timezone), meaning.wall(b, timezone)) for a, b in hours.absences),
    )


def _rooms(venue: Venue) -> tuple[FileRoom, ...]:
    rows = Room.objects.filter(venue=venue).order_by("position", "pk")
    return tuple(FileRoom(key=row.key, name=row.name, kind=row.kind, units=row.units) for row in rows)


def _services(offered: VenueMenu) -> tuple[FileService, ...]:
    return tuple(
        FileService(service=offered.menu.services[line.id], category=line.category) for line in offered.lines
    )


def _blocks(venue: Venue, timezone: ZoneInfo) -> tuple[FileBlock, ...]:
    keys = dict(Resource.objects.filter(venue=venue).values_list("pk", "key"))
    return tuple(
        FileBlock(
            resource=keys[block.resource_id],
            start=meaning.wall(block.start, timezone),
            end=meaning.wall(block.end, timezone),
        )
        for block in diary.blocks(venue_id=venue.pk)
    )


def _bookings(visits: Sequence[Sequence[Seat]], timezone: ZoneInfo) -> tuple[FileBooking, ...]:
    return tuple(
        FileBooking(
            service=seat.service,
            staff=seat.staff,
            start=meaning.wall(seat.start, timezone),
            room=seat.unit,
            visit=str(number) if len(seats) > 1 else None,
        )
        for number, seats in enumerate(visits, start=1)
        for seat in seats
    )
