"""Tables for tests of the faces: what a call wrote, or did not. The faces themselves never see them."""

from balinea.booking.models import Booking, Hold
from balinea.platform.models import IdempotencyKey
from balinea.venues.models import Venue

__all__ = ["Booking", "Hold", "IdempotencyKey", "Venue"]
