"""Turn a hold into a booking."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from balinea.booking import history, policy, promise, read, snapshot
from balinea.booking.history import Line
from balinea.booking.models import Booking, Hold
from balinea.booking.reference import reference_of
from balinea.booking.values import Booked, Client
from balinea.scheduling.keep import ClaimsGoneError, keep
from balinea.scheduling.lock import lock

END = """
    UPDATE booking_hold SET ended_at = clock_timestamp()
    WHERE id = %s AND ended_at IS NULL AND expires_at > clock_timestamp()
"""


class HoldExpiredError(Exception):
    """The hold is over, was given up, or never was: choose a time again."""


def confirm(*, hold_id: UUID, client: Client, now: datetime) -> Booked:
    """Book what a hold keeps: `booked`, or `pending` where the venue approves first.

    The same hold confirmed twice by the same client is one booking, returned again; to another e-mail address the hold
    is over, since whoever is handed a booking may manage it. Raises HoldExpiredError and VenueBusyError; nothing changes
    then. `now` is noted in the history; whether the hold is over is decided by the database's clock.
    """
    try:
        with transaction.atomic():
            return _confirm(hold_id, client, now)
    except ClaimsGoneError:
        raise HoldExpiredError(str(hold_id)) from None


def _confirm(hold_id: UUID, client: Client, now: datetime) -> Booked:
    hold = Hold.objects.select_related("venue", "booking").filter(pk=hold_id).first()
    if hold is None:
        raise HoldExpiredError(str(hold_id))
    if hasattr(hold, "booking"):
        return _again(hold, client)
    locked = lock(venue_id=hold.venue_id, timezone=ZoneInfo(hold.venue.timezone))
    if not _end(hold_id):
        return _again(hold, client)
    keep(locked=locked, visit=hold.pk, claims=hold.claims)
    return _book(hold, client, now)


def _end(hold_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(END, [hold_id])
        return bool(cursor.rowcount == 1)


def _again(hold: Hold, client: Client) -> Booked:
    """Return the booking that the hold became already. Programs behind one address may have been given the same hold."""
    booking = Booking.objects.select_related("venue").filter(hold=hold).first()
    if booking is None or booking.email.casefold() != client.email.casefold():
        raise HoldExpiredError(str(hold.pk))
    return read.booked(booking)


def _book(hold: Hold, client: Client, now: datetime) -> Booked:
    agreed = policy.loaded(hold.policy)
    booking = Booking.objects.create(
        reference=reference_of(hold.pk),
        visit=hold.pk,
        hold=hold,
        venue=hold.venue,
        status="pending" if agreed.approves_first else "booked",
        first_name=client.first_name,
        last_name=client.last_name,
        email=client.email,
        phone=client.phone,
        language=client.language,
        note=client.note,
        starts_at=hold.starts_at,
        ends_at=hold.ends_at,
        total_minor=hold.total_minor,
        policy=hold.policy,
        cancel_until=agreed.cancel_until,
        created_at=now,
    )
    seats = snapshot.loaded(hold.items)
    promise.write(booking=booking, seats=seats)
    kind = "requested" if agreed.approves_first else "booked"
    history.write(booking=booking, line=Line(kind=kind, actor="client", at=now))
    return read.of(booking, seats)
