"""Tables for tests of the faces: what a call wrote, or did not. The faces themselves never see them."""

from balinea.accounts.models import SignInLink, User
from balinea.booking.models import Booking, Hold
from balinea.notifications.models import Message
from balinea.platform.models import IdempotencyKey
from balinea.venues.models import Business, Membership, Venue

__all__ = [
    "Booking",
    "Business",
    "Hold",
    "IdempotencyKey",
    "Membership",
    "Message",
    "SignInLink",
    "User",
    "Venue",
]
