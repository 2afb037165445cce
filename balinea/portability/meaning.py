"""What a venue file means once it is in the tables: two files with the same meaning make the same venue.

Dropped is what has no effect: the way a wall time is written that the clocks skip, stretches that are empty after
conversion, the names of visits. Said is what the replay found: the unit of each booking.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from balinea.slots import hours
from balinea.slots.file_values import FileAddress, FileBlock, FileBooking, FileStaff, VenueFile
from balinea.slots.values import Placement

Walls = tuple[datetime, datetime]


def of(file: VenueFile) -> VenueFile:
    """Return the plainest file of the same meaning, without its visits: they follow from its bookings."""
    timezone = file.venue.rules.timezone
    return replace(
        file,
        venue=replace(file.venue, address=_address(file)),
        staff=tuple(_staff(one, timezone) for one in file.staff),
        blocks=tuple(
            FileBlock(resource=one.resource, start=start, end=end)
            for one in file.blocks
            for start, end in _converted([(one.start, one.end)], timezone)
        ),
        bookings=bookings(file.visits, timezone),
        visits=(),
    )


def bookings(visits: Iterable[Placement], timezone: ZoneInfo) -> tuple[FileBooking, ...]:
    """Return placed visits as bookings that name their units; services of one visit share a number."""
    return tuple(
        FileBooking(
            service=placed.item.service,
            staff=placed.staff,
            start=wall(placed.start, timezone),
            room=placed.unit,
            visit=str(number) if len(visit.services) > 1 else None,
        )
        for number, visit in enumerate(visits, start=1)
        for placed in visit.services
    )


def wall(instant: datetime, timezone: ZoneInfo) -> datetime:
    """Return the wall-clock time of an instant."""
    try:
        return instant.astimezone(timezone).replace(tzinfo=None, fold=0)
    except (
        OverflowError
    ):  # the last hours of year 9999, or the first of year 1: as `hours.instant` reads them
        return instant.replace(tzinfo=None)


def _address(file: VenueFile) -> FileAddress | None:
    address = file.venue.address
    return address if address and (address.street or address.postcode or address.city) else None


def _staff(one: FileStaff, timezone: ZoneInfo) -> FileStaff:
    return replace(one, absences=_converted(one.absences, timezone))


def _converted(stretches: Iterable[Walls], timezone: ZoneInfo) -> tuple[Walls, ...]:
    instants = ((hours.instant(timezone, start), hours.instant(timezone, end)) for start, end in stretches)
    return tuple((wall(start, timezone), wall(end, timezone)) for start, end in instants if start < end)
