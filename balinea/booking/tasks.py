"""Doors of the worker."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from balinea.booking.expire import expire, forget
from balinea.booking.news_of import tell_event
from balinea.booking.tomorrow import tell_day_before
from balinea.platform.jobs import PATIENTLY, app


@app.task(queue="upkeep")
def release_expired_hold(hold: str) -> None:
    """Give back the time of one hold at its very end; the sweep of `scheduling` catches what is missed."""
    expire(hold_id=UUID(hold))


@app.task(queue="messages", retry=PATIENTLY)
def tell(event: int) -> None:
    """Tell the client and the salon of a line of a booking's history."""
    with transaction.atomic():
        tell_event(event_id=event, now=timezone.now())


@app.task(queue="messages", retry=PATIENTLY)
def tell_day(venue: int, start: str) -> None:
    """Tell a salon of all its bookings on the local day of `start`."""
    with transaction.atomic():
        tell_day_before(venue_id=venue, start=datetime.fromisoformat(start), now=timezone.now())


@app.task(queue="upkeep", queueing_lock="forget_old_holds")
def forget_old_holds(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Delete holds that came to nothing."""
    forget(now=timezone.now())
