"""Tables for tests of the faces: what a call wrote, or did not. The faces themselves never see them."""

from balinea.accounts.models import SignInLink, User
from balinea.booking.models import Booking, Hold
from balinea.catalog.models import Performer, Service
from balinea.notifications.models import Message
from balinea.platform.models import IdempotencyKey
from balinea.scheduling.models import Claim, WorkingException, WorkingHours
from balinea.venues.models import Business, Membership, OpeningException, Resource, Venue

__all__ = [
    "Booking",
    "Business",
    "Claim",
    "Hold",
    "IdempotencyKey",
    "Membership",
    "Message",
    "OpeningException",
    "Performer",
    "Resource",
    "Service",
    "SignInLink",
    "User",
    "Venue",
    "WorkingException",
    "WorkingHours",
]
