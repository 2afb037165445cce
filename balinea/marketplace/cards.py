"""A venue in a list, as its card shows it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.urls import reverse

from balinea.search.values import Found


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """A free start: `value` is what its button posts, `at` is in the venue's zone."""

    value: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class CardService:
    """The service that the card offers."""

    id: str
    name: str
    minutes: int
    price_minor: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueCard:
    """What a card shows. `dated`: its starts are all of the day that was asked for."""

    slug: str
    name: str
    family: str
    district: str
    distance_m: int | None
    rating: Decimal | None
    currency: str
    service: CardService
    starts: tuple[Start, ...]
    dated: bool
    url: str
    hold_url: str


def start(moment: datetime) -> Start:
    """Return the start as a button."""
    return Start(value=moment.isoformat(timespec="minutes"), at=moment)


def district(postcode: str, city: str) -> str:
    """Return how people call where a venue is: `Paris 11e`, `Lyon 1er`, else the city."""
    if not (postcode[:2] == "75" and city == "Paris") and not (postcode[:4] == "6900" and city == "Lyon"):
        return city
    number = int(postcode[-2:])
    return f"{city} {number}{'er' if number == 1 else 'e'}" if number else city


def card(found: Found, *, day: date | None) -> VenueCard:
    """Return the card of a search result."""
    venue, service = found.venue, found.service
    return VenueCard(
        slug=venue.slug,
        name=venue.name,
        family=venue.family,
        district=district(venue.postcode, venue.city),
        distance_m=found.distance_m,
        rating=None if found.rating is None else Decimal(str(found.rating)),
        currency=venue.currency,
        service=CardService(
            id=service.key, name=service.name, minutes=service.minutes, price_minor=service.price.minor
        ),
        starts=tuple(start(moment) for moment in found.next_slots),
        dated=day is not None,
        url=reverse("marketplace:venue", args=[venue.slug]),
        hold_url=reverse("marketplace:hold", args=[venue.slug]),
    )
