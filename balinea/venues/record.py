"""Many venues at once, by COPY: the way of imports and of sample data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from psycopg.types.json import Jsonb

from balinea.platform import bulk_write
from balinea.slots import file_text
from balinea.slots.file_values import VenueFile

BUSINESS = {"id": "int8", "name": "text", "siret": "text", "vat": "text"}
VENUE = {
    "id": "int8",
    "business_id": "int8",
    "slug": "text",
    "name": "text",
    "family": "text",
    "timezone": "text",
    "country": "text",
    "region": "text",
    "currency": "text",
    "street": "text",
    "postcode": "text",
    "city": "text",
    "latitude": "float8",
    "longitude": "float8",
    "phone": "text",
    "email": "text",
    "opening": "jsonb",
    "public_holidays": "text",
    "grid_minutes": "int2",
    "flush_to_previous": "bool",
    "slot_policy": "text",
    "max_wait": "int2",
    "lead_minutes": "int4",
    "horizon_days": "int4",
    "cancel_hours": "int2",
    "approves_first": "bool",
    "published": "bool",
    "created_at": "timestamptz",
}
EXCEPTION = {"venue_id": "int8", "date": "date", "hours": "jsonb"}
ROOM = {
    "id": "int8",
    "venue_id": "int8",
    "position": "int4",
    "key": "text",
    "name": "text",
    "kind": "text",
    "units": "int2",
}
RESOURCE = {
    "id": "int8",
    "venue_id": "int8",
    "room_id": "int8",
    "position": "int4",
    "key": "text",
    "name": "text",
    "active": "bool",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVenue:
    """A venue file with what it does not say. `venue_id` and `business_id` are drawn if they are not given."""

    file: VenueFile
    family: str = ""
    phone: str = ""
    email: str = ""
    approves_first: bool = False
    cancel_hours: int = 24
    published: bool = True
    venue_id: int | None = None
    business_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordedVenue:
    """The rows of a new venue; `resources` by staff key and unit name."""

    file: VenueFile
    venue_id: int
    business_id: int
    resources: Mapping[str, int]


def record_venues(*, venues: Sequence[NewVenue], now: datetime) -> list[RecordedVenue]:
    """Add businesses, venues, their exceptions, rooms and resources. A slug that is there is an IntegrityError."""
    recorded = _drawn(venues)
    added = [one for one, new in zip(recorded, venues, strict=True) if new.business_id is None]
    bulk_write.copy("venues_business", BUSINESS, (_business(one) for one in added))
    rows = (_venue(one, new, now) for one, new in zip(recorded, venues, strict=True))
    bulk_write.copy("venues_venue", VENUE, rows)
    exceptions = (row for one in recorded for row in _exceptions(one))
    bulk_write.copy("venues_openingexception", EXCEPTION, exceptions)
    ids = iter(bulk_write.new_ids("venues_room", sum(len(one.file.rooms) for one in recorded)))
    rooms = [(one, list(islice(ids, len(one.file.rooms)))) for one in recorded]
    bulk_write.copy("venues_room", ROOM, (row for one, own in rooms for row in _rooms(one, own)))
    bulk_write.copy("venues_resource", RESOURCE, (row for one, own in rooms for row in _resources(one, own)))
    return recorded


def _drawn(venues: Sequence[NewVenue]) -> list[RecordedVenue]:
    """Draw the ids of all rows that others refer to."""
    keys = [_keys(new.file) for new in venues]
    resources = iter(bulk_write.new_ids("venues_resource", sum(len(own) for own in keys)))
    venue_ids = iter(bulk_write.new_ids("venues_venue", sum(new.venue_id is None for new in venues)))
    business_ids = iter(bulk_write.new_ids("venues_business", sum(new.business_id is None for new in venues)))
    return [
        RecordedVenue(
            file=new.file,
            venue_id=next(venue_ids) if new.venue_id is None else new.venue_id,
            business_id=next(business_ids) if new.business_id is None else new.business_id,
            resources=dict(zip(own, islice(resources, len(own)), strict=True)),
        )
        for new, own in zip(venues, keys, strict=True)
    ]


def _keys(file: VenueFile) -> list[str]:
    return [one.key for one in file.staff] + [unit for room in file.rooms for unit in room.unit_names]


def _business(one: RecordedVenue) -> tuple[object, ...]:
    business = one.file.business
    return (one.business_id, business.name, business.siret, business.vat)


def _venue(one: RecordedVenue, new: NewVenue, now: datetime) -> tuple[object, ...]:
    venue, rules = one.file.venue, one.file.venue.rules
    address, (latitude, longitude) = venue.address, venue.location or (None, None)
    return (
        *(one.venue_id, one.business_id, venue.slug, venue.name, new.family),
        *(rules.timezone.key, venue.country, venue.region or "", venue.currency),
        *((address.street, address.postcode, address.city) if address else ("", "", "")),
        *(latitude, longitude, new.phone, new.email),
        Jsonb(file_text.week(venue.week)),
        "closed" if venue.closed_on_public_holidays else "open",
        *(rules.grid_minutes, rules.flush_to_previous, rules.slot_policy, rules.max_wait),
        *(rules.lead_minutes, rules.horizon_days),
        *(new.cancel_hours, new.approves_first, new.published, now),
    )


def _exceptions(one: RecordedVenue) -> Iterator[tuple[object, ...]]:
    for day, hours in one.file.venue.exceptions.items():
        yield one.venue_id, day, Jsonb(file_text.intervals(hours))


def _rooms(one: RecordedVenue, ids: Sequence[int]) -> Iterator[tuple[object, ...]]:
    for position, (room, id_) in enumerate(zip(one.file.rooms, ids, strict=True)):
        yield id_, one.venue_id, position, room.key, room.name, room.kind, room.units


def _resources(one: RecordedVenue, rooms: Sequence[int]) -> Iterator[tuple[object, ...]]:
    for position, person in enumerate(one.file.staff):
        yield one.resources[person.key], one.venue_id, None, position, person.key, person.name, True
    units = [
        (id_, room, unit) for id_, room in zip(rooms, one.file.rooms, strict=True) for unit in room.unit_names
    ]
    for position, (id_, room, unit) in enumerate(units):
        yield (
            one.resources[unit],
            one.venue_id,
            id_,
            position,
            unit,
            _unit_name(room.name or room.key, unit),
            True,
        )


def _unit_name(room: str, unit: str) -> str:
    """Return what people call a unit: the room's name, with its number where there are several."""
    _, numbered, number = unit.rpartition("#")
    return f"{room} {number}" if numbered and number.isdigit() else room
