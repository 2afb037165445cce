"""A visit in bodies and answers: what is asked for, what was decided, what was agreed to."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from balinea.api.fields import Amount, Instant, Key
from balinea.booking import values
from balinea.money import Money
from balinea.slots.values import Item


class ItemAsked(BaseModel):
    """One service of the visit."""

    model_config = ConfigDict(extra="forbid")

    service: Key = Field(description="Id of a service")
    staff: Key | None = Field(None, description="Id of a person; null for anyone")

    def item(self) -> Item:
        """Return it in the engine's words."""
        return Item(service=self.service, staff=self.staff)


class Seat(BaseModel):
    """One service with everything decided."""

    service: str
    name: str
    staff: str | None = Field(description="Null where nobody is needed")
    staff_name: str | None
    start: Instant
    end: Instant
    minutes: int
    price: Amount


class Policy(BaseModel):
    """What is agreed to."""

    cancel_until: Instant = Field(description="Until then cancelling and changing are free")
    cancel_hours: int
    approves_first: bool = Field(description="Whether the salon has to say yes")
    payment: str


class Alternative(BaseModel):
    """Another start, and who would take it; null for a visit of several services."""

    start: Instant
    staff: str | None


def seat(one: values.Seat, zone: ZoneInfo, currency: str) -> Seat:
    """Return one decided service."""
    return Seat(
        service=one.service,
        name=one.name,
        staff=one.staff,
        staff_name=one.staff_name,
        start=one.start.astimezone(zone),
        end=one.end.astimezone(zone),
        minutes=one.minutes,
        price=amount(one.price_minor, currency),
    )


def policy(agreed: values.Policy, zone: ZoneInfo) -> Policy:
    """Return what is agreed to."""
    return Policy(
        cancel_until=agreed.cancel_until.astimezone(zone),
        cancel_hours=agreed.cancel_hours,
        approves_first=agreed.approves_first,
        payment=agreed.payment,
    )


def alternatives(others: tuple[values.Alternative, ...], zone: ZoneInfo) -> list[dict[str, str | None]]:
    """Return other starts as a problem carries them."""
    return [{"start": other.start.astimezone(zone).isoformat(), "staff": other.staff} for other in others]


def amount(minor: int, currency: str) -> str:
    """Return minor units as decimal text."""
    return Money(minor, currency).text()


def local(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant with the venue's offset."""
    return instant.astimezone(zone)
