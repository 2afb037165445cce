"""Menus as search sees them: which service of a venue answers to which treatment, and its recipe."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from balinea.catalog import queries, taxonomy
from balinea.catalog.values import Line, VenueMenu
from balinea.search.question import ANYTHING
from balinea.search.recipes import Person, Recipe, written
from balinea.slots import gaps
from balinea.slots.masks import STEP_MINUTES
from balinea.slots.shape import Shape
from balinea.slots.values import Service
from balinea.venues.models import Venue


@dataclass(frozen=True, kw_only=True, slots=True)
class BestMatch:
    """The service (row) that answers, whose free hours tell of a start (`Listing.hours_of`), and its recipe's text."""

    service: int
    hours_of: str
    recipe: str


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A venue with what it offers."""

    venue: Venue
    menu: VenueMenu

    def best_matches(self) -> Iterator[tuple[str, BestMatch]]:
        """Yield every treatment that the venue offers with its best match: the treatment itself, then menu order."""
        matches: dict[str, BestMatch] = {}
        for treatment, lines in self._offered.items():
            best = next((line for line in lines if line.treatment == treatment), lines[0])
            if best.id not in matches:
                matches[best.id] = self._match(best)
            yield treatment, matches[best.id]

    def price_from(self, treatment: str) -> int:
        """Return the lowest price (minor units) for a treatment that the venue offers."""
        return min(line.cheapest.minor for line in self._offered[treatment])

    @cached_property
    def _offered(self) -> dict[str, list[Line]]:
        """Lines that somebody performs, or nobody needs to, under their treatments and all that contain these."""
        offered: dict[str, list[Line]] = defaultdict(list)
        for line in self.menu.lines:
            if line.staff or not self._service(line).staffed:
                for slug in _names(line.treatment):
                    offered[slug].append(line)
        return offered

    def _service(self, line: Line) -> Service:
        return self.menu.menu.services[line.id]

    def _match(self, line: Line) -> BestMatch:
        service = self._service(line)
        hours_of = "staff" if service.phases[0].staff else ""
        if not service.staffed:
            hours_of = "units" if service.room_kind else ""
        recipe = written(self._recipe(line, service))
        return BestMatch(service=self.menu.services[line.id], hours_of=hours_of, recipe=recipe)

    def _recipe(self, line: Line, service: Service) -> Recipe:
        rules, rows = self.menu.menu.rules, self.menu.resources
        units = self.menu.menu.units.get(service.room_kind, ()) if service.room_kind else None
        return Recipe(
            timezone=rules.timezone,
            every=rules.grid_minutes // STEP_MINUTES,
            flush=rules.flush_to_previous,
            gapless=rules.slot_policy == "no_gaps",
            lead_minutes=rules.lead_minutes,
            horizon_days=rules.horizon_days,
            units=None if units is None else tuple(rows[unit] for unit in units),
            people=tuple(
                Person(rows[key], Shape.of(service, key), self._shortest(key)) for key in line.staff
            ),
            alone=None if service.staffed else Shape.of(service, None),
        )

    def _shortest(self, staff: str) -> int:
        if self.menu.menu.rules.slot_policy == "all":
            return 0
        return gaps.shortest(self.menu.menu.services, staff)


def offers_of(venues: Sequence[int]) -> list[Offer]:
    """Read what published venues offer, in a few statements for all of them."""
    menus = queries.menus(venues)
    return [
        Offer(venue=venue, menu=menus[venue.pk])
        for venue in Venue.objects.filter(pk__in=venues, published=True)
    ]


def _names(treatment: str) -> Iterator[str]:
    """Yield the slugs under which a service with this treatment is found: its own, those above it, and any."""
    yield ANYTHING
    known = taxonomy.by_slug(treatment)
    while known is not None:
        yield known.slug
        known = taxonomy.by_slug(known.parent) if known.parent else None
