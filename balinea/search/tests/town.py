"""Towns for tests: venues of every kind, from a seed."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from balinea.catalog.models import Service
from balinea.search.relist import relist
from balinea.venues.models import Venue
from tests.salon import MONDAY, open_salon

BASTILLE = (48.85321, 2.36942)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS = (
    ["09:00-19:00"],
    ["09:00-12:30", "14:00-19:00"],
    ["10:00-24:00"],
    ["00:00-24:00"],
    ["00:00-06:00", "18:00-24:00"],
    ["13:00-21:00"],
    [],
)
ZONES = ("Europe/Paris",) * 5 + ("America/New_York", "Asia/Tokyo")


def open_town(size, *, seed, place=BASTILLE, treatment="coupe-femme"):
    """Open venues within a kilometre of a place; the first service of each is the treatment."""
    chance = Random(seed)
    salons = []
    for number in range(size):
        salon = open_salon(document(chance, f"salon-{seed}-{number}"))
        settle(salon, chance, place=place, treatment=treatment)
        salons.append(salon)
    relist(venues=[salon.venue.pk for salon in salons])
    return salons


def settle(salon, chance, *, place=BASTILLE, treatment="coupe-femme"):
    """Give a venue its place on the map and its first service the treatment, without listing it."""
    Venue.objects.filter(pk=salon.venue.pk).update(
        latitude=place[0] + chance.uniform(-0.005, 0.005),
        longitude=place[1] + chance.uniform(-0.007, 0.007),
        city="Paris",
    )
    Service.objects.filter(venue=salon.venue, position=0).update(treatment=treatment)


def document(chance, slug):
    """Return a venue file with whatever the rules know."""
    week = {day: list(chance.choice(HOURS)) for day in WEEKDAYS}
    zone = chance.choice(ZONES)
    team = [_person(chance, f"p{number}", week) for number in range(chance.randint(1, 4))]
    units = chance.randint(1, 3)
    rooms = [{"key": "cabin", "kind": "cabin", "units": units}]
    names = ["cabin"] if units == 1 else [f"cabin#{number + 1}" for number in range(units)]
    resources = [person["key"] for person in team] + names
    return {
        "balinea": 1,
        "business": {"name": "Maison d'essai"},
        "venue": {
            "slug": slug,
            "name": slug,
            "timezone": zone,
            "opening": week,
            "public_holidays": "open",
            "grid_minutes": chance.choice([5, 10, 15, 30]),
            "flush_to_previous": chance.random() < 0.3,
            "slot_policy": chance.choice(["all", "all", "no_gaps"]),
            "lead_minutes": chance.choice([0, 0, 90, 1500]),
            "horizon_days": chance.choice([2, 7, 20, 20]),
        },
        "staff": team,
        "rooms": rooms,
        "services": [_service(chance, f"s{number}", team) for number in range(chance.randint(1, 3))],
        "blocks": [_block(chance, chance.choice(resources)) for _ in range(chance.randint(0, 60))],
    }


def _person(chance, key, week):
    own = {day: week[day] if chance.random() < 0.7 else [] for day in WEEKDAYS}
    person = {"key": key, "name": key.upper(), "weeks": [own]}
    if chance.random() < 0.3:
        start = datetime.combine(MONDAY, datetime.min.time()) + timedelta(hours=chance.randint(0, 100))
        span = {"from": _wall(start), "to": _wall(start + timedelta(hours=chance.randint(1, 20)))}
        person["absences"] = [span]
    return person


def _service(chance, key, team):
    kind = chance.choice(["plain", "plain", "phased", "late", "alone", "bare"])
    phases = {
        "plain": [{"minutes": chance.choice([20, 45, 60])}],
        "phased": [{"minutes": 30}, {"minutes": 40, "staff": False}, {"minutes": 15}],
        "late": [{"minutes": 45, "staff": False}, {"minutes": 20}],
        "alone": [{"minutes": 60, "staff": False}],
        "bare": [{"minutes": 90, "staff": False}],
    }[kind]
    service = {
        "key": key,
        "name": key,
        "price": f"{chance.randint(20, 90)}.00",
        "phases": phases,
        "buffer_before": chance.choice([0, 0, 5, 20]),
        "buffer_after": chance.choice([0, 0, 10, 30]),
    }
    if kind == "alone" or (kind != "bare" and chance.random() < 0.4):
        service["room_kind"] = "cabin"
    if kind not in {"alone", "bare"}:
        able = chance.sample(team, chance.randint(1, len(team)))
        service["performed_by"] = {person["key"]: _ability(chance, phases) for person in able}
    return service


def _ability(chance, phases):
    if chance.random() < 0.7:
        return {}
    return {"minutes": [phase["minutes"] + 10 for phase in phases], "price": "15.00"}


def _block(chance, resource):
    start = datetime.combine(MONDAY, datetime.min.time()) + timedelta(
        minutes=5 * chance.randint(0, 12 * 24 * 7)
    )
    length = timedelta(minutes=5 * chance.randint(3, 40))
    return {"resource": resource, "from": _wall(start), "to": _wall(start + length)}


def _wall(moment):
    return moment.isoformat(timespec="minutes")


def local(moment, salon):
    """Return an instant on the venue's wall."""
    return moment.astimezone(ZoneInfo(salon.timezone.key))
