"""Remind of what is tomorrow: found by the clock, not stored in advance, so a moved booking needs no second thought."""

from datetime import datetime

from django.db import connection, transaction

from balinea.booking import history
from balinea.booking.history import Line
from balinea.booking.models import Booking
from balinea.booking.tasks import tell_day
from balinea.platform import jobs

# in the venue's daytime, and not of what was booked a moment ago: its confirmation says the same
DUE = """
    SELECT booking.venue_id, array_agg(booking.id)
    FROM booking_booking AS booking JOIN venues_venue AS venue ON venue.id = booking.venue_id
    WHERE booking.reminded_at IS NULL AND booking.status IN ('booked', 'confirmed')
        AND booking.starts_at BETWEEN %(now)s AND %(now)s + interval '3 days'
        AND (booking.starts_at AT TIME ZONE venue.timezone)::date = (%(now)s AT TIME ZONE venue.timezone)::date + 1
        AND extract(hour FROM %(now)s AT TIME ZONE venue.timezone) BETWEEN 9 AND 20
        AND booking.created_at <= %(now)s - interval '2 hours'
    GROUP BY booking.venue_id
    ORDER BY booking.venue_id
"""


def remind(*, now: datetime) -> int:
    """Remind the clients of tomorrow's bookings, and each salon of its day; return how many bookings were due.

    Each booking is reminded of once, however often this runs: noted in the transaction that defers the message.
    """
    with connection.cursor() as cursor:
        cursor.execute(DUE, {"now": now})
        due = cursor.fetchall()
    return sum(_remind_venue(venue_id, ids, now) for venue_id, ids in due)


@transaction.atomic
def _remind_venue(venue_id: int, ids: list[int], now: datetime) -> int:
    rows = list(
        Booking.objects.select_for_update(skip_locked=True)
        .filter(pk__in=ids, reminded_at=None, status__in=("booked", "confirmed"))
        .order_by("starts_at", "pk")
    )
    Booking.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_at=now)
    for row in rows:
        if row.email:
            history.write(booking=row, line=Line(kind="reminded", actor="system", at=now))
    if rows:
        jobs.defer(tell_day, venue=venue_id, start=rows[0].starts_at.isoformat())
    return len(rows)
