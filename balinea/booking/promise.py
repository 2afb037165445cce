"""The services of a booking as rows: what was promised does not follow later changes of the menu."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from balinea.booking.models import Booking
from balinea.booking.values import Seat

# keys become ids here: one statement for any number of services
INSERT = """
    INSERT INTO booking_bookingitem
        (booking_id, position, service_id, name, staff_id, unit_id, starts_at, ends_at, price_minor)
    SELECT %(booking)s, seat.position - 1, service.id, seat.name, staff.id, unit.id, seat.starts_at, seat.ends_at, seat.price
    FROM unnest(%(services)s::text[], %(names)s::text[], %(staff)s::text[], %(units)s::text[],
            %(starts)s::timestamptz[], %(ends)s::timestamptz[], %(prices)s::bigint[])
        WITH ORDINALITY AS seat (service, name, staff, unit, starts_at, ends_at, price, position)
    JOIN catalog_service AS service ON service.venue_id = %(venue)s AND service.key = seat.service
    LEFT JOIN venues_resource AS staff ON staff.venue_id = %(venue)s AND staff.key = seat.staff
    LEFT JOIN venues_resource AS unit ON unit.venue_id = %(venue)s AND unit.key = seat.unit
"""


def write(*, booking: Booking, seats: Sequence[Seat]) -> None:
    """Insert the services of a booking that has none."""
    columns: dict[str, list[Any]] = {
        "services": [seat.service for seat in seats],
        "names": [seat.name for seat in seats],
        "staff": [seat.staff for seat in seats],
        "units": [seat.unit for seat in seats],
        "starts": [seat.start for seat in seats],
        "ends": [seat.end for seat in seats],
        "prices": [seat.price_minor for seat in seats],
    }
    with connection.cursor() as cursor:
        cursor.execute(INSERT, {"booking": booking.pk, "venue": booking.venue_id, **columns})


def rewrite(*, booking: Booking, seats: Sequence[Seat]) -> None:
    """Replace the services of a booking."""
    booking.items.all().delete()
    write(booking=booking, seats=seats)
