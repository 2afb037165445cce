"""Use a one-time sign-in link."""

from datetime import datetime

from django.db import transaction

from balinea.accounts.models import SignInLink, User
from balinea.accounts.sign_in_link import digest


class LinkSpent(Exception):  # noqa: N818  a refusal, not a fault
    """The link is unknown, used, over, or its person may not sign in any more."""


@transaction.atomic
def use(*, token: str, now: datetime) -> User:
    """Spend the link and return whom it signs in; raises `LinkSpent`. Of two requests with one link, one gets in."""
    link = SignInLink.objects.filter(digest=digest(token), used_at=None, expires_at__gt=now)
    if link.update(used_at=now) != 1:
        raise LinkSpent
    user = User.objects.get(signinlink__digest=digest(token))
    if not user.is_active:
        raise LinkSpent
    return user
