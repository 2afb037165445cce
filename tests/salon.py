"""Salons for tests: a venue file laid into the database as it stands, and a small salon to vary."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from balinea.booking import menus
from balinea.booking.record import PastVisit, record_visits
from balinea.catalog.models import Performer, Service
from balinea.scheduling import reindex
from balinea.scheduling.claim import Wanted
from balinea.scheduling.hours import Rota
from balinea.scheduling.record import StaffHours, record_blocks, record_hours
from balinea.slots import hours, iso, venue_file
from balinea.venues.models import Business, OpeningException, Resource, Room, Venue

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)  # seven o'clock on that Monday in Paris

OPEN = {day: ["09:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
SMALL = {
    "balinea": 1,
    "business": {"name": "Maison d'essai"},
    "venue": {
        "slug": "essai",
        "name": "Salon d'essai",
        "timezone": "Europe/Paris",
        "opening": OPEN,
        "horizon_days": 20,
    },
    "staff": [
        {"key": "lea", "name": "Léa", "weeks": [OPEN]},
        {"key": "zoe", "name": "Zoé", "weeks": [OPEN]},
    ],
    "rooms": [{"key": "chair", "name": "Fauteuil", "kind": "chair", "units": 2}],
    "services": [
        {
            "key": "cut",
            "name": "Coupe",
            "price": "40.00",
            "phases": [{"minutes": 60}],
            "performed_by": {"lea": {}, "zoe": {"price": "30.00"}},
        },
        {
            "key": "colour",
            "name": "Couleur",
            "price": "65.00",
            "phases": [{"minutes": 30}, {"minutes": 45, "staff": False}, {"minutes": 30}],
            "room_kind": "chair",
            "performed_by": {"lea": {}},
        },
        {
            "key": "care",
            "name": "Soin",
            "price": "50.00",
            "phases": [{"minutes": 45}],
            "room_kind": "chair",
            "buffer_after": 10,
            "performed_by": {"lea": {}, "zoe": {}},
        },
    ],
}


@dataclass(frozen=True, kw_only=True)
class Salon:
    venue: Venue
    timezone: ZoneInfo
    resources: dict[str, int]

    @property
    def slug(self):
        return self.venue.slug


def small(**venue):
    """The small salon's file with some settings of its venue changed."""
    document = deepcopy(SMALL)
    document["venue"] |= venue
    return document


@transaction.atomic
def open_salon(document=None, *, now=NOW, approves_first=False):
    """Lay a venue file into the database, index included."""
    document = document or SMALL
    file = venue_file.parse(document)
    venue = _venue(document, file)
    Venue.objects.filter(pk=venue.pk).update(approves_first=approves_first)
    salon = Salon(venue=venue, timezone=file.venue.rules.timezone, resources=_resources(file, venue))
    _menu(file, salon)
    _diary(document, file, salon)
    reindex.rebuild_to_horizon(venue_ids=[venue.pk], now=now)
    return salon


def _venue(document, file):
    given, parsed = document["venue"], file.venue
    business = Business.objects.create(name=file.business.name)
    rules = parsed.rules
    venue = Venue.objects.create(
        business=business,
        slug=parsed.slug,
        name=parsed.name,
        timezone=rules.timezone.key,
        country=parsed.country,
        region=parsed.region or "",
        currency=parsed.currency,
        opening=given["opening"],
        public_holidays=given.get("public_holidays", "closed"),
        grid_minutes=rules.grid_minutes,
        flush_to_previous=rules.flush_to_previous,
        slot_policy=rules.slot_policy,
        max_wait=rules.max_wait,
        lead_minutes=rules.lead_minutes,
        horizon_days=rules.horizon_days,
        email="salon@essai.example",
    )
    for exception in given.get("exceptions", []):
        OpeningException.objects.create(venue=venue, date=exception["date"], hours=exception["hours"])
    return venue


def _resources(file, venue):
    found = {}
    for position, one in enumerate(file.staff):
        row = Resource.objects.create(venue=venue, position=position, key=one.key, name=one.name)
        found[one.key] = row.pk
    for position, room in enumerate(file.rooms):
        row = Room.objects.create(
            venue=venue, position=position, key=room.key, name=room.name, kind=room.kind, units=room.units
        )
        for name in room.unit_names:
            unit = Resource.objects.create(venue=venue, room=row, position=len(found), key=name, name=name)
            found[name] = unit.pk
    return found


def _menu(file, salon):
    digits = iso.CURRENCIES[file.venue.currency]
    for position, entry in enumerate(file.services):
        service = entry.service
        row = Service.objects.create(
            venue=salon.venue,
            position=position,
            key=service.key,
            name=service.name,
            price_minor=int(service.price.scaleb(digits)),
            minutes=sum(phase.minutes for phase in service.phases),
            phases=[{"minutes": phase.minutes, "staff": phase.staff} for phase in service.phases],
            buffer_before=service.buffer_before,
            buffer_after=service.buffer_after,
            room_kind=service.room_kind or "",
        )
        for key, performer in service.performers.items():
            Performer.objects.create(
                service=row,
                resource_id=salon.resources[key],
                minutes=performer.minutes and list(performer.minutes),
                price_minor=None if performer.price is None else int(performer.price.scaleb(digits)),
            )


def _diary(document, file, salon):
    def instant(wall):
        return hours.instant(salon.timezone, wall)

    record_hours(
        staff=[
            StaffHours(
                resource_id=salon.resources[one.key],
                rota=Rota(weeks=given["weeks"], rota_from=one.hours.rota_from),
                exceptions={
                    date.fromisoformat(day["date"]): day["hours"] for day in given.get("exceptions", [])
                },
                absences=[(instant(start), instant(end)) for start, end in one.absences],
            )
            for given, one in zip(document.get("staff", []), file.staff, strict=True)
        ]
    )
    record_blocks(
        blocks=[
            Wanted(resource_id=salon.resources[one.resource], start=instant(one.start), end=instant(one.end))
            for one in file.blocks
        ]
    )
    known = menus.of_id(venue_id=salon.venue.pk)
    record_visits(
        visits=[
            (known, PastVisit(visit=uuid4(), placement=placement, created_at=NOW))
            for placement in file.visits
        ]
    )
