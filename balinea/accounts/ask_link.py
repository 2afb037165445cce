"""Ask for a sign-in link by mail."""

from datetime import datetime

from django.db import transaction

from balinea.accounts.models import SignInLink, User
from balinea.accounts.sign_in_link import BY_MAIL, create

MOST_LIVE = 3  # a mailbox is not flooded by whoever knows its address


class NoLink(Exception):  # noqa: N818  a refusal, not a fault
    """Nobody signs in by this address, or they were sent enough links that still work. Strangers must not learn which."""


@transaction.atomic
def ask(*, email: str, now: datetime) -> tuple[User, str]:
    """Return who signs in by `email`, and the address to send them; raises `NoLink`."""
    found = User.objects.select_for_update().filter(email=email.strip().lower(), is_active=True)
    user = found.first()  # locked: counting must not race with another request
    if user is None:
        raise NoLink(email)
    live = SignInLink.objects.filter(user=user, expires_at__gt=now, expires_at__lte=now + BY_MAIL)
    if live.count() >= MOST_LIVE:
        raise NoLink(email)
    return user, create(user=user, now=now, lasts=BY_MAIL)
