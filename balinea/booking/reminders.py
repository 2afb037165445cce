"""The door of reminders; it runs by the clock (`config.periodic`)."""

from django.utils import timezone

from balinea.booking.remind import remind
from balinea.platform.jobs import app


@app.task(queue="upkeep", queueing_lock="remind_of_tomorrow")
def remind_of_tomorrow(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Remind of the bookings that start tomorrow."""
    remind(now=timezone.now())
