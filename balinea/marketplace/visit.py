"""The visit being put together, as the slot choice shows it beside the starts."""

from dataclasses import dataclass

from balinea.catalog.values import VenueMenu
from balinea.marketplace.wish import Chosen
from balinea.money import from_decimal
from balinea.slots.values import Item, Service
from balinea.venues.values import VenuePage


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonChoice:
    """Somebody who performs the service, at their own length and price."""

    key: str
    name: str
    minutes: int
    price_minor: int
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitItem:
    """One service. `people` is empty where nobody is needed or only one person can be asked for."""

    id: str
    name: str
    minutes: int
    price_minor: int
    people: tuple[PersonChoice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """All of it. `varies`: the price depends on who is free."""

    venue_name: str
    address: str
    dates_url: str
    currency: str
    any_order: bool
    items: tuple[VisitItem, ...]
    minutes: int
    total_minor: int
    varies: bool


def visit(venue: VenuePage, known: VenueMenu, chosen: Chosen, *, dates_url: str) -> Visit:
    """Return the visit of a choice; every service and person of it is on the menu."""
    items = tuple(_item(known, item) for item in chosen.items)
    return Visit(
        venue_name=venue.name,
        address=venue.address.line(),
        dates_url=dates_url,
        currency=known.currency,
        any_order=chosen.any_order,
        items=items,
        minutes=sum(item.minutes for item in items),
        total_minor=sum(item.price_minor for item in items),
        varies=any(_varies(item) for item in items),
    )


def _item(known: VenueMenu, item: Item) -> VisitItem:
    service = known.menu.services[item.service]
    people = _people(known, service, item.staff)
    return VisitItem(
        id=item.service,
        name=service.name,
        minutes=sum(service.minutes_of(item.staff)),
        price_minor=from_decimal(service.price_of(item.staff), known.currency).minor,
        people=people if len(people) > 1 else (),
    )


def _people(known: VenueMenu, service: Service, chosen: str | None) -> tuple[PersonChoice, ...]:
    return tuple(
        PersonChoice(
            key=key,
            name=known.names.get(key, key),
            minutes=sum(service.minutes_of(key)),
            price_minor=from_decimal(service.price_of(key), known.currency).minor,
            chosen=key == chosen,
        )
        for key in known.menu.performers(service)
        if key is not None
    )


def _varies(item: VisitItem) -> bool:
    undecided = not any(person.chosen for person in item.people)
    return undecided and len({person.price_minor for person in item.people}) > 1
