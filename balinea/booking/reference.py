"""The name by which people and addresses call a booking."""

import hmac
from uuid import UUID

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is read as something else
LENGTH = 10


def reference_of(visit: UUID) -> str:
    """Return the reference of a visit: 50 bits that nobody can guess, the same whenever it is asked for."""
    message = b"balinea.booking.reference:" + visit.bytes
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), message, "sha256")[:8], "big")
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)
