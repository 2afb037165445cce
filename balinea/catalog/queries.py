"""Reads of menus: four queries for any number of venues."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from zoneinfo import ZoneInfo

from balinea.catalog.models import Performer as PerformerRow
from balinea.catalog.models import Service as ServiceRow
from balinea.catalog.values import Line, VenueMenu
from balinea.money import Money, from_decimal
from balinea.slots.values import Menu, Performer, Phase, Rules, Service, SlotPolicy
from balinea.venues.models import Resource, Venue

RULES = ("grid_minutes", "flush_to_previous", "slot_policy", "max_wait", "lead_minutes", "horizon_days")
SERVICE = ("venue_id", "pk", "key", "name", "category", "treatment", "price_minor", "minutes", "phases")
SERVICE_PLACE = ("buffer_before", "buffer_after", "room_kind")


@dataclass(slots=True)
class _Resources:
    """The active resources of one venue, in their order."""

    ids: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    staff: list[str] = field(default_factory=list)
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)


def menu(venue_id: int) -> VenueMenu:
    """Return the menu of one venue. KeyError if there is no such venue."""
    return menus([venue_id])[venue_id]


def menus(venue_ids: Sequence[int]) -> dict[int, VenueMenu]:
    """Return the menus of these venues, active services and resources only."""
    resources = _resources(venue_ids)
    performers = _performers(venue_ids)
    services: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = ServiceRow.objects.filter(venue_id__in=venue_ids, active=True).order_by("position", "pk")
    for row in rows.values(*SERVICE, *SERVICE_PLACE):
        services[row["venue_id"]].append(row)
    venues = Venue.objects.filter(pk__in=venue_ids).values("pk", "timezone", "currency", *RULES)
    return {
        venue["pk"]: _menu(venue, resources[venue["pk"]], services[venue["pk"]], performers)
        for venue in venues
    }


def _resources(venue_ids: Sequence[int]) -> Mapping[int, _Resources]:
    found: dict[int, _Resources] = defaultdict(_Resources)
    rows = Resource.objects.filter(venue_id__in=venue_ids, active=True).order_by("room__position", "position")
    for venue, pk, key, name, kind in rows.values_list("venue_id", "pk", "key", "name", "room__kind"):
        one = found[venue]
        one.ids[key] = pk
        if kind is None:
            one.staff.append(key)
            one.names[key] = name
        else:
            one.units[kind] = (*one.units.get(kind, ()), key)
    return found


def _performers(venue_ids: Sequence[int]) -> Mapping[int, dict[str, Performer]]:
    """Return who performs each service (by its row), in the order in which they were entered."""
    found: dict[int, dict[str, Performer]] = defaultdict(dict)
    rows = PerformerRow.objects.filter(
        service__venue_id__in=venue_ids, service__active=True, resource__active=True
    ).order_by("pk")
    columns = ("service_id", "resource__key", "minutes", "price_minor", "service__venue__currency")
    for service, key, minutes, price, currency in rows.values_list(*columns):
        performer = Performer(
            minutes=None if minutes is None else tuple(minutes),
            price=None if price is None else Money(price, currency).decimal(),
        )
        found[service][key] = performer
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
            rules=_rules(venue),
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


def _rules(venue: Mapping[str, Any]) -> Rules:
    return Rules(
        timezone=ZoneInfo(venue["timezone"]),
        grid_minutes=venue["grid_minutes"],
        flush_to_previous=venue["flush_to_previous"],
        slot_policy=cast("SlotPolicy", venue["slot_policy"]),
        max_wait=venue["max_wait"],
        lead_minutes=venue["lead_minutes"],
        horizon_days=venue["horizon_days"],
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
