"""The link by which a guest manages a booking: its token opens exactly one booking and is not stored.

It is made from the secret key, so that every later message (a change by the salon, the reminder) can carry it again.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "balinea.booking.manage_link"


def token(reference: str) -> str:
    """Return the booking's token: 160 bits in hexadecimal."""
    return _token(reference, settings.SECRET_KEY)


def opens(*, reference: str, token: str) -> bool:
    """Return whether this token opens this booking; links made with a retired key stay good (`SECRET_KEY_FALLBACKS`)."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any([constant_time_compare(token, _token(reference, key)) for key in keys])  # noqa: C419  no short cut: the time says nothing


def url(*, reference: str, language: str) -> str:
    """Return the absolute address, in the language of its reader."""
    with translation.override(language):
        path = reverse("marketplace:manage", args=[reference])
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}?token={token(reference)}"


def _token(reference: str, key: str | bytes) -> str:
    return salted_hmac(_SALT, reference, secret=key, algorithm="sha256").hexdigest()[:40]
