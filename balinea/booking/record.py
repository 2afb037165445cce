"""Many bookings at once, by COPY: the way of imports and of sample data.

Nothing is decided here: the visits were placed by the engine, and the exclusion constraint holds all the same
(django.db.IntegrityError). The index is not written: call `scheduling.reindex` for the venues afterwards, in the same
transaction. Recorded bookings tell nobody and have no history yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from balinea.booking import policy, seating
from balinea.booking.menus import Known
from balinea.booking.reference import reference_of
from balinea.booking.values import Client, Seat
from balinea.platform import bulk_write
from balinea.scheduling.record import VisitClaims, record_claims
from balinea.slots.values import Placement

NOBODY = Client(first_name="", last_name="", email="")

BOOKING_COLUMNS = {
    "id": "int8",
    "reference": "text",
    "visit": "uuid",
    "venue_id": "int8",
    "status": "text",
    "first_name": "text",
    "last_name": "text",
    "email": "text",
    "phone": "text",
    "language": "text",
    "note": "text",
    "starts_at": "timestamptz",
    "ends_at": "timestamptz",
    "total_minor": "int8",
    "policy": "jsonb",
    "cancel_until": "timestamptz",
    "sequence": "int4",
    "created_at": "timestamptz",
}
ITEM_COLUMNS = {
    "booking_id": "int8",
    "position": "int2",
    "service_id": "int8",
    "name": "text",
    "staff_id": "int8",
    "unit_id": "int8",
    "starts_at": "timestamptz",
    "ends_at": "timestamptz",
    "price_minor": "int8",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PastVisit:
    """A visit that the engine placed at a venue; without a client it was made elsewhere, by nobody we know."""

    visit: UUID
    placement: Placement
    client: Client = NOBODY
    status: str = "booked"
    created_at: datetime


def record_visits(*, visits: Sequence[tuple[Known, PastVisit]]) -> None:
    """Add bookings with their services and claims; a cancelled one claims nothing."""
    if not visits:
        return
    ids = bulk_write.new_ids("booking_booking", len(visits))
    seats = [seating.seats(known=known, placement=past.placement) for known, past in visits]
    promised = list(zip(ids, seats, visits, strict=True))
    bulk_write.copy("booking_booking", BOOKING_COLUMNS, (_booking(*one) for one in promised))
    bulk_write.copy("booking_bookingitem", ITEM_COLUMNS, (row for one in promised for row in _items(*one)))
    record_claims(
        visits=[
            VisitClaims(visit=past.visit, wanted=seating.wanted(known=known, placement=past.placement))
            for known, past in visits
            if past.status != "cancelled"
        ]
    )


def _booking(id_: int, seats: Sequence[Seat], visit: tuple[Known, PastVisit]) -> tuple[object, ...]:
    known, past = visit
    agreed = policy.of(known=known, start=seats[0].start)
    return (
        id_,
        reference_of(past.visit),
        past.visit,
        known.venue_id,
        past.status,
        past.client.first_name,
        past.client.last_name,
        past.client.email,
        past.client.phone,
        past.client.language,
        past.client.note,
        seats[0].start,
        seats[-1].end,
        sum(seat.price_minor for seat in seats),
        Jsonb(policy.stored(agreed)),
        agreed.cancel_until,
        0,
        past.created_at,
    )


def _items(id_: int, seats: Sequence[Seat], visit: tuple[Known, PastVisit]) -> Iterator[tuple[object, ...]]:
    offered = visit[0].offered
    for position, seat in enumerate(seats):
        yield (
            id_,
            position,
            offered.services[seat.service],
            seat.name,
            offered.resources[seat.staff] if seat.staff else None,
            offered.resources[seat.unit] if seat.unit else None,
            seat.start,
            seat.end,
            seat.price_minor,
        )
