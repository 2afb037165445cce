"""Deliver a stored message: the job's one step, safe to run again."""

import uuid
from datetime import datetime, timedelta

from django.db import connection, transaction

from balinea.notifications.channels import choose
from balinea.notifications.channels.refusal import DeliveryRefused
from balinea.notifications.models import Message

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)


@transaction.atomic
def deliver(*, message: uuid.UUID, now: datetime) -> datetime | None:
    """Hand the message to its channel; return when to try again, or None if there is nothing left to do.

    A message that is sent, given up, or being delivered by another worker is left alone. The row stays locked while the
    mail server is spoken to: so no second worker can send it too, and only a death between the server's acceptance
    and our commit repeats it, under the same Message-ID.
    """
    row = Message.objects.select_for_update(skip_locked=True).filter(pk=message, status="waiting").first()
    if row is None:
        return None
    with connection.cursor() as cursor:  # the server may be slow; its own time-outs bound the wait
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '10min'")
    row.attempts += 1
    try:
        choose.channel().carry(row)
    except DeliveryRefused as refusal:
        _postpone(row, refusal, now)
    else:
        row.status, row.sent_at, row.next_attempt_at, row.last_error = "sent", now, None, ""
    row.save(update_fields=["attempts", "status", "sent_at", "next_attempt_at", "last_error"])
    return row.next_attempt_at


def _postpone(row: Message, refusal: DeliveryRefused, now: datetime) -> None:
    row.last_error = str(refusal)
    if refusal.final or row.attempts > len(WAITS):
        row.status, row.next_attempt_at = "failed", None
    else:
        row.next_attempt_at = now + WAITS[row.attempts - 1]
