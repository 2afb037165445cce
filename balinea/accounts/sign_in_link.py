"""Make a one-time sign-in link."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from balinea.accounts.models import SignInLink, User

BY_MAIL = timedelta(minutes=15)
BY_TERMINAL = timedelta(hours=24)  # the ready line of `balinea run`


@transaction.atomic
def create(*, user: User, now: datetime, lasts: timedelta = BY_TERMINAL) -> str:
    """Return the absolute address that signs `user` in, once, until `now + lasts`. Only a digest of its token is kept.

    Links of theirs that are used or over are cleared away.
    """
    SignInLink.objects.filter(user=user).exclude(used_at=None, expires_at__gt=now).delete()
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(digest=digest(token), user=user, expires_at=now + lasts)
    return settings.PUBLIC_URL.rstrip("/") + reverse("partner:use-link", args=[token])


def digest(token: str) -> str:
    """Return what is kept of a token: it is random enough that a plain digest does not give it away."""
    return sha256(token.encode()).hexdigest()
