"""A booking as messages and calendar files tell it: plain values in the venue's own time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from balinea.booking import manage_link
from balinea.booking.models import Booking, BookingItem
from balinea.venues import units
from balinea.venues.models import Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The venue: `address` in one line; `position` is latitude and longitude where known."""

    slug: str
    name: str
    address: str
    phone: str
    email: str
    position: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who comes."""

    first_name: str
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One service of the visit; `staff` and `unit` are names or empty."""

    name: str
    staff: str
    unit: str
    minutes: int
    price_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One booking. Instants carry the venue's zone; amounts are in minor units of `currency`."""

    reference: str
    sequence: int
    status: str
    language: str
    note: str
    place: Place
    client: Client
    parts: tuple[Part, ...]
    starts_at: datetime
    ends_at: datetime
    cancel_until: datetime
    total_minor: int
    currency: str

    @property
    def manage_url(self) -> str:
        """Where the client changes or cancels it."""
        return manage_link.url(reference=self.reference, language=self.language)

    @property
    def venue_url(self) -> str:
        """Where another time can be chosen."""
        return absolute("marketplace:venue", self.place.slug, language=self.language)

    @property
    def desk_url(self) -> str:
        """Where the salon sees the day."""
        day = self.starts_at.date().isoformat()
        return absolute("partner:day", self.place.slug, day, language=settings.LANGUAGE_CODE)


def visit(booking: Booking) -> Visit:
    """Return what is told of a booking."""
    venue = booking.venue
    zone = ZoneInfo(venue.timezone)
    items = booking.items.select_related("staff", "unit__room").order_by("position")
    return Visit(
        reference=booking.reference,
        sequence=booking.sequence,
        status=booking.status,
        language=booking.language,
        note=booking.note,
        place=_place(venue),
        client=_client(booking),
        parts=tuple(_part(item) for item in items),
        starts_at=booking.starts_at.astimezone(zone),
        ends_at=booking.ends_at.astimezone(zone),
        cancel_until=booking.cancel_until.astimezone(zone),
        total_minor=booking.total_minor,
        currency=venue.currency,
    )


def absolute(name: str, *arguments: str, language: str) -> str:
    """Return the absolute address of a page in a language."""
    with translation.override(language):
        path = reverse(name, args=arguments)
    return settings.PUBLIC_URL.rstrip("/") + path


def _place(venue: Venue) -> Place:
    town = f"{venue.postcode} {venue.city}".strip()
    known = venue.latitude is not None and venue.longitude is not None
    return Place(
        slug=venue.slug,
        name=venue.name,
        address=", ".join(part for part in (venue.street, town) if part),
        phone=venue.phone,
        email=venue.email,
        position=(venue.latitude or 0.0, venue.longitude or 0.0) if known else None,
    )


def _client(booking: Booking) -> Client:
    name = f"{booking.first_name} {booking.last_name}".strip()
    return Client(first_name=booking.first_name, name=name, email=booking.email, phone=booking.phone)


def _part(item: BookingItem) -> Part:
    return Part(
        name=item.name,
        staff=item.staff.name if item.staff else "",
        unit=units.spoken(item.unit) if item.unit else "",
        minutes=(item.ends_at - item.starts_at) // timedelta(minutes=1),
        price_minor=item.price_minor,
    )
