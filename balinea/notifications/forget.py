"""Forget messages that nobody needs to look at any more."""

from datetime import datetime, timedelta

from django.db import transaction

from balinea.notifications.models import Message

KEPT = timedelta(days=90)  # they hold names and addresses: long enough to settle "I got nothing", no longer


@transaction.atomic
def forget(*, now: datetime) -> int:
    """Delete messages written longer ago, unless they still wait; return how many."""
    deleted, _ = Message.objects.filter(created_at__lt=now - KEPT).exclude(status="waiting").delete()
    return deleted
