"""Reads of venues."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from balinea.venues.models import OpeningException, Resource, Venue
from balinea.venues.values import Address, Policies, StaffMember, VenuePage

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class UnknownVenueError(LookupError):
    """No published venue has this slug."""


def page(slug: str) -> VenuePage:
    """Return a published venue with its hours, team and policies. Raises UnknownVenueError."""
    venue = Venue.objects.filter(slug=slug, published=True).first()
    if venue is None:
        raise UnknownVenueError(slug)
    return _page(venue)


def pages(venue_ids: Sequence[int]) -> dict[int, VenuePage]:
    """Return venues by their ids, unpublished ones too: for the desk and for messages."""
    return {venue.pk: _page(venue) for venue in Venue.objects.filter(pk__in=venue_ids)}


def count_published() -> int:
    """Return how many venues can be found by clients."""
    return Venue.objects.filter(published=True).count()


def published_slugs(*, skip: int, most: int) -> tuple[str, ...]:
    """Return the slugs of venues that can be found, in the order in which they came, a part at a time."""
    slugs = Venue.objects.filter(published=True).order_by("pk").values_list("slug", flat=True)
    return tuple(slugs[skip : skip + most])


def of_business(business_ids: Sequence[int]) -> tuple[VenuePage, ...]:
    """Return the venues of these businesses, in the order of their names."""
    return tuple(_page(v) for v in Venue.objects.filter(business_id__in=business_ids).order_by("name", "pk"))


def _page(venue: Venue) -> VenuePage:
    point = (venue.latitude, venue.longitude)
    return VenuePage(
        pk=venue.pk,
        business=venue.business_id,
        slug=venue.slug,
        name=venue.name,
        family=venue.family,
        timezone=ZoneInfo(venue.timezone),
        currency=venue.currency,
        country=venue.country,
        region=venue.region,
        address=Address(street=venue.street, postcode=venue.postcode, city=venue.city),
        location=None if point[0] is None or point[1] is None else (point[0], point[1]),
        phone=venue.phone,
        email=venue.email,
        opening={day: tuple(venue.opening.get(day, ())) for day in WEEKDAYS},
        exceptions={
            one.date: tuple(one.hours)
            for one in OpeningException.objects.filter(venue=venue).order_by("date")
        },
        closed_on_public_holidays=venue.public_holidays == "closed",
        team=_team(venue),
        policies=Policies(
            lead_minutes=venue.lead_minutes,
            horizon_days=venue.horizon_days,
            cancel_hours=venue.cancel_hours,
            approves_first=venue.approves_first,
        ),
        published=venue.published,
    )


def _team(venue: Venue) -> tuple[StaffMember, ...]:
    people = Resource.objects.filter(venue=venue, room__isnull=True, active=True).order_by("position", "pk")
    return tuple(StaffMember(id=key, name=name) for key, name in people.values_list("key", "name"))
