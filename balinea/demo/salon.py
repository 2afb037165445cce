"""One sample salon, drawn by its number: the same seed and number give the same salon, whatever came before."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from zoneinfo import ZoneInfo

from balinea.demo import menu, team
from balinea.demo.kinds import KINDS, any_kind, opening
from balinea.demo.lists import ROOMS, STREETS, WORDS
from balinea.places.gazetteer import PLACES
from balinea.places.values import METRES_PER_DEGREE, Place
from balinea.platform.text import plain
from balinea.slots.file_values import FileAddress, FileBusiness, FileRoom, FileVenue, VenueFile
from balinea.slots.hours import Interval, Week
from balinea.slots.values import Rules

PARIS = ZoneInfo("Europe/Paris")
EVERY_LYON = 4  # one salon in four is in Lyon
EVERY_BASTILLE = 40  # one in forty is a hair salon near Bastille
SPREAD = 220  # metres around a place, typically
DEAR = {"75001", "75006", "75007", "75008", "75016", "69006", "69002"}
CHEAP = {"75018", "75019", "75020", "75013", "69007", "69008", "69009"}
DOMAIN = "demo.example"

_ANCHORS = {
    city: tuple(p for p in PLACES if p.city == city and p.kind in {"neighbourhood", "station"})
    for city in ("Paris", "Lyon")
}
_BASTILLE = next(p for p in PLACES if p.name == "Bastille")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A salon: its venue file without bookings, and what the file does not say. `treatments` go with its services."""

    number: int
    file: VenueFile
    family: str
    treatments: tuple[str, ...]
    phone: str
    email: str
    approves_first: bool
    cancel_hours: int


def salon(*, seed: int, number: int, today: date) -> Sample:
    """Draw the salon of this number; hours and holidays are around `today`."""
    chance = Random(f"{seed}/{number}")  # noqa: S311 - sample data, not a secret
    near_bastille = number % EVERY_BASTILLE == 0
    kind = "hair" if near_bastille else any_kind(chance)
    anchor = _BASTILLE if near_bastille else chance.choice(_ANCHORS[city_of(number)])
    week = opening(chance, KINDS[kind])
    people = team.people(chance, team.size(chance), week, today)
    offered = menu.menu(chance, kind, people, _level(chance, anchor))
    name = chance.choice(WORDS[kind]).format(chance.choice(WORDS["salon"]))
    return Sample(
        number=number,
        file=VenueFile(
            business=FileBusiness(name=name),
            venue=_venue(chance, (_slug(name, number), name), week, anchor, today),
            staff=tuple(person.staff for person in people),
            rooms=_rooms(chance, {entry.service.room_kind for entry in offered.services}, len(people)),
            services=offered.services,
        ),
        family=KINDS[kind].family,
        treatments=offered.treatments,
        phone=_phone(chance, anchor.city),
        email=address_of(number),
        approves_first=chance.random() < 0.08,  # noqa: PLR2004
        cancel_hours=chance.choice([24, 24, 24, 12, 48]),
    )


def address_of(number: int) -> str:
    """Return the address to which a sample salon's mail goes; it tells the salon's number."""
    return f"salon-{number}@{DOMAIN}"


def city_of(number: int) -> str:
    """Return the city of the salon of this number."""
    return "Lyon" if number % EVERY_LYON == EVERY_LYON - 1 else "Paris"


def _venue(chance: Random, title: tuple[str, str], week: Week, anchor: Place, today: date) -> FileVenue:
    slug, name = title
    return FileVenue(
        slug=slug,
        name=name,
        country="FR",
        region=None,
        currency="EUR",
        address=FileAddress(
            street=f"{chance.randrange(1, 120)} {chance.choice(STREETS[anchor.postcode])}",
            postcode=anchor.postcode,
            city=anchor.city,
        ),
        location=_near(chance, anchor),
        week=week,
        exceptions=_closures(chance, today),
        closed_on_public_holidays=chance.random() < 0.9,  # noqa: PLR2004
        rules=_rules(chance),
    )


def _rules(chance: Random) -> Rules:
    return Rules(
        timezone=PARIS,
        grid_minutes=chance.choice([15, 15, 15, 30, 10]),
        flush_to_previous=chance.random() < 0.2,  # noqa: PLR2004
        slot_policy="no_gaps" if chance.random() < 0.2 else "all",  # noqa: PLR2004
        max_wait=chance.choice([0, 0, 10, 15]),
        lead_minutes=chance.choice([0, 30, 60, 60, 120, 240, 1440]),
        horizon_days=chance.choice([30, 30, 45, 60]),
    )


def _closures(chance: Random, today: date) -> dict[date, tuple[Interval, ...]]:
    if chance.random() < 0.08:  # noqa: PLR2004 - closed on one day of the coming weeks
        return {today + timedelta(days=chance.randrange(2, 40)): ()}
    return {}


def _near(chance: Random, anchor: Place) -> tuple[float, float]:
    up, aside = (max(-2.5, min(2.5, chance.gauss(0, 1))) * SPREAD / METRES_PER_DEGREE for _ in range(2))
    narrow = math.cos(math.radians(anchor.latitude))
    return round(anchor.latitude + up, 5), round(anchor.longitude + aside / narrow, 5)


def _level(chance: Random, anchor: Place) -> float:
    """Return where between low and high the prices lie: by district and by salon."""
    base = 0.75 if anchor.postcode in DEAR else 0.3 if anchor.postcode in CHEAP else 0.5
    return base + chance.uniform(-0.3, 0.25)


def _rooms(chance: Random, kinds: set[str | None], team_size: int) -> tuple[FileRoom, ...]:
    rooms = []
    for kind, room in ROOMS.items():
        if kind in kinds:
            more = chance.choice([0, 0, 1]) if room.with_team else 0
            units = room.units + (team_size + more if room.with_team else 0)
            rooms.append(FileRoom(key=kind, name=room.name, kind=kind, units=units))
    return tuple(rooms)


def _slug(name: str, number: int) -> str:
    return f"{plain(name).replace(' ', '-')}-{number}"


def _phone(chance: Random, city: str) -> str:
    """Return a number of the ranges that the regulator keeps for fiction."""
    start = "+33 1 99 00" if city == "Paris" else "+33 4 65 71"
    return f"{start} {chance.randrange(100):02} {chance.randrange(100):02}"
