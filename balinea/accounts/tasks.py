"""Doors of the worker."""

from django.utils import timezone

from balinea.accounts.forget import forget
from balinea.platform.jobs import app


@app.task(queue="upkeep", queueing_lock="forget_old_sign_ins")
def forget_old_sign_ins(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Delete sessions and sign-in links that are over."""
    forget(now=timezone.now())
