"""What booking needs to know of a venue: its menu, and what its keys stand for in the database."""

from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db import connection

from balinea.booking.values import Place
from balinea.catalog import queries as catalog
from balinea.catalog.values import VenueMenu
from balinea.money import from_decimal
from balinea.slots.values import Menu
from balinea.venues.models import Venue
from balinea.venues.queries import UnknownVenueError


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """A venue and its menu, as they are now."""

    venue_id: int
    place: Place
    cancel_hours: int
    approves_first: bool
    offered: VenueMenu

    @property
    def menu(self) -> Menu:
        """The menu as the engine takes it."""
        return self.offered.menu

    @property
    def timezone(self) -> ZoneInfo:
        """The venue's zone."""
        return self.menu.rules.timezone

    def minor(self, price: Decimal) -> int:
        """Return a price of the menu in minor units."""
        return from_decimal(price, self.offered.currency).minor


DESCRIBED = ("slug", "name", "street", "postcode", "city", "phone", "email")
VENUE = """
    SELECT id, cancel_hours, approves_first, timezone, currency, slug, name, street, postcode, city, phone, email
    FROM venues_venue WHERE slug = %s AND published
"""


def of(*, slug: str) -> Known:
    """Return a published venue. Raises UnknownVenueError."""
    with connection.cursor() as cursor:
        cursor.execute(VENUE, [slug])
        row = cursor.fetchone()
    if row is None:
        raise UnknownVenueError(slug)
    venue_id, cancel_hours, approves_first, timezone, currency, *described = row
    texts = dict(zip(DESCRIBED, described, strict=True))
    return Known(
        venue_id=venue_id,
        place=Place(**texts, timezone=ZoneInfo(timezone), currency=currency),
        cancel_hours=cancel_hours,
        approves_first=approves_first,
        offered=catalog.menu(venue_id),
    )


def of_id(*, venue_id: int) -> Known:
    """Return a venue that exists, published or not: what was promised there still counts."""
    venue = Venue.objects.get(pk=venue_id)
    return Known(
        venue_id=venue.pk,
        place=place_of(venue),
        cancel_hours=venue.cancel_hours,
        approves_first=venue.approves_first,
        offered=catalog.menu(venue.pk),
    )


def place_of(venue: Venue) -> Place:
    """Return a venue as a booking shows it."""
    return Place(
        slug=venue.slug,
        name=venue.name,
        street=venue.street,
        postcode=venue.postcode,
        city=venue.city,
        phone=venue.phone,
        email=venue.email,
        timezone=ZoneInfo(venue.timezone),
        currency=venue.currency,
        family=venue.family,
        location=None
        if venue.latitude is None or venue.longitude is None
        else (venue.latitude, venue.longitude),
    )
