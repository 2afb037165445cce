"""Doors of the worker; the first two run by the clock (`config.periodic`)."""

from django.utils import timezone

from balinea.platform.jobs import app
from balinea.scheduling.reindex import extend
from balinea.scheduling.sweep import sweep_all


@app.task(queue="upkeep", queueing_lock="sweep_expired_holds")
def sweep_expired_holds(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Give back the time of holds that ran out."""
    sweep_all()


@app.task(queue="upkeep", queueing_lock="extend_availability")
def extend_availability(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Drop yesterday from the availability index and add the day that the horizon reached."""
    extend(now=timezone.now())
