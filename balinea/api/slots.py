"""`GET /venues/{slug}/slots`: the starts of a visit."""

from typing import Annotated
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from balinea.api.answers import MOMENTARY, answer, statuses
from balinea.api.fields import Amount, Day, Instant, Key
from balinea.api.problems import NOT_FOUND, Refusal, invalid
from balinea.booking import menus, offering
from balinea.booking.offering import UnknownItemError
from balinea.booking.rules import MOST_SERVICES
from balinea.slots import values
from balinea.venues.queries import UnknownVenueError

router = Router(tags=["Find"], by_alias=True)


class Asked(BaseModel):
    """The question."""

    service: list[Key] = Field(
        min_length=1, max_length=MOST_SERVICES, description="Ids of services, in the order of the visit"
    )
    staff: list[Annotated[str, Field(max_length=300)]] = Field(
        [],
        max_length=MOST_SERVICES,
        description="Ids of people in the order of the services; empty for anyone",
    )
    any_order: bool = Field(False, description="Whether the services may be done in another order")
    first: Day = Field(alias="from", description="The first local date")
    days: int = Field(1, ge=1, le=31)

    def items(self) -> tuple[values.Item, ...]:
        """Return the visit that is asked for."""
        if len(self.staff) > len(self.service):
            raise invalid([("query", f"/staff/{len(self.service)}", "more people than services")])
        staff = self.staff + [""] * (len(self.service) - len(self.staff))
        return tuple(
            values.Item(service=service, staff=person or None)
            for service, person in zip(self.service, staff, strict=True)
        )


class Option(BaseModel):
    """Who can take the slot."""

    staff: str | None = Field(description="Null where nobody is needed")
    minutes: int
    price: Amount


class Slot(BaseModel):
    """A start; `options` for a single service only."""

    start: Instant
    options: list[Option] | None = None


class Slots(BaseModel):
    """Starts in order of time."""

    slots: list[Slot]


@router.get("/venues/{slug:slug}/slots", response=statuses({200: Slots}), operation_id="slots")
def slots(request: HttpRequest, slug: str, asked: Query[Asked]) -> HttpResponse:  # noqa: ARG001
    """List the starts that are free for a visit of one or more services."""
    query = values.Query(
        items=asked.items(),
        first=asked.first,
        days=asked.days,
        now=timezone.now(),
        any_order=asked.any_order,
    )
    try:
        known = menus.of(slug=slug)
        found = offering.offers(known=known, query=query)
    except UnknownVenueError as error:
        raise Refusal(kind=NOT_FOUND) from error
    except UnknownItemError as error:
        detail = f"the venue has no such {error.field}"
        raise invalid([("query", f"/{error.field}/{error.position}", detail)]) from error
    shape = Slots(slots=[_slot(slot, known.timezone) for slot in found])
    return answer(shape, headers=MOMENTARY)


def _slot(slot: values.Slot, zone: ZoneInfo) -> Slot:
    start = slot.start.astimezone(zone)
    if not slot.options:
        return Slot(start=start)
    options = [Option(staff=one.staff, minutes=one.minutes, price=f"{one.price:f}") for one in slot.options]
    return Slot(start=start, options=options)
