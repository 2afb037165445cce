"""Take up a message again that was given up."""

import uuid
from datetime import datetime

from django.db import transaction

from balinea.notifications.models import Message
from balinea.notifications.tasks import queue_delivery


class NotFailed(Exception):  # noqa: N818  a refusal, not a fault
    """The message is unknown, waiting or sent: there is nothing to take up again."""


@transaction.atomic
def try_again(*, message: uuid.UUID, now: datetime) -> None:
    """Queue a failed message with all its attempts before it; raises `NotFailed`."""
    taken = Message.objects.filter(pk=message, status="failed").update(
        status="waiting", attempts=0, next_attempt_at=now
    )
    if taken != 1:
        raise NotFailed(str(message))
    queue_delivery(message=message)
