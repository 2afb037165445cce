"""Who holds a slot: a random cookie, made when the first hold is asked for and not before; only digests leave this module."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from balinea.booking.values import Visitor
from balinea.platform.client_address import client_address

COOKIE = "visitor"
SECONDS = 86_400
LETTERS = 22  # of a cookie that we made


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """The visitor of a request; `cookie` is theirs, or a new one that the answer must carry."""

    visitor: Visitor
    cookie: str
    is_new: bool

    def remember(self, response: HttpResponse) -> HttpResponse:
        """Give a new visitor their cookie, on the answer to a post (never on a page that a cache may keep)."""
        if self.is_new:
            response.set_cookie(
                COOKIE,
                self.cookie,
                max_age=SECONDS,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response


def guest(request: HttpRequest) -> Guest:
    """Return who asks. Whoever drops the cookie is still counted by address (20 holds an hour)."""
    cookie = request.COOKIES.get(COOKIE, "")
    is_new = len(cookie) != LETTERS
    if is_new:
        cookie = secrets.token_urlsafe(16)
    return Guest(
        visitor=Visitor(visitor=_digest(cookie), address=_digest(client_address(request))),
        cookie=cookie,
        is_new=is_new,
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
