"""Menus as search sees them: which service of a venue answers to which treatment, and its recipe."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from balinea.catalog import taxonomy
from balinea.catalog.models import Performer, Service
from balinea.search.question import ANYTHING
from balinea.search.recipes import Person, Recipe, written
from balinea.slots.masks import STEP_MINUTES
from balinea.slots.shape import Shape
from balinea.venues.models import Resource, Venue


@dataclass(frozen=True, kw_only=True, slots=True)
class BestMatch:
    """The service (id) that answers, whose free hours tell of a start (`Listing.hours_of`), and its recipe's text."""

    service: int
    hours_of: str
    recipe: str


@dataclass(frozen=True, kw_only=True)
class Menu:
    """A venue with its services in the menu's order, who performs each in the team's order, and its units by kind."""

    venue: Venue
    services: Sequence[Service]
    performers: dict[int, list[Performer]]
    units: dict[str, list[int]]

    def best_matches(self) -> Iterator[tuple[str, BestMatch]]:
        """Yield every treatment that the venue offers with its best match: the treatment itself, then menu order."""
        recipes: dict[int, BestMatch] = {}
        for treatment, services in self._offered.items():
            exact = [service for service in services if service.treatment == treatment]
            best = (exact or services)[0]
            if best.pk not in recipes:
                recipes[best.pk] = self._match(best)
            yield treatment, recipes[best.pk]

    def price_from(self, treatment: str) -> int:
        """Return the lowest price (minor units) for a treatment that the venue offers."""
        return min(price for service in self._offered[treatment] for price in self._prices(service))

    @cached_property
    def _offered(self) -> dict[str, list[Service]]:
        """Services that somebody performs, or nobody needs to, under their treatments and all that contain these."""
        offered: dict[str, list[Service]] = defaultdict(list)
        for service in self.services:
            if _staffed(service) and not self.performers.get(service.pk):
                continue
            for slug in _names(service.treatment):
                offered[slug].append(service)
        return offered

    @cached_property
    def _shortest(self) -> dict[int, int]:
        """The steps of each person's shortest service (rule 11)."""
        shortest: dict[int, int] = {}
        for service in self.services:
            for performer in self.performers.get(service.pk, ()) if _staffed(service) else ():
                length = _shape(service, performer).length
                shortest[performer.resource_id] = min(length, shortest.get(performer.resource_id, length))
        return shortest

    def _prices(self, service: Service) -> list[int]:
        prices = [
            service.price_minor if performer.price_minor is None else performer.price_minor
            for performer in self.performers.get(service.pk, ())
        ]
        return prices or [service.price_minor]

    def _match(self, service: Service) -> BestMatch:
        hours_of = "staff" if service.phases[0].get("staff", True) else ""
        if not _staffed(service):
            hours_of = "units" if service.room_kind else ""
        return BestMatch(service=service.pk, hours_of=hours_of, recipe=written(self._recipe(service)))

    def _recipe(self, service: Service) -> Recipe:
        venue, staffed = self.venue, _staffed(service)
        gapless = venue.slot_policy == "no_gaps"
        return Recipe(
            timezone=ZoneInfo(venue.timezone),
            every=venue.grid_minutes // STEP_MINUTES,
            flush=venue.flush_to_previous,
            gapless=gapless,
            lead_minutes=venue.lead_minutes,
            horizon_days=venue.horizon_days,
            units=tuple(self.units.get(service.room_kind, ())) if service.room_kind else None,
            people=tuple(
                Person(
                    one.resource_id, _shape(service, one), self._shortest[one.resource_id] if gapless else 0
                )
                for one in (self.performers.get(service.pk, ()) if staffed else ())
            ),
            alone=None if staffed else _shape(service, None),
        )


def menus_of(venues: Sequence[int]) -> list[Menu]:
    """Read the menus of published venues, in a few statements for all of them."""
    published = Venue.objects.filter(pk__in=venues, published=True)
    services: dict[int, list[Service]] = defaultdict(list)
    for service in Service.objects.filter(venue__in=venues, active=True).order_by("position"):
        services[service.venue_id].append(service)
    performers: dict[int, list[Performer]] = defaultdict(list)
    working = Performer.objects.filter(service__venue__in=venues, resource__active=True)
    for performer in working.order_by("resource__position"):
        performers[performer.service_id].append(performer)
    units: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    rooms = Resource.objects.filter(venue__in=venues, active=True, room__isnull=False)
    for venue, kind, unit in rooms.order_by("position").values_list("venue_id", "room__kind", "pk"):
        units[venue][kind].append(unit)
    return [
        Menu(venue=venue, services=services[venue.pk], performers=performers, units=units[venue.pk])
        for venue in published
    ]


def _names(treatment: str) -> Iterator[str]:
    """Yield the slugs under which a service with this treatment is found: its own, those above it, and any."""
    yield ANYTHING
    known = taxonomy.by_slug(treatment)
    while known is not None:
        yield known.slug
        known = taxonomy.by_slug(known.parent) if known.parent else None


def _staffed(service: Service) -> bool:
    return any(phase.get("staff", True) for phase in service.phases)


def _shape(service: Service, performer: Performer | None) -> Shape:
    minutes = [phase["minutes"] for phase in service.phases]
    if performer is not None and performer.minutes is not None:
        minutes = performer.minutes
    worked, low = [], 0
    for phase, length in zip(service.phases, minutes, strict=True):
        high = low + length // STEP_MINUTES
        if phase.get("staff", True):
            worked.append((low, high))
        low = high
    return Shape(
        low, tuple(worked), service.buffer_before // STEP_MINUTES, service.buffer_after // STEP_MINUTES
    )
