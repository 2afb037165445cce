"""Who holds a slot: a random cookie, set when the first hold is asked for and not before; digests leave this module."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from balinea.booking.values import Visitor
from balinea.platform.client_address import client_address

COOKIE = "visitor"
SECONDS = 86_400
LETTERS = 22  # of a cookie that we made


def visitor(request: HttpRequest) -> Visitor:
    """Return the visitor of a request; without a cookie of ours, their address stands for them."""
    address = _digest(client_address(request))
    cookie = request.COOKIES.get(COOKIE, "")
    return Visitor(visitor=_digest(cookie) if len(cookie) == LETTERS else address, address=address)


def remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give a visitor without a cookie one, on the answer to a post (never on a page that a cache may keep)."""
    if len(request.COOKIES.get(COOKIE, "")) != LETTERS:
        response.set_cookie(
            COOKIE,
            secrets.token_urlsafe(16),
            max_age=SECONDS,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
