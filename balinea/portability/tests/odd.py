"""A venue file that uses every key, some in odd ways: skipped clock hours, several weeks, empty lists."""

from copy import deepcopy

EVERYTHING = {
    "venue": {
        "name": "Salon d'essai",
        "slug": "essai",
        "timezone": "Europe/Paris",
        "region": "BL",
        "currency": "EUR",
        "address": {"city": "Paris"},
        "location": [48, 2.5],
        "opening": {"mon": ["09:00-12:00", "13:00-24:00"], "sun": []},
        "exceptions": [{"date": "2026-12-24", "hours": ["10:00-12:00"]}, {"date": "2026-12-01", "hours": []}],
        "slot_policy": "no_gaps",
        "horizon_days": 10,
    },
    "balinea": 1,
    "business": {"name": "Maison d'essai", "vat": "franchise", "siret": "00000000000000"},
    "staff": [
        {
            "key": "zoë",
            "name": "Zoë",
            "weeks": [{"mon": ["09:00-18:00"]}, {}],
            "rota_from": "2026-01-05",
            "exceptions": [{"date": "2026-11-24", "hours": ["08:00-09:00", "09:00-10:00"]}],
            "absences": [
                {"from": "2027-03-28T02:00", "to": "2027-03-28T03:00"},
                {"from": "2027-03-28T02:30", "to": "2027-03-29T00:00"},
            ],
        },
        {"key": "al/ice", "name": "Alice", "weeks": [{}]},
    ],
    "rooms": [{"kind": "cabin", "key": "c", "units": 2}, {"kind": "cabin", "key": "d", "name": "Petite"}],
    "services": [
        {
            "phases": [{"minutes": 30}, {"minutes": 15, "staff": False}],
            "price": "40",
            "name": "Soin",
            "key": "care",
            "room_kind": "cabin",
            "buffer_before": 5,
            "performed_by": {"al/ice": {"minutes": [40, 15], "price": "35.5"}, "zoë": {}},
        },
        {"key": "steam", "name": "Vapeur", "price": "0.00", "phases": [{"minutes": 60, "staff": False}]},
        {"key": "talk", "name": "Conseil", "price": "1", "phases": [{"minutes": 5}]},
    ],
    "blocks": [
        {"resource": "zoë", "from": "2026-11-23T10:00", "to": "2026-11-23T11:00"},
        {"resource": "zoë", "from": "2026-11-23T10:30", "to": "2026-11-23T10:45"},
        {"resource": "c#2", "from": "2027-03-28T02:00", "to": "2027-03-28T03:00"},
    ],
    "bookings": [
        {"service": "care", "staff": "zoë", "start": "2026-11-23T12:00"},
        {"service": "care", "staff": "zoë", "start": "2026-11-23T14:00", "visit": "v"},
        {"service": "steam", "staff": None, "start": "2026-11-23T14:45", "visit": "v"},
        {"service": "care", "staff": "al/ice", "start": "2026-11-23T14:00", "room": "d"},
    ],
}


def changed(document, path, value):
    """The document with one value changed, by the keys that lead to it."""
    document = deepcopy(document)
    at = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return document
