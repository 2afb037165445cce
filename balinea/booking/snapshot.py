"""Seats as JSON: how a hold remembers what it promised."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from balinea.booking.values import Seat
from balinea.slots.values import Item


def stored(seats: Sequence[Seat]) -> list[dict[str, Any]]:
    """Return seats as JSON."""
    return [
        {
            "service": seat.service,
            "name": seat.name,
            "staff": seat.staff,
            "staff_name": seat.staff_name,
            "unit": seat.unit,
            "start": seat.start.isoformat(),
            "end": seat.end.isoformat(),
            "price_minor": seat.price_minor,
        }
        for seat in seats
    ]


def loaded(document: Sequence[dict[str, Any]]) -> tuple[Seat, ...]:
    """Return stored seats."""
    return tuple(
        Seat(
            **seat
            | {"start": datetime.fromisoformat(seat["start"]), "end": datetime.fromisoformat(seat["end"])}
        )
        for seat in document
    )


def asked(items: Sequence[Item], *, any_order: bool) -> dict[str, Any]:
    """Return what was asked for as JSON: a renewed hold is known by it."""
    return {"items": [[item.service, item.staff] for item in items], "any_order": any_order}


def wished(document: dict[str, Any]) -> tuple[tuple[Item, ...], bool]:
    """Return what was asked for: the items, and whether their order was free."""
    items = tuple(Item(service=service, staff=staff) for service, staff in document["items"])
    return items, bool(document["any_order"])
