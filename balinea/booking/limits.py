"""Limits on free holds (CONTRACT.md), so that no script empties a salon. Exact over all processes: counted in the database."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection

from balinea.booking.models import Hold
from balinea.booking.values import Visitor

LIVE_HOLDS = 3
HOLDS_AN_HOUR = 20
HOUR = timedelta(hours=1)


class TooManyHoldsError(Exception):
    """The visitor holds too much, or asked too often; `retry_after` is in seconds."""

    def __init__(self, *, retry_after: int) -> None:
        super().__init__(f"too many holds, retry after {retry_after} s")
        self.retry_after = retry_after


def take_turns(visitor: Visitor) -> None:
    """Let a visitor's requests, and an address's, pass one after the other. Taken before any venue's lock."""
    keys = sorted({_key("visitor", visitor.visitor), _key("address", visitor.address)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])


def standing(visitor: Visitor, *, venue_id: int) -> tuple[Hold | None, list[Hold], datetime]:
    """Return the visitor's live hold at this venue, those elsewhere, and the database's time."""
    at = database_now()
    live = list(
        Hold.objects.filter(visitor=visitor.visitor, ended_at=None, expires_at__gt=at).order_by("created_at")
    )
    here = next((hold for hold in live if hold.venue_id == venue_id), None)
    return here, [hold for hold in live if hold.venue_id != venue_id], at


def check(visitor: Visitor, *, elsewhere: list[Hold], at: datetime) -> None:
    """Raise TooManyHoldsError where one more hold would be too many."""
    if len(elsewhere) >= LIVE_HOLDS:
        raise TooManyHoldsError(retry_after=_seconds(min(hold.expires_at for hold in elsewhere) - at))
    recent = Hold.objects.filter(address=visitor.address, created_at__gt=at - HOUR).order_by("-created_at")
    times = list(recent.values_list("created_at", flat=True)[:HOLDS_AN_HOUR])
    if len(times) == HOLDS_AN_HOUR:
        raise TooManyHoldsError(retry_after=_seconds(times[-1] + HOUR - at))


def database_now() -> datetime:
    """Return the database's clock: what has expired is decided by it alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        at: datetime = cursor.fetchone()[0]
    return at


def _seconds(span: timedelta) -> int:
    return max(1, int(span.total_seconds()) + 1)


def _key(kind: str, name: str) -> int:
    digest = hashlib.sha256(f"{kind}:{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
