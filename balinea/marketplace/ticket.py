"""A held or booked visit, as pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from balinea.booking.values import Booked, Held, Place, Policy, Seat
from balinea.marketplace import way, wish
from balinea.platform.ui import formats
from balinea.slots.values import Item
from balinea.venues.values import Address


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketVenue:
    """Where the visit is."""

    slug: str
    name: str
    family: str
    address: str
    phone: str
    url: str
    directions_url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One service of the visit."""

    name: str
    staff: str | None
    minutes: int
    price_minor: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticket:
    """The visit. Instants are in the venue's zone; `policy` is a sentence with the deadline as date and time."""

    venue: TicketVenue
    reference: str
    start: datetime
    end: datetime
    minutes: int
    lines: tuple[Line, ...]
    currency: str
    total_minor: int
    policy: str
    cancelled: bool


def held(visit: Held) -> Ticket:
    """Return the ticket of a hold."""
    return _ticket(visit, reference="", cancelled=False)


def booked(visit: Booked) -> Ticket:
    """Return the ticket of a booking."""
    return _ticket(visit, reference=visit.reference, cancelled=visit.status == "cancelled")


def rebook_address(place: Place, seats: Sequence[Seat]) -> str:
    """Return where the same services with the same people can be booked again."""
    again = wish.of([Item(service=seat.service, staff=seat.staff) for seat in seats])
    return again.address(reverse("marketplace:dates", args=[place.slug]))


def policy_sentence(policy: Policy, place: Place) -> str:
    """Return until when cancelling and changing are free, as a date and time in the venue's zone."""
    until, language = policy.cancel_until.astimezone(place.timezone), get_language() or "fr"
    return _(
        "Vous pouvez annuler ou déplacer gratuitement jusqu’au %(day)s à %(hour)s. Ensuite, appelez le salon."
    ) % {"day": formats.day(until.date(), language), "hour": formats.hour(until, language)}


def _ticket(visit: Held | Booked, *, reference: str, cancelled: bool) -> Ticket:
    place, zone = visit.place, visit.place.timezone
    address = Address(street=place.street, postcode=place.postcode, city=place.city)
    return Ticket(
        venue=TicketVenue(
            slug=place.slug,
            name=place.name,
            family=place.family,
            address=address.line(),
            phone=place.phone,
            url=reverse("marketplace:venue", args=[place.slug]),
            directions_url=way.directions(address, place.location),
        ),
        reference=reference,
        start=visit.start.astimezone(zone),
        end=visit.end.astimezone(zone),
        minutes=int((visit.end - visit.start).total_seconds()) // 60,
        lines=tuple(
            Line(name=seat.name, staff=seat.staff_name, minutes=seat.minutes, price_minor=seat.price_minor)
            for seat in visit.seats
        ),
        currency=place.currency,
        total_minor=visit.total_minor,
        policy=policy_sentence(visit.policy, place),
        cancelled=cancelled,
    )
