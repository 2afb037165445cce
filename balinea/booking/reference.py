"""The name by which people and addresses call a booking."""

import base64
import hmac
from uuid import UUID

from django.conf import settings

ALPHABET = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is read as something else
LETTERS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
LENGTH = 10


def reference_of(visit: UUID) -> str:
    """Return the reference of a visit: 50 bits that nobody can guess, the same whenever it is asked for."""
    message = b"balinea.booking.reference:" + visit.bytes
    secret = hmac.digest(settings.SECRET_KEY.encode(), message, "sha256")
    return base64.b32encode(secret[:10])[:LENGTH].translate(LETTERS).decode()
