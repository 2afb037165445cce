"""Many menus at once, by COPY: the way of imports and of sample data."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from psycopg.types.json import Jsonb

from balinea.catalog import taxonomy
from balinea.money import from_decimal
from balinea.platform import bulk_write
from balinea.slots.file_values import FileService

SERVICE = {
    "id": "int8",
    "venue_id": "int8",
    "position": "int4",
    "key": "text",
    "name": "text",
    "category": "text",
    "treatment": "text",
    "price_minor": "int8",
    "minutes": "int4",
    "phases": "jsonb",
    "buffer_before": "int2",
    "buffer_after": "int2",
    "room_kind": "text",
    "active": "bool",
}
PERFORMER = {"service_id": "int8", "resource_id": "int8", "minutes": "jsonb", "price_minor": "int8"}


@dataclass(frozen=True, kw_only=True, slots=True)
class NewMenu:
    """The services of a new venue. `treatments` goes with `services`: taxonomy slugs, empty where none is known."""

    venue_id: int
    currency: str
    resources: Mapping[str, int]
    services: Sequence[FileService]
    treatments: Sequence[str]


def guessed(services: Sequence[FileService]) -> tuple[str, ...]:
    """Return the treatment of each service as its name and category tell, empty when unsure."""
    return tuple(taxonomy.guess(entry.service.name, entry.category) for entry in services)


def family_of(treatments: Sequence[str]) -> str:
    """Return the family that most of these treatments belong to, empty when none is known."""
    known = (taxonomy.by_slug(slug) for slug in treatments)
    counted = Counter(treatment.family for treatment in known if treatment)
    return counted.most_common(1)[0][0] if counted else ""


def record_menus(*, menus: Sequence[NewMenu]) -> None:
    """Add services and their performers to venues that have none yet."""
    drawn = iter(bulk_write.new_ids("catalog_service", sum(len(menu.services) for menu in menus)))
    ids = {menu.venue_id: list(islice(drawn, len(menu.services))) for menu in menus}
    services = (row for menu in menus for row in _services(menu, ids[menu.venue_id]))
    bulk_write.copy("catalog_service", SERVICE, services)
    performers = (row for menu in menus for row in _performers(menu, ids[menu.venue_id]))
    bulk_write.copy("catalog_performer", PERFORMER, performers)


def _services(menu: NewMenu, ids: Sequence[int]) -> Iterator[tuple[object, ...]]:
    told = zip(ids, menu.services, menu.treatments, strict=True)
    for position, (id_, entry, treatment) in enumerate(told):
        service = entry.service
        yield (
            *(id_, menu.venue_id, position, service.key, service.name, entry.category, treatment),
            _minor(service.price, menu),
            sum(phase.minutes for phase in service.phases),
            Jsonb([{"minutes": phase.minutes, "staff": phase.staff} for phase in service.phases]),
            *(service.buffer_before, service.buffer_after, service.room_kind or "", True),
        )


def _performers(menu: NewMenu, ids: Sequence[int]) -> Iterator[tuple[object, ...]]:
    for id_, entry in zip(ids, menu.services, strict=True):
        for key, performer in entry.service.performers.items():
            yield (
                id_,
                menu.resources[key],
                None if performer.minutes is None else Jsonb(list(performer.minutes)),
                None if performer.price is None else _minor(performer.price, menu),
            )


def _minor(price: Decimal, menu: NewMenu) -> int:
    return from_decimal(price, menu.currency).minor
