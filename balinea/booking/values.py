"""What crosses the border of this room: frozen values, no tables.

Services, people and units are named by their keys (docs/adr/0005), instants are aware and in UTC, amounts are minor
units of the venue's currency.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from balinea.slots.values import Item

Actor = Literal["client", "salon", "system"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What a visitor wants to book: services in order, each with somebody named or anyone."""

    venue: str  # slug
    items: tuple[Item, ...]
    start: datetime
    any_order: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """Who asks: a digest of the visitor's cookie (or address, without one) and a digest of the network address."""

    visitor: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """Who comes: a guest needs no account."""

    first_name: str
    last_name: str
    email: str
    phone: str = ""
    language: str = "fr"
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One service of a visit with everything decided. `staff` and `unit` are null where none is needed."""

    service: str
    name: str
    staff: str | None
    staff_name: str | None
    unit: str | None
    start: datetime
    end: datetime
    price_minor: int

    @property
    def minutes(self) -> int:
        """How long the client is in it."""
        return int((self.end - self.start).total_seconds()) // 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What was agreed to: cancelling and changing are free until `cancel_hours` before the start."""

    cancel_hours: int
    cancel_until: datetime  # absolute, see `rules.cancel_until`
    approves_first: bool
    payment: str = "at_the_salon"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The venue as a booking shows it."""

    slug: str
    name: str
    street: str
    postcode: str
    city: str
    phone: str
    email: str
    timezone: ZoneInfo
    currency: str
    family: str = ""  # of treatments, for its colours
    location: tuple[float, float] | None = None  # latitude, longitude


@dataclass(frozen=True, kw_only=True, slots=True)
class Promised:
    """A hold, live or not, with the wish that it answered."""

    held: "Held"
    wish: Wish


@dataclass(frozen=True, kw_only=True, slots=True)
class Alternative:
    """Another start, and who would take it (null for a visit of several services)."""

    start: datetime
    staff: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A slot kept for a visitor until `expires_at`."""

    id: UUID
    place: Place
    seats: tuple[Seat, ...]
    total_minor: int
    policy: Policy
    expires_at: datetime

    @property
    def start(self) -> datetime:
        """When the visit begins."""
        return self.seats[0].start

    @property
    def end(self) -> datetime:
        """When the visit ends."""
        return self.seats[-1].end


@dataclass(frozen=True, kw_only=True, slots=True)
class Booked:
    """A booking as its client and its salon see it. `status` is one of CONTRACT.md's."""

    reference: str
    visit: UUID
    status: str
    place: Place
    client: Client
    seats: tuple[Seat, ...]
    total_minor: int
    policy: Policy
    sequence: int
    created_at: datetime

    @property
    def start(self) -> datetime:
        """When the visit begins."""
        return self.seats[0].start

    @property
    def end(self) -> datetime:
        """When the visit ends."""
        return self.seats[-1].end
