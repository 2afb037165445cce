"""A venue as other rooms and faces see it: frozen values, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

Hours = tuple[
    str, ...
]  # intervals of one day as the venue file writes them: `("09:00-12:00", "14:00-19:00")`


@dataclass(frozen=True, kw_only=True, slots=True)
class StaffMember:
    """One person of the team; `id` is what the outside calls them."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where clients come to; texts may be empty."""

    street: str
    postcode: str
    city: str

    def line(self) -> str:
        """Return the address in one line."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Policies:
    """What a client agrees to, and the limits of booking. Minutes, hours and days as named."""

    lead_minutes: int
    horizon_days: int
    cancel_hours: int
    approves_first: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class VenuePage:
    """All that a venue's page says beside its menu.

    `pk` names the venue inside this product, `slug` outside. `opening` has an entry for every weekday (`mon` to `sun`);
    `exceptions` has the dated ones, by date. `location` is latitude and longitude.
    """

    pk: int
    business: int
    slug: str
    name: str
    family: str
    timezone: ZoneInfo
    currency: str
    country: str
    region: str  # empty where there is none
    address: Address
    location: tuple[float, float] | None
    phone: str
    email: str
    opening: Mapping[str, Hours]
    exceptions: Mapping[date, Hours]
    closed_on_public_holidays: bool
    team: tuple[StaffMember, ...]
    policies: Policies
    published: bool
