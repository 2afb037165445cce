"""Doors of the worker."""

import uuid

from django.db import transaction
from django.utils import timezone

from balinea.notifications.deliver import deliver
from balinea.platform import jobs


@jobs.app.task(queue="messages", retry=5)
def deliver_message(message: str) -> None:
    """Deliver one message; where its channel refused, the next attempt is queued in the same transaction."""
    with transaction.atomic():
        again = deliver(message=uuid.UUID(message), now=timezone.now())
        if again is not None:
            jobs.defer(deliver_message, at=again, message=message)
