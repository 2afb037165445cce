"""Move a booking to another start, or to other people: the visit does not stand in its own way."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from balinea.booking import history, menus, offering, policy, promise, read, rules, seating
from balinea.booking.alternatives import slot_taken
from balinea.booking.cancel import TooLateError, check_deadline
from balinea.booking.find import Authority, find
from balinea.booking.history import Line
from balinea.booking.menus import Known
from balinea.booking.models import Booking
from balinea.booking.values import Booked, Seat
from balinea.scheduling.claim import Holder
from balinea.scheduling.lock import Locked, lock
from balinea.scheduling.move import move
from balinea.scheduling.sweep import sweep
from balinea.slots.values import Item, Query


class OtherServicesError(Exception):
    """A booking is moved with the services that were promised; for others, book anew."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """Where the visit shall go. `items` names its services as booked, each with somebody or anyone; none: anyone."""

    start: datetime
    items: tuple[Item, ...] = ()


def reschedule(*, reference: str, authority: Authority, change: Change, now: datetime) -> Booked:
    """Move a booking; its prices and its policy stay as booked, its deadline is counted from the new start.

    Raises UnknownBookingError, TooLateError, OtherServicesError, UnknownItemError, NotOfferedError, SlotTakenError
    (with alternatives) and VenueBusyError; the old time stands then.
    """
    row = find(reference=reference, authority=authority)
    known = menus.of_id(venue_id=row.venue_id)
    query = _query(row, change, known, now)
    if offering.bookable_dates(known, query) is None:
        raise seating.NotOfferedError(change.start.isoformat())
    change = replace(change, start=change.start.astimezone(UTC))
    try:
        with transaction.atomic():
            locked = lock(venue_id=known.venue_id, timezone=known.timezone)
            sweep(locked=locked)
            row = find(reference=reference, authority=authority, for_update=True)
            if row.status not in rules.LIVE:
                raise TooLateError(row.starts_at)
            if authority.actor == "client":
                check_deadline(row, now)
            seats = _move(locked, known, query, change.start, row.visit)
            return _rewrite(row, seats, Line(kind="moved", actor=authority.actor, at=now))
    except seating.TakenError as taken:
        raise slot_taken(
            known=known, query=query, start=change.start, board=taken.board, ignoring=row.visit
        ) from None


def _query(row: Booking, change: Change, known: Known, now: datetime) -> Query:
    promised = list(row.items.order_by("position").values_list("service__key", flat=True))
    items = change.items or tuple(Item(service=key) for key in promised)
    if [item.service for item in items] != promised:
        raise OtherServicesError(", ".join(promised))
    query = Query(items=items, first=offering.local_date(known, change.start), now=now)
    offering.check_items(known, query)
    return query


def _move(locked: Locked, known: Known, query: Query, start: datetime, visit: UUID) -> tuple[Seat, ...]:
    board = offering.board(known, query, ignoring=visit)
    placement = seating.seat(known=known, board=board, query=query, start=start)
    move(locked=locked, wanted=seating.wanted(known=known, placement=placement), holder=Holder(visit=visit))
    return seating.seats(known=known, placement=placement)


def _rewrite(row: Booking, seats: tuple[Seat, ...], line: Line) -> Booked:
    """Write where the visit went; what was promised keeps its name and price."""
    before = row.starts_at
    promised = row.items.order_by("position").values_list("name", "price_minor")
    kept = [
        replace(seat, name=name, price_minor=price)
        for seat, (name, price) in zip(seats, promised, strict=True)
    ]
    agreed = policy.moved(
        policy.loaded(row.policy), start=seats[0].start, timezone=ZoneInfo(row.venue.timezone)
    )
    row.policy = policy.stored(agreed)
    row.cancel_until = agreed.cancel_until
    row.starts_at, row.ends_at = seats[0].start, seats[-1].end
    row.sequence += 1
    row.reminded_at = None
    row.save(update_fields=["policy", "cancel_until", "starts_at", "ends_at", "sequence", "reminded_at"])
    promise.rewrite(booking=row, seats=kept)
    history.write(booking=row, line=replace(line, detail={"before": before.isoformat()}))
    return read.of(row, kept)
