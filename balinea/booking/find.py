"""Find one booking, by somebody who may: its client by the token of the manage link, its salon by being that venue."""

from dataclasses import dataclass

from balinea.booking import manage_link
from balinea.booking.models import Booking
from balinea.booking.values import Actor


class UnknownBookingError(LookupError):
    """No such booking, or not for you: the two are not told apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ByClient:
    """Whoever has the token of the manage link."""

    token: str
    actor: Actor = "client"


@dataclass(frozen=True, kw_only=True, slots=True)
class BySalon:
    """Somebody of the team; the face has checked that they belong to this venue."""

    venue_id: int
    actor: Actor = "salon"


Authority = ByClient | BySalon


def find(*, reference: str, authority: Authority, for_update: bool = False) -> Booking:
    """Return a booking with its venue. Raises UnknownBookingError. `for_update` comes after the venue's lock."""
    rows = Booking.objects.select_related("venue").filter(reference=reference)
    row = (rows.select_for_update(of=("self",)) if for_update else rows).first()
    if row is None or not _may(row, authority):
        raise UnknownBookingError(reference)
    return row


def _may(row: Booking, authority: Authority) -> bool:
    if isinstance(authority, ByClient):
        return manage_link.opens(reference=row.reference, token=authority.token)
    return row.venue_id == authority.venue_id
