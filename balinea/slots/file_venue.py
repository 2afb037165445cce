"""Reading the venue file: the business, the venue and its hours."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from balinea.slots import iso, public_holidays
from balinea.slots.document import Fields, Node
from balinea.slots.file_values import FileAddress, FileBusiness, FileVenue
from balinea.slots.hours import Interval, Week
from balinea.slots.masks import STEP_MINUTES
from balinea.slots.values import Rules, SlotPolicy

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_MAX_HORIZON_DAYS = 36_600
_MAX_LEAD_MINUTES = 5_256_000
_MAX_LATITUDE, _MAX_LONGITUDE = 90, 180


def business(node: Node) -> FileBusiness:
    """Read `business`."""
    fields = node.fields(required=("name",), optional=("siret", "vat"))
    return FileBusiness(
        name=fields["name"].text(),
        siret=fields.text("siret"),
        vat=cast("Literal['standard', 'franchise']", fields.choice("vat", "standard", "franchise")),
    )


def venue(node: Node) -> FileVenue:
    """Read `venue`."""
    fields = node.fields(
        required=("slug", "name", "timezone", "opening"),
        optional=(
            *("country", "region", "currency", "address", "location", "exceptions", "public_holidays"),
            *("grid_minutes", "flush_to_previous", "slot_policy", "max_wait", "lead_minutes", "horizon_days"),
        ),
    )
    closed = fields.choice("public_holidays", "closed", "open") == "closed"
    country = fields.read("country", _country, "FR")
    return FileVenue(
        slug=fields["slug"].matching(_SLUG, "letters, digits, hyphens and underscores"),
        name=fields["name"].text(),
        country=country,
        region=_region(node, fields, country, closed=closed),
        currency=fields.read("currency", _currency, "EUR"),
        address=fields.read("address", _address, None),
        location=fields.read("location", _location, None),
        week=week(fields["opening"]),
        exceptions=dated_hours(fields),
        closed_on_public_holidays=closed,
        rules=_rules(fields),
    )


def week(node: Node) -> Week:
    """Read a weekly pattern; a day that is left out has no hours."""
    fields = node.fields(optional=WEEKDAYS)
    return tuple(tuple(entry.interval() for entry in fields.entries(day)) for day in WEEKDAYS)


def dated_hours(fields: Fields) -> Mapping[date, tuple[Interval, ...]]:
    """Read `exceptions`: the hours of single dates, each date once."""
    hours: dict[date, tuple[Interval, ...]] = {}
    for node in fields.entries("exceptions"):
        entry = node.fields(required=("date", "hours"))
        day = entry["date"].date()
        if day in hours:
            entry["date"].fail("one exception a date")
        hours[day] = tuple(interval.interval() for interval in entry["hours"].entries())
    return hours


def _rules(fields: Fields) -> Rules:
    return Rules(
        timezone=_timezone(fields["timezone"]),
        grid_minutes=fields.minutes("grid_minutes", 15, low=STEP_MINUTES),
        flush_to_previous=fields.flag("flush_to_previous", default=False),
        slot_policy=cast("SlotPolicy", fields.choice("slot_policy", "all", "no_gaps")),
        max_wait=fields.minutes("max_wait"),
        lead_minutes=fields.minutes("lead_minutes", high=_MAX_LEAD_MINUTES),
        horizon_days=fields.whole("horizon_days", 60, 0, _MAX_HORIZON_DAYS),
    )


def _timezone(node: Node) -> ZoneInfo:
    expected = "a time zone of the IANA database such as Europe/Paris"
    name = node.matching(_ZONE, expected)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        node.fail(expected)


def _country(node: Node) -> str:
    return node.choice_of(iso.COUNTRIES, "the two letters of a country (ISO 3166-1) such as FR")


def _currency(node: Node) -> str:
    return node.choice_of(iso.CURRENCIES, "the three letters of a currency (ISO 4217) such as EUR")


def _region(node: Node, fields: Fields, country: str, *, closed: bool) -> str | None:
    if closed and not public_holidays.known(country):
        node.key("country").fail("a country whose public holidays are known, or public_holidays open")
    region = fields.get("region")
    if region is None:
        return None
    code = region.text()
    if public_holidays.known(country) and not public_holidays.known(country, code):
        region.fail(f"a region of {country} as the holidays library has it")
    return code


def _address(node: Node) -> FileAddress:
    fields = node.fields(optional=("street", "postcode", "city"))
    return FileAddress(
        street=fields.text("street"), postcode=fields.text("postcode"), city=fields.text("city")
    )


def _location(node: Node) -> tuple[float, float]:
    limits = (_MAX_LATITUDE, _MAX_LONGITUDE)
    entries = node.entries()
    if len(entries) != len(limits):
        node.fail("a latitude and a longitude")
    latitude, longitude = (entry.number_within(limit) for entry, limit in zip(entries, limits, strict=True))
    return latitude, longitude
