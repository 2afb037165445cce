"""Reads of menus: one statement for any number of venues.

The statement gives each menu as one JSON text, which says everything about it, so what was read from a text once is kept
and never has to be forgotten: a menu changes rarely and is asked for by every page, hold and booking.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from balinea.catalog.values import Line, VenueMenu
from balinea.money import Money, from_decimal
from balinea.slots.values import Menu, Performer, Phase, Rules, Service

KEPT = 512  # menus in the memory of one process, some 50 kB each

MENUS = """
    SELECT venue.id, json_build_object(
        'currency', venue.currency,
        'rules', json_build_object(
            'timezone', venue.timezone,
            'grid_minutes', venue.grid_minutes,
            'flush_to_previous', venue.flush_to_previous,
            'slot_policy', venue.slot_policy,
            'max_wait', venue.max_wait,
            'lead_minutes', venue.lead_minutes,
            'horizon_days', venue.horizon_days
        ),
        'resources', (
            SELECT coalesce(json_agg(
                json_build_array(resource.id, resource.key, resource.name, room.kind)
                ORDER BY room.position, resource.position
            ), '[]')
            FROM venues_resource AS resource LEFT JOIN venues_room AS room ON room.id = resource.room_id
            WHERE resource.venue_id = venue.id AND resource.active
        ),
        'services', (
            SELECT coalesce(json_agg(
                json_build_object(
                    'pk', service.id, 'key', service.key, 'name', service.name, 'category', service.category,
                    'treatment', service.treatment, 'price_minor', service.price_minor, 'minutes', service.minutes,
                    'phases', service.phases, 'buffer_before', service.buffer_before,
                    'buffer_after', service.buffer_after, 'room_kind', service.room_kind
                )
                ORDER BY service.position, service.id
            ), '[]')
            FROM catalog_service AS service WHERE service.venue_id = venue.id AND service.active
        ),
        'performers', (
            SELECT coalesce(json_agg(
                json_build_array(performer.service_id, resource.key, performer.minutes, performer.price_minor)
                ORDER BY performer.id
            ), '[]')
            FROM catalog_performer AS performer
            JOIN catalog_service AS service ON service.id = performer.service_id
            JOIN venues_resource AS resource ON resource.id = performer.resource_id
            WHERE service.venue_id = venue.id AND service.active AND resource.active
        )
    )::text
    FROM venues_venue AS venue WHERE venue.id = ANY(%s)
"""


@dataclass(slots=True)
class _Resources:
    """The active resources of one venue, in their order."""

    ids: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    staff: list[str] = field(default_factory=list)
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)


def menu(venue_id: int) -> VenueMenu:
    """Return the menu of one venue. KeyError if there is no such venue."""
    return _read(_texts([venue_id])[venue_id])


def menus(venue_ids: Sequence[int]) -> dict[int, VenueMenu]:
    """Return the menus of these venues, active services and resources only."""
    # many at once come from a task that looks at each of them once: they would push out what pages ask for
    return {venue_id: _read.__wrapped__(text) for venue_id, text in _texts(venue_ids).items()}


def _texts(venue_ids: Sequence[int]) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(MENUS, [list(venue_ids)])
        return dict(cursor.fetchall())


@lru_cache(maxsize=KEPT)
def _read(text: str) -> VenueMenu:
    document = json.loads(text)
    currency = document["currency"]
    return _menu(
        document,
        _resources(document["resources"]),
        document["services"],
        _performers(document["performers"], currency),
    )


def _resources(rows: Iterable[tuple[int, str, str, str | None]]) -> _Resources:
    one = _Resources()
    for pk, key, name, kind in rows:
        one.ids[key] = pk
        if kind is None:
            one.staff.append(key)
            one.names[key] = name
        else:
            one.units[kind] = (*one.units.get(kind, ()), key)
    return one


def _performers(
    rows: Iterable[tuple[int, str, list[int] | None, int | None]], currency: str
) -> Mapping[int, dict[str, Performer]]:
    """Return who performs each service (by its row), in the order in which they were entered."""
    found: dict[int, dict[str, Performer]] = defaultdict(dict)
    for service, key, minutes, price in rows:
        found[service][key] = Performer(
            minutes=None if minutes is None else tuple(minutes),
            price=None if price is None else Money(price, currency).decimal(),
        )
    return found


def _menu(
    venue: Mapping[str, Any],
    resources: _Resources,
    rows: Iterable[Mapping[str, Any]],
    performers: Mapping[int, dict[str, Performer]],
) -> VenueMenu:
    services, lines, ids = {}, [], {}
    currency = venue["currency"]
    for row in rows:
        service = _service(row, currency, performers.get(row["pk"], {}))
        services[service.key] = service
        ids[service.key] = row["pk"]
        lines.append(_line(row, service, currency, resources.staff))
    return VenueMenu(
        menu=Menu(
            rules=Rules(**venue["rules"] | {"timezone": ZoneInfo(venue["rules"]["timezone"])}),
            services=services,
            staff=tuple(resources.staff),
            units=resources.units,
        ),
        currency=currency,
        lines=tuple(lines),
        services=ids,
        resources=resources.ids,
        names=resources.names,
    )


def _service(row: Mapping[str, Any], currency: str, performers: Mapping[str, Performer]) -> Service:
    return Service(
        key=row["key"],
        name=row["name"],
        phases=tuple(Phase(**phase) for phase in row["phases"]),
        price=Money(row["price_minor"], currency).decimal(),
        buffer_before=row["buffer_before"],
        buffer_after=row["buffer_after"],
        room_kind=row["room_kind"] or None,
        performers=performers,
    )


def _line(row: Mapping[str, Any], service: Service, currency: str, team: Sequence[str]) -> Line:
    own = Money(row["price_minor"], currency)
    staff = tuple(key for key in team if key in service.performers)
    asked = [from_decimal(service.price_of(key), currency) for key in staff]
    return Line(
        id=service.key,
        name=service.name,
        category=row["category"],
        treatment=row["treatment"],
        minutes=row["minutes"],
        phases=service.phases,
        price=own,
        cheapest=min(asked, default=own, key=lambda price: price.minor),
        staff=staff,
    )
