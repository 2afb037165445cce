"""Every rule that a venue file or a query can break, with the place that the refusal names."""

import copy
import json

import pytest

from balinea.slots import case, venue_file
from balinea.slots.document import VenueFileError, load

MISSING = object()


def document():
    """A small venue with a bit of everything, and a query; nothing in it breaks a rule."""
    return {
        "venue_file": {
            "balinea": 1,
            "business": {"name": "Maison Exemple", "siret": "00000000000000", "vat": "franchise"},
            "venue": {
                "slug": "exemple",
                "name": "Maison Exemple",
                "timezone": "Europe/Paris",
                "country": "FR",
                "region": "57",
                "currency": "EUR",
                "address": {"street": "1 rue d'Exemple", "postcode": "57000", "city": "Metz"},
                "location": [49.12, 6.18],
                "opening": {"tue": ["09:00-12:00", "14:00-24:00"]},
                "exceptions": [{"date": "2026-12-01", "hours": []}],
                "public_holidays": "closed",
                "grid_minutes": 15,
                "flush_to_previous": False,
                "slot_policy": "all",
                "max_wait": 30,
                "lead_minutes": 60,
                "horizon_days": 90,
            },
            "staff": [
                {
                    "key": "ana",
                    "name": "Ana",
                    "weeks": [{"tue": ["09:00-12:00"]}, {"tue": ["14:00-19:00"]}],
                    "rota_from": "2026-11-02",
                    "exceptions": [{"date": "2026-11-24", "hours": ["09:00-12:00"]}],
                    "absences": [{"from": "2026-12-24T00:00", "to": "2027-01-02T00:00"}],
                },
                {"key": "bea", "name": "Bea", "weeks": [{"tue": ["09:00-19:00"]}]},
            ],
            "rooms": [
                {"key": "cabin", "name": "Cabine", "kind": "cabin", "units": 2},
                {"key": "bath", "kind": "hammam"},
            ],
            "services": [
                {
                    "key": "care",
                    "name": "Soin",
                    "category": "spa",
                    "price": "60.00",
                    "phases": [{"minutes": 30}, {"minutes": 15, "staff": False}],
                    "buffer_before": 5,
                    "buffer_after": 10,
                    "room_kind": "cabin",
                    "performed_by": {"ana": {"minutes": [45, 15], "price": "70.50"}, "bea": {}},
                },
                {
                    "key": "bath",
                    "name": "Bain",
                    "price": "25",
                    "phases": [{"minutes": 60, "staff": False}],
                    "room_kind": "hammam",
                },
                {
                    "key": "talk",
                    "name": "Conseil",
                    "price": "0.00",
                    "phases": [{"minutes": 15}],
                    "performed_by": {"bea": {}},
                },
            ],
            "blocks": [{"resource": "cabin#1", "from": "2026-11-24T09:00", "to": "2026-11-24T10:00"}],
            "bookings": [
                {
                    "service": "care",
                    "staff": "bea",
                    "start": "2026-11-24T10:00",
                    "room": "cabin#2",
                    "visit": "a",
                },
                {"service": "talk", "staff": "bea", "start": "2026-11-24T10:45", "visit": "a"},
                {"service": "bath", "staff": None, "start": "2026-11-24T10:00", "room": "bath"},
            ],
        },
        "query": {
            "items": [{"service": "care", "staff": "bea"}, {"service": "bath"}],
            "from": "2026-11-24",
            "days": 2,
            "now": "2026-11-23T08:00:30.5+01:00",
            "any_order": True,
        },
    }


def changed(pointer, value):
    """The document with the value at the pointer replaced, added (a list also at its end), or taken away."""
    whole = document()
    *path, last = pointer.strip("/").split("/")
    place = whole
    for step in path:
        place = place[int(step) if isinstance(place, list) else step]
    if isinstance(place, list):
        place[int(last) : int(last) + 1] = [] if value is MISSING else [value]
    elif value is MISSING:
        del place[last]
    else:
        place[last] = value
    return whole


def test_the_document_is_accepted_before_anything_is_changed():
    assert case.answer(document())["slots"]


