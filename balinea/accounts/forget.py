"""Forget sessions and sign-in links that are over."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q

from balinea.accounts.models import SignInLink


@transaction.atomic
def forget(*, now: datetime) -> None:
    """Delete what lets nobody in any more."""
    Session.objects.filter(expire_date__lte=now).delete()
    SignInLink.objects.filter(Q(expires_at__lte=now) | Q(used_at__isnull=False)).delete()
