"""The venue file (version 1) as frozen values: everything that the document says, defaults filled in.

Wall-clock times are naive datetimes in the venue's zone; `hours.instant` makes instants of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from balinea.slots.hours import Interval, OpeningHours, Week, WorkingHours
from balinea.slots.values import Placement, Rules, Service


@dataclass(frozen=True, kw_only=True, slots=True)
class FileBusiness:
    """The company behind the venue."""

    name: str
    siret: str = ""
    vat: Literal["standard", "franchise"] = "standard"


@dataclass(frozen=True, kw_only=True, slots=True)
class FileAddress:
    """Where the venue stands; empty text for what the file leaves out."""

    street: str = ""
    postcode: str = ""
    city: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileVenue:
    """The venue, its opening and its settings of the rules."""

    slug: str
    name: str
    country: str
    region: str | None
    currency: str
    address: FileAddress | None
    location: tuple[float, float] | None
    """Latitude and longitude."""
    week: Week
    exceptions: Mapping[date, tuple[Interval, ...]]
    closed_on_public_holidays: bool
    rules: Rules

    @property
    def opening(self) -> OpeningHours:
        """When the venue is open."""
        return OpeningHours(
            timezone=self.rules.timezone,
            week=self.week,
            exceptions=self.exceptions,
            closed_on_holidays_of=(self.country, self.region) if self.closed_on_public_holidays else None,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class FileStaff:
    """One person of the team; absences are `[from, to)` in wall-clock time."""

    key: str
    name: str
    hours: WorkingHours
    absences: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FileRoom:
    """A room, or several alike."""

    key: str
    name: str
    kind: str
    units: int = 1

    @property
    def unit_names(self) -> tuple[str, ...]:
        """What bookings and blocks call the units."""
        if self.units == 1:
            return (self.key,)
        return tuple(f"{self.key}#{number}" for number in range(1, self.units + 1))


@dataclass(frozen=True, kw_only=True, slots=True)
class FileService:
    """A service as the engine takes it, and what the engine does not need to know of it."""

    service: Service
    category: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileBlock:
    """A resource that is taken without a booking, `[start, end)` in wall-clock time."""

    resource: str
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class FileBooking:
    """A booking; `room` is a unit's name. Consecutive bookings with one `visit` text are one visit."""

    service: str
    staff: str | None
    start: datetime
    room: str | None = None
    visit: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueFile:
    """A whole venue file."""

    business: FileBusiness
    venue: FileVenue
    staff: tuple[FileStaff, ...] = ()
    rooms: tuple[FileRoom, ...] = ()
    services: tuple[FileService, ...] = ()
    blocks: tuple[FileBlock, ...] = ()
    bookings: tuple[FileBooking, ...] = ()
    visits: tuple[Placement, ...] = field(default=())
    """The bookings as replayed (rule 12), one placement a visit, in file order: who, which unit, which claims."""
