"""Who calls: programs carry no cookie, so their address stands for them."""

from hashlib import sha256

from django.http import HttpRequest

from balinea.booking.values import Visitor
from balinea.platform.client_address import client_address


def caller(request: HttpRequest) -> Visitor:
    """Return the caller as a visitor; only digests leave this module."""
    digest = sha256(client_address(request).encode()).hexdigest()
    return Visitor(visitor=digest, address=digest)
