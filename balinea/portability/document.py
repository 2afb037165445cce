"""A venue file written anew from what it says: every key that the format knows, except empty ones."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from balinea.slots.file_text import intervals, week
from balinea.slots.file_values import (
    FileBlock,
    FileBooking,
    FileBusiness,
    FileRoom,
    FileService,
    FileStaff,
    FileVenue,
    VenueFile,
)
from balinea.slots.hours import Interval
from balinea.slots.values import Performer

Document = dict[str, Any]
VERSION = 1


def of(file: VenueFile) -> Document:
    """Return the JSON document that parses to this venue file."""
    return {
        "balinea": VERSION,
        "business": _business(file.business),
        "venue": _venue(file.venue),
        "staff": [_staff(one) for one in file.staff],
        "rooms": [_room(one) for one in file.rooms],
        "services": [_service(one) for one in file.services],
        "blocks": [_block(one) for one in file.blocks],
        "bookings": [_booking(one) for one in file.bookings],
    }


def _without_empty(document: Document) -> Document:
    return {key: value for key, value in document.items() if value not in ("", None)}


def _business(business: FileBusiness) -> Document:
    return _without_empty({"name": business.name, "siret": business.siret, "vat": business.vat})


def _venue(venue: FileVenue) -> Document:
    address, rules = venue.address, venue.rules
    where = {"street": address.street, "postcode": address.postcode, "city": address.city} if address else {}
    return _without_empty(
        {
            "slug": venue.slug,
            "name": venue.name,
            "timezone": rules.timezone.key,
            "country": venue.country,
            "region": venue.region,
            "currency": venue.currency,
            "address": _without_empty(where) or None,
            "location": None if venue.location is None else list(venue.location),
            "opening": week(venue.week),
            "exceptions": _exceptions(venue.exceptions),
            "public_holidays": "closed" if venue.closed_on_public_holidays else "open",
            "grid_minutes": rules.grid_minutes,
            "flush_to_previous": rules.flush_to_previous,
            "slot_policy": rules.slot_policy,
            "max_wait": rules.max_wait,
            "lead_minutes": rules.lead_minutes,
            "horizon_days": rules.horizon_days,
        }
    )


def _exceptions(hours: Mapping[date, tuple[Interval, ...]]) -> list[Document]:
    return [{"date": day.isoformat(), "hours": intervals(of_day)} for day, of_day in hours.items()]


def _staff(one: FileStaff) -> Document:
    return _without_empty(
        {
            "key": one.key,
            "name": one.name,
            "weeks": [week(hours) for hours in one.hours.weeks],
            "rota_from": one.hours.rota_from and one.hours.rota_from.isoformat(),
            "exceptions": _exceptions(one.hours.exceptions),
            "absences": [{"from": _wall(start), "to": _wall(end)} for start, end in one.absences],
        }
    )


def _room(room: FileRoom) -> Document:
    return _without_empty({"key": room.key, "name": room.name, "kind": room.kind, "units": room.units})


def _service(entry: FileService) -> Document:
    service = entry.service
    by = {key: _performer(performer) for key, performer in service.performers.items()}
    return _without_empty(
        {
            "key": service.key,
            "name": service.name,
            "category": entry.category,
            "price": _price(service.price),
            "phases": [{"minutes": phase.minutes, "staff": phase.staff} for phase in service.phases],
            "buffer_before": service.buffer_before,
            "buffer_after": service.buffer_after,
            "room_kind": service.room_kind,
            "performed_by": by if service.staffed else None,
        }
    )


def _performer(performer: Performer) -> Document:
    return _without_empty(
        {
            "minutes": None if performer.minutes is None else list(performer.minutes),
            "price": None if performer.price is None else _price(performer.price),
        }
    )


def _block(block: FileBlock) -> Document:
    return {"resource": block.resource, "from": _wall(block.start), "to": _wall(block.end)}


def _booking(booking: FileBooking) -> Document:
    told = {"service": booking.service, "staff": booking.staff, "start": _wall(booking.start)}
    return told | _without_empty({"room": booking.room, "visit": booking.visit})


def _price(price: Decimal) -> str:
    return f"{price:f}"


def _wall(wall: datetime) -> str:
    return wall.strftime("%Y-%m-%dT%H:%M").rjust(len("2026-11-24T10:00"), "0")  # years before 1000 too