def test_what_may_be_left_out_may_be_left_out():
    whole = document()
    file = whole["venue_file"]
    file["business"] = {"name": "Maison Exemple"}
    file["venue"] = {key: file["venue"][key] for key in ("slug", "name", "timezone", "opening")}
    del file["blocks"], file["bookings"]
    parsed = venue_file.parse(file)
    assert parsed.business.vat == "standard"
    assert (parsed.venue.country, parsed.venue.currency, parsed.venue.closed_on_public_holidays) == (
        "FR",
        "EUR",
        True,
    )
    rules = parsed.venue.rules
    assert (rules.grid_minutes, rules.max_wait, rules.lead_minutes, rules.horizon_days) == (15, 0, 0, 60)
    assert (rules.flush_to_previous, rules.slot_policy) == (False, "all")


FILE = "/venue_file"
BREACHES = [
    # the frame
    (FILE, MISSING, FILE),
    (FILE, [], FILE),
    (FILE, None, FILE),
    ("/query", MISSING, "/query"),
    (f"{FILE}/balinea", MISSING, f"{FILE}/balinea"),
    (f"{FILE}/balinea", 2, f"{FILE}/balinea"),
    (f"{FILE}/balinea", True, f"{FILE}/balinea"),
    (f"{FILE}/balinea", "1", f"{FILE}/balinea"),
    (f"{FILE}/business", MISSING, f"{FILE}/business"),
    (f"{FILE}/venue", MISSING, f"{FILE}/venue"),
    (f"{FILE}/services", MISSING, f"{FILE}/services"),
    (f"{FILE}/services", {}, f"{FILE}/services"),
    (f"{FILE}/staff", None, f"{FILE}/staff"),
    (f"{FILE}/staff/1", "bea", f"{FILE}/staff/1"),
    # unknown keys, everywhere
    (f"{FILE}/photos", [], f"{FILE}/photos"),
    (f"{FILE}/a~1b~0", 1, f"{FILE}/a~01b~00"),
    (f"{FILE}/business/vat_number", "FR", f"{FILE}/business/vat_number"),
    (f"{FILE}/venue/grid", 15, f"{FILE}/venue/grid"),
    (f"{FILE}/venue/address/country", "FR", f"{FILE}/venue/address/country"),
    (f"{FILE}/venue/opening/monday", [], f"{FILE}/venue/opening/monday"),
    (f"{FILE}/venue/exceptions/0/reason", "", f"{FILE}/venue/exceptions/0/reason"),
    (f"{FILE}/staff/0/role", "x", f"{FILE}/staff/0/role"),
    (f"{FILE}/staff/0/weeks/1/Tue", [], f"{FILE}/staff/0/weeks/1/Tue"),
    (f"{FILE}/staff/0/exceptions/0/note", "x", f"{FILE}/staff/0/exceptions/0/note"),
    (f"{FILE}/staff/0/absences/0/reason", "x", f"{FILE}/staff/0/absences/0/reason"),
    (f"{FILE}/rooms/0/size", 3, f"{FILE}/rooms/0/size"),
    (f"{FILE}/services/0/vat", 20, f"{FILE}/services/0/vat"),
    (f"{FILE}/services/0/phases/0/room", True, f"{FILE}/services/0/phases/0/room"),
    (
        f"{FILE}/services/0/performed_by/bea/buffer_after",
        5,
        f"{FILE}/services/0/performed_by/bea/buffer_after",
    ),
    (f"{FILE}/blocks/0/why", "x", f"{FILE}/blocks/0/why"),
    (f"{FILE}/bookings/0/client", "x", f"{FILE}/bookings/0/client"),
    ("/query/limit", 5, "/query/limit"),
    ("/query/items/0/room", "bath", "/query/items/0/room"),
    # business and venue
    (f"{FILE}/business/name", MISSING, f"{FILE}/business/name"),
    (f"{FILE}/business/name", " ", f"{FILE}/business/name"),
    (f"{FILE}/business/name", "a\0b", f"{FILE}/business/name"),
    (f"{FILE}/business/name", "\ud800", f"{FILE}/business/name"),
    (f"{FILE}/business/siret", 0, f"{FILE}/business/siret"),
    (f"{FILE}/business/vat", "reduced", f"{FILE}/business/vat"),
    (f"{FILE}/venue/slug", MISSING, f"{FILE}/venue/slug"),
    (f"{FILE}/venue/slug", "maison exemple", f"{FILE}/venue/slug"),
    (f"{FILE}/venue/name", None, f"{FILE}/venue/name"),
    (f"{FILE}/venue/timezone", MISSING, f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", "Europe/Lutetia", f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", "Europe", f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", "../Europe/Paris", f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", "localtime", f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", "", f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/timezone", 1, f"{FILE}/venue/timezone"),
    (f"{FILE}/venue/country", "XX", f"{FILE}/venue/country"),
    (f"{FILE}/venue/country", "fr", f"{FILE}/venue/country"),
    (f"{FILE}/venue/country", "AB", f"{FILE}/venue/country"),
    (f"{FILE}/venue/country", "XX", f"{FILE}/venue/country"),
    (f"{FILE}/venue/region", "ZZ", f"{FILE}/venue/region"),
    (f"{FILE}/venue/region", 57, f"{FILE}/venue/region"),
    (f"{FILE}/venue/currency", "EURO", f"{FILE}/venue/currency"),
    (f"{FILE}/venue/currency", "XYZ", f"{FILE}/venue/currency"),
    (f"{FILE}/venue/address", "1 rue d'Exemple", f"{FILE}/venue/address"),
    (f"{FILE}/venue/address/city", None, f"{FILE}/venue/address/city"),
    (f"{FILE}/venue/location", {"lat": 49.12, "lon": 6.18}, f"{FILE}/venue/location"),
    (f"{FILE}/venue/location", [49.12], f"{FILE}/venue/location"),
    (f"{FILE}/venue/location", [49.12, 6.18, 0], f"{FILE}/venue/location"),
    (f"{FILE}/venue/location/0", "49.12", f"{FILE}/venue/location/0"),
    (f"{FILE}/venue/location/0", 90.5, f"{FILE}/venue/location/0"),
    (f"{FILE}/venue/location/1", -181, f"{FILE}/venue/location/1"),
    (f"{FILE}/venue/location/1", True, f"{FILE}/venue/location/1"),
    (f"{FILE}/venue/location/1", float("nan"), f"{FILE}/venue/location/1"),
    (f"{FILE}/venue/location/1", 10**400, f"{FILE}/venue/location/1"),
    (f"{FILE}/venue/public_holidays", "close", f"{FILE}/venue/public_holidays"),
    (f"{FILE}/venue/grid_minutes", 7, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", 0, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", -15, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", 15.0, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", "15", f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", True, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/grid_minutes", None, f"{FILE}/venue/grid_minutes"),
    (f"{FILE}/venue/flush_to_previous", 1, f"{FILE}/venue/flush_to_previous"),
    (f"{FILE}/venue/slot_policy", "no gaps", f"{FILE}/venue/slot_policy"),
    (f"{FILE}/venue/max_wait", 12, f"{FILE}/venue/max_wait"),
    (f"{FILE}/venue/max_wait", -5, f"{FILE}/venue/max_wait"),
    (f"{FILE}/venue/lead_minutes", 61, f"{FILE}/venue/lead_minutes"),
    (f"{FILE}/venue/horizon_days", -1, f"{FILE}/venue/horizon_days"),
    (f"{FILE}/venue/horizon_days", 1.5, f"{FILE}/venue/horizon_days"),
    # hours
    (f"{FILE}/venue/opening", MISSING, f"{FILE}/venue/opening"),
    (f"{FILE}/venue/opening", [], f"{FILE}/venue/opening"),
    (f"{FILE}/venue/opening/tue", "09:00-19:00", f"{FILE}/venue/opening/tue"),
    (f"{FILE}/venue/opening/tue", None, f"{FILE}/venue/opening/tue"),
    (f"{FILE}/venue/opening/tue/0", "22:00-02:00", f"{FILE}/venue/opening/tue/0"),
    (f"{FILE}/venue/opening/tue/0", "20:00-00:00", f"{FILE}/venue/opening/tue/0"),
    (f"{FILE}/venue/opening/tue/0", "09:00-09:00", f"{FILE}/venue/opening/tue/0"),
    (f"{FILE}/venue/opening/tue/1", "09:00-24:05", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:00-25:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:60-11:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:03-12:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:00-12:01", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "9:00-12:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:00 - 12:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "09:00-12:00\n", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", "\u0660\u0669:00-12:00", f"{FILE}/venue/opening/tue/1"),
    (f"{FILE}/venue/opening/tue/1", ["09:00", "12:00"], f"{FILE}/venue/opening/tue/1"),
    (
        f"{FILE}/venue/exceptions/1",
        {"date": "2026-12-01", "hours": ["09:00-10:00"]},
        f"{FILE}/venue/exceptions/1/date",
    ),
    (f"{FILE}/venue/exceptions/0/date", MISSING, f"{FILE}/venue/exceptions/0/date"),
    (f"{FILE}/venue/exceptions/0/hours", MISSING, f"{FILE}/venue/exceptions/0/hours"),
    (f"{FILE}/venue/exceptions/0/date", "2026-02-29", f"{FILE}/venue/exceptions/0/date"),
    (f"{FILE}/venue/exceptions/0/date", "20261201", f"{FILE}/venue/exceptions/0/date"),
    (f"{FILE}/venue/exceptions/0/date", "2026-12-01T00:00", f"{FILE}/venue/exceptions/0/date"),
    (f"{FILE}/venue/exceptions/0/date", "2026-W49-2", f"{FILE}/venue/exceptions/0/date"),
    (f"{FILE}/venue/exceptions/0/hours", None, f"{FILE}/venue/exceptions/0/hours"),
    (f"{FILE}/venue/exceptions/0/hours", ["23:00-01:00"], f"{FILE}/venue/exceptions/0/hours/0"),
    # staff
    (f"{FILE}/staff/0/key", MISSING, f"{FILE}/staff/0/key"),
    (f"{FILE}/staff/0/name", MISSING, f"{FILE}/staff/0/name"),
    (f"{FILE}/staff/0/weeks", MISSING, f"{FILE}/staff/0/weeks"),
    (f"{FILE}/staff/0/weeks", [], f"{FILE}/staff/0/weeks"),
    (f"{FILE}/staff/0/weeks", {"tue": []}, f"{FILE}/staff/0/weeks"),
    (f"{FILE}/staff/0/weeks/0", ["09:00-12:00"], f"{FILE}/staff/0/weeks/0"),
    (f"{FILE}/staff/0/weeks/1/tue/0", "14:00-13:00", f"{FILE}/staff/0/weeks/1/tue/0"),
    (f"{FILE}/staff/0/rota_from", MISSING, f"{FILE}/staff/0/rota_from"),
    (f"{FILE}/staff/0/rota_from", None, f"{FILE}/staff/0/rota_from"),
    (f"{FILE}/staff/0/rota_from", "2026-11-03", f"{FILE}/staff/0/rota_from"),
    (f"{FILE}/staff/1/rota_from", "2026-11-01", f"{FILE}/staff/1/rota_from"),
    (f"{FILE}/staff/1/key", "ana", f"{FILE}/staff/1/key"),
    (
        f"{FILE}/staff/0/exceptions/1",
        {"date": "2026-11-24", "hours": []},
        f"{FILE}/staff/0/exceptions/1/date",
    ),
    (f"{FILE}/staff/0/absences/0/from", "2026-12-24T00:03", f"{FILE}/staff/0/absences/0/from"),
    (f"{FILE}/staff/0/absences/0/from", "2026-12-24", f"{FILE}/staff/0/absences/0/from"),
    (f"{FILE}/staff/0/absences/0/to", "2026-12-24T00:00", f"{FILE}/staff/0/absences/0/to"),
    (f"{FILE}/staff/0/absences/0/to", "2026-12-23T24:00", f"{FILE}/staff/0/absences/0/to"),
    (f"{FILE}/staff/0/absences/0/to", "2027-01-02T00:00:00", f"{FILE}/staff/0/absences/0/to"),
    (f"{FILE}/staff/0/absences/0/to", "2027-01-02T00:00Z", f"{FILE}/staff/0/absences/0/to"),
    (f"{FILE}/staff/0/absences/0/to", "2027-01-02 00:00", f"{FILE}/staff/0/absences/0/to"),
    (f"{FILE}/staff/0/absences/0/to", MISSING, f"{FILE}/staff/0/absences/0/to"),
    # rooms
    (f"{FILE}/rooms/0/key", MISSING, f"{FILE}/rooms/0/key"),
    (f"{FILE}/rooms/0/kind", MISSING, f"{FILE}/rooms/0/kind"),
    (f"{FILE}/rooms/0/units", 0, f"{FILE}/rooms/0/units"),
    (f"{FILE}/rooms/0/units", 2.0, f"{FILE}/rooms/0/units"),
    (f"{FILE}/rooms/0/units", 10**9, f"{FILE}/rooms/0/units"),
    (f"{FILE}/rooms/1/key", "cabin", f"{FILE}/rooms/1/key"),
    (f"{FILE}/rooms/1/key", "cabin#2", f"{FILE}/rooms/1/key"),
    (f"{FILE}/rooms/1/key", "ana", f"{FILE}/rooms/1/key"),
    # services
    (f"{FILE}/services/0/key", MISSING, f"{FILE}/services/0/key"),
    (f"{FILE}/services/1/key", "care", f"{FILE}/services/1/key"),
    (f"{FILE}/services/0/name", MISSING, f"{FILE}/services/0/name"),
    (f"{FILE}/services/0/price", MISSING, f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", 60, f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "60,00", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "60.005", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "-1.00", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "6e1", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "NaN", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", "", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/price", " 60.00", f"{FILE}/services/0/price"),
    (f"{FILE}/services/0/phases", MISSING, f"{FILE}/services/0/phases"),
    (f"{FILE}/services/0/phases", [], f"{FILE}/services/0/phases"),
    (f"{FILE}/services/0/phases", [30, 15], f"{FILE}/services/0/phases/0"),
    (f"{FILE}/services/0/phases/0/minutes", MISSING, f"{FILE}/services/0/phases/0/minutes"),
    (f"{FILE}/services/0/phases/0/minutes", 32, f"{FILE}/services/0/phases/0/minutes"),
    (f"{FILE}/services/0/phases/0/minutes", 0, f"{FILE}/services/0/phases/0/minutes"),
    (f"{FILE}/services/0/phases/0/minutes", -30, f"{FILE}/services/0/phases/0/minutes"),
    (f"{FILE}/services/0/phases/0/minutes", True, f"{FILE}/services/0/phases/0/minutes"),
    (f"{FILE}/services/0/phases/0/staff", None, f"{FILE}/services/0/phases/0/staff"),
    (f"{FILE}/services/0/phases/0/staff", "ana", f"{FILE}/services/0/phases/0/staff"),
    (f"{FILE}/services/0/buffer_before", 3, f"{FILE}/services/0/buffer_before"),
    (f"{FILE}/services/0/buffer_after", -5, f"{FILE}/services/0/buffer_after"),
    (f"{FILE}/services/0/buffer_after", None, f"{FILE}/services/0/buffer_after"),
    (f"{FILE}/services/0/room_kind", "chair", f"{FILE}/services/0/room_kind"),
    (f"{FILE}/services/0/room_kind", None, f"{FILE}/services/0/room_kind"),
    (f"{FILE}/services/0/performed_by", ["ana"], f"{FILE}/services/0/performed_by"),
    (f"{FILE}/services/0/performed_by/cleo", {}, f"{FILE}/services/0/performed_by/cleo"),
    (f"{FILE}/services/0/performed_by/bea", None, f"{FILE}/services/0/performed_by/bea"),
    (f"{FILE}/services/0/performed_by/ana/minutes", [45], f"{FILE}/services/0/performed_by/ana/minutes"),
    (f"{FILE}/services/0/performed_by/ana/minutes", 45, f"{FILE}/services/0/performed_by/ana/minutes"),
    (f"{FILE}/services/0/performed_by/ana/minutes/1", 12, f"{FILE}/services/0/performed_by/ana/minutes/1"),
    (f"{FILE}/services/0/performed_by/ana/minutes/1", 0, f"{FILE}/services/0/performed_by/ana/minutes/1"),
    (f"{FILE}/services/0/performed_by/ana/price", 70.5, f"{FILE}/services/0/performed_by/ana/price"),
    (f"{FILE}/services/0/performed_by/ana/price", None, f"{FILE}/services/0/performed_by/ana/price"),
    (f"{FILE}/services/1/performed_by", {"ana": {}}, f"{FILE}/services/1/performed_by"),
    (f"{FILE}/services/1/performed_by", {}, f"{FILE}/services/1/performed_by"),
    # blocks
    (f"{FILE}/blocks/0/resource", "cabin", f"{FILE}/blocks/0/resource"),
    (f"{FILE}/blocks/0/resource", "bath#1", f"{FILE}/blocks/0/resource"),
    (f"{FILE}/blocks/0/resource", MISSING, f"{FILE}/blocks/0/resource"),
    (f"{FILE}/blocks/0/from", "2026-11-24T09:01", f"{FILE}/blocks/0/from"),
    (f"{FILE}/blocks/0/from", "2026-11-31T09:00", f"{FILE}/blocks/0/from"),
    (f"{FILE}/blocks/0/to", "2026-11-24T09:00", f"{FILE}/blocks/0/to"),
    # bookings
    (f"{FILE}/bookings/0/service", "cut", f"{FILE}/bookings/0/service"),
    (f"{FILE}/bookings/0/service", MISSING, f"{FILE}/bookings/0/service"),
    (f"{FILE}/bookings/0/staff", MISSING, f"{FILE}/bookings/0/staff"),
    (f"{FILE}/bookings/0/staff", None, f"{FILE}/bookings/0/staff"),
    (f"{FILE}/bookings/0/staff", "cleo", f"{FILE}/bookings/0/staff"),
    (f"{FILE}/bookings/1/staff", "ana", None),
    (f"{FILE}/bookings/2/staff", "ana", f"{FILE}/bookings/2/staff"),
    (f"{FILE}/bookings/0/start", "2026-11-24T10:02", f"{FILE}/bookings/0/start"),
    (f"{FILE}/bookings/0/start", "2026-11-24T10:00Z", f"{FILE}/bookings/0/start"),
    (f"{FILE}/bookings/0/start", "9999-12-31T23:55", f"{FILE}/bookings/0/start"),
    (f"{FILE}/bookings/0/room", "cabin", f"{FILE}/bookings/0/room"),
    (f"{FILE}/bookings/0/room", "bath", f"{FILE}/bookings/0/room"),
    (f"{FILE}/bookings/1/room", "bath", f"{FILE}/bookings/1/room"),
    (f"{FILE}/bookings/0/visit", 1, f"{FILE}/bookings/0/visit"),
    (f"{FILE}/bookings/0/visit", "", f"{FILE}/bookings/0/visit"),
    # bookings that collide: with a block, with another booking, with a buffer, within a visit
    (f"{FILE}/bookings/0/room", "cabin#1", f"{FILE}/bookings/0"),
    (f"{FILE}/bookings/2/start", "2026-11-24T10:00", None),
    (
        f"{FILE}/bookings/3",
        {"service": "talk", "staff": "bea", "start": "2026-11-24T10:50"},
        f"{FILE}/bookings/3",
    ),
    (f"{FILE}/bookings/3", {"service": "care", "staff": "bea", "start": "2026-11-24T11:05"}, None),
    (
        f"{FILE}/bookings/3",
        {"service": "care", "staff": "bea", "start": "2026-11-24T09:10"},
        f"{FILE}/bookings/3",
    ),
    (
        f"{FILE}/bookings/3",
        {"service": "bath", "staff": None, "start": "2026-11-24T09:05"},
        f"{FILE}/bookings/3",
    ),
    (f"{FILE}/bookings/1/start", "2026-11-24T10:50", f"{FILE}/bookings/1"),
    (f"{FILE}/bookings/1/start", "2026-11-24T10:30", None),
    (f"{FILE}/bookings/1/start", "2026-11-24T10:15", f"{FILE}/bookings/1"),
    # the query
    ("/query/items", MISSING, "/query/items"),
    ("/query/items", [], "/query/items"),
    ("/query/items/0", "care", "/query/items/0"),
    ("/query/items/0/service", "cut", "/query/items/0/service"),
    ("/query/items/0/service", MISSING, "/query/items/0/service"),
    ("/query/items/0/staff", "cleo", "/query/items/0/staff"),
    ("/query/items/0/staff", ["bea"], "/query/items/0/staff"),
    ("/query/from", MISSING, "/query/from"),
    ("/query/from", "2026-13-01", "/query/from"),
    ("/query/from", "9999-12-31", "/query/from"),
    ("/query/days", 0, "/query/days"),
    ("/query/days", "1", "/query/days"),
    ("/query/days", True, "/query/days"),
    ("/query/now", MISSING, "/query/now"),
    ("/query/now", "2026-11-23T08:00:00", "/query/now"),
    ("/query/now", "2026-11-23", "/query/now"),
    ("/query/now", "2026-11-23T25:00:00Z", "/query/now"),
    ("/query/now", 1795420800, "/query/now"),
    ("/query/any_order", 0, "/query/any_order"),
]


@pytest.mark.parametrize(
    ("pointer", "value", "refused_at"),
    [breach for breach in BREACHES if breach[2] is not None],
    ids=lambda value: "missing" if value is MISSING else None,
)
def test_a_breach_is_refused_at_its_place(pointer, value, refused_at):
    with pytest.raises(VenueFileError) as refusal:
        case.answer(changed(pointer, value))
    assert refusal.value.pointer == refused_at
    assert refusal.value.expected


@pytest.mark.parametrize(
    ("pointer", "value"), [(pointer, value) for pointer, value, refused_at in BREACHES if refused_at is None]
)
def test_what_only_looks_like_a_collision_is_accepted(pointer, value):
    case.answer(changed(pointer, value))


def test_services_that_join_in_a_visit_keep_one_room():
    whole = document()
    whole["venue_file"]["blocks"] = []
    whole["venue_file"]["bookings"] = [
        {"service": "care", "staff": "bea", "start": "2026-11-24T10:00", "room": "cabin#1", "visit": "a"},
        {"service": "care", "staff": "bea", "start": "2026-11-24T10:45", "room": "cabin#2", "visit": "a"},
    ]
    with pytest.raises(VenueFileError) as refusal:
        case.answer(whole)
    assert refusal.value.pointer == "/venue_file/bookings/1"


def test_a_country_without_known_holidays_is_accepted_if_the_venue_opens_on_them():
    whole = changed("/venue_file/venue/country", "XX")
    venue = whole["venue_file"]["venue"]
    venue["public_holidays"] = "open"
    del venue["region"]
    case.answer(whole)


def test_a_document_that_is_no_object_is_refused():
    with pytest.raises(VenueFileError) as refusal:
        case.answer([])
    assert refusal.value.pointer == ""


@pytest.mark.parametrize(
    ("text", "refused_at"),
    [
        ("", ""),
        ("{", ""),
        ("{'a': 1}", ""),
        ("[" * 100_000, ""),
        ('{"a": ' + "9" * 5000 + "}", ""),
        ('{"a": [{"b": NaN}]}', "/a/0/b"),
        ('{"a": -Infinity}', "/a"),
        ('{"a": {"b/c": 1, "b/c": 1}}', "/a/b~1c"),
    ],
    ids=str.__len__,
)
def test_text_that_is_no_strict_json_is_refused(text, refused_at):
    with pytest.raises(VenueFileError) as refusal:
        load(text)
    assert refusal.value.pointer == refused_at


def test_strict_json_reads_as_json_reads_it():
    whole = document()
    assert load(json.dumps(whole)) == whole


def test_a_file_is_not_changed_by_reading_it():
    whole = document()
    before = copy.deepcopy(whole)
    case.answer(whole)
    assert whole == before
