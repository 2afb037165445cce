"""Doors of the worker."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from balinea.notifications.deliver import deliver
from balinea.notifications.forget import forget
from balinea.notifications.queries import thread_of
from balinea.platform import jobs


@jobs.app.task(queue="messages", retry=jobs.PATIENTLY)
def deliver_message(message: str) -> None:
    """Deliver one message; where its channel refused, the next attempt is queued in the same transaction."""
    with transaction.atomic():
        again = deliver(message=uuid.UUID(message), now=timezone.now())
        if again is not None:
            queue_delivery(message=uuid.UUID(message), at=again)


def queue_delivery(*, message: uuid.UUID, at: datetime | None = None) -> None:
    """Write the job that delivers a message, behind the jobs of earlier messages of its thread."""
    jobs.defer(deliver_message, at=at, lock=thread_of(message) or None, message=str(message))


@jobs.app.task(queue="upkeep", queueing_lock="forget_old_messages")
def forget_old_messages(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Delete messages of last season."""
    forget(now=timezone.now())
