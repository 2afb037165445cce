"""Salons for tests: a venue file laid into the database as it stands, and a small salon to vary."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from balinea.portability.import_file import import_file
from balinea.venues.models import Venue

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


def open_salon(document=None, *, now=NOW, approves_first=False):
    """Lay a venue file into the database, index included."""
    imported = import_file(document=document or SMALL, now=now)
    venue = Venue.objects.get(slug=imported.slug)
    venue.approves_first, venue.email = approves_first, "salon@essai.example"
    venue.save()
    return Salon(
        venue=venue,
        timezone=ZoneInfo(venue.timezone),
        resources=dict(venue.resources.values_list("key", "pk")),
    )
