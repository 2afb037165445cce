"""What can be booked: the engine asked about the availability index."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from balinea.booking.menus import Known
from balinea.scheduling import availability
from balinea.scheduling.availability import Span
from balinea.slots import offers as engine
from balinea.slots import window
from balinea.slots.board import Board
from balinea.slots.values import Query, Slot


class UnknownItemError(Exception):
    """An item names a service or a person that the venue does not have; `position` is its place in the wish."""

    def __init__(self, *, position: int, field: str, key: str) -> None:
        super().__init__(f"{field} {key!r}")
        self.position = position
        self.field = field


def offers(*, known: Known, query: Query, ignoring: UUID | None = None) -> tuple[Slot, ...]:
    """Return the starts of a visit in order of instant. Raises UnknownItemError."""
    check_items(known, query)
    asked = bookable_dates(known, query)
    if asked is None:
        return ()
    return engine.find(board(known, asked, ignoring), known.menu, asked)


def board(known: Known, query: Query, ignoring: UUID | None = None) -> Board:
    """Return the board that the engine needs for this question."""
    margin = window.margin(known.menu, query.items)
    span = Span(first=query.first, days=query.days, margin=margin)
    return availability.board(venue_id=known.venue_id, timezone=known.timezone, span=span, ignoring=ignoring)


def check_items(known: Known, query: Query) -> None:
    """Raise UnknownItemError for the first item that names what the venue does not have."""
    for position, item in enumerate(query.items):
        if item.service not in known.menu.services:
            raise UnknownItemError(position=position, field="service", key=item.service)
        if item.staff is not None and item.staff not in known.menu.staff:
            raise UnknownItemError(position=position, field="staff", key=item.staff)


def local_date(known: Known, start: datetime) -> date:
    """Return the venue's date of a start; one at the end of time is past every horizon."""
    try:
        return window.local_date(known.timezone, start)
    except OverflowError:
        return date.max


def bookable_dates(known: Known, query: Query) -> Query | None:
    """Cut the dates asked for to those between lead time and horizon; None if none is left."""
    rules = known.menu.rules
    first = max(query.first, window.local_date(rules.timezone, window.earliest(rules, query.now)))
    # counted in days: dates end with the year 9999
    last = min(query.first.toordinal() + query.days - 1, window.last_date(rules, query.now).toordinal())
    days = last - first.toordinal() + 1
    return replace(query, first=first, days=days) if days > 0 else None
