"""`POST /holds`, `DELETE /holds/{id}`: keep a start for ten minutes, or give it up."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict, Field

from balinea.api import visits
from balinea.api.answers import PRIVATE, answer, statuses
from balinea.api.caller import caller
from balinea.api.fields import Amount, Instant, Key
from balinea.api.problems import (
    NOT_FOUND,
    NOT_OFFERED,
    SLOT_TAKEN,
    TOO_MANY,
    Problem,
    Refusal,
    invalid,
)
from balinea.api.retries import once_a_key
from balinea.api.visits import Alternative, ItemAsked, Policy, Seat
from balinea.booking import hold as verb
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.give_up import UnknownHoldError, give_up
from balinea.booking.limits import TooManyHoldsError
from balinea.booking.offering import UnknownItemError
from balinea.booking.rules import MOST_SERVICES
from balinea.booking.seating import NotOfferedError
from balinea.booking.values import Held, Wish
from balinea.venues.queries import UnknownVenueError

router = Router(tags=["Book"], by_alias=True)


class HoldAsked(BaseModel):
    """What is to be held."""

    model_config = ConfigDict(extra="forbid")

    venue: Key = Field(description="Slug of the venue")
    items: list[ItemAsked] = Field(min_length=1, max_length=MOST_SERVICES)
    start: Instant
    any_order: bool = False

    def wish(self) -> Wish:
        """Return it in the booking room's words."""
        items = tuple(item.item() for item in self.items)
        return Wish(venue=self.venue, items=items, start=self.start, any_order=self.any_order)


class Hold(BaseModel):
    """What is held, until when, and what is agreed to by booking it."""

    id: UUID
    expires_at: Instant
    items: list[Seat]
    total: Amount
    currency: str
    policy: Policy


class SlotTaken(Problem):
    """The start is taken; these are free."""

    alternatives: list[Alternative] = Field(description="Three where they exist, in order of time")


@router.post(
    "/holds",
    response=statuses({201: Hold}, refusals={409: SlotTaken}, body=True),
    operation_id="hold",
)
@once_a_key
def hold(request: HttpRequest, asked: HoldAsked) -> HttpResponse:
    """Hold a start for ten minutes. Asking again for the same does not make it longer."""
    held = held_for(request, asked)
    return answer(shape(held), status=201, headers=PRIVATE)


def held_for(request: HttpRequest, asked: HoldAsked) -> Held:
    """Hold what is asked for, or refuse with a problem."""
    try:
        return verb.hold(wish=asked.wish(), visitor=caller(request), now=timezone.now())
    except UnknownVenueError as error:
        raise invalid([("body", "/venue", "no venue has this slug")]) from error
    except UnknownItemError as error:
        pointer = f"/items/{error.position}/{error.field}"
        raise invalid([("body", pointer, f"the venue has no such {error.field}")]) from error
    except NotOfferedError as error:
        raise Refusal(kind=NOT_OFFERED) from error
    except TooManyHoldsError as error:
        raise Refusal(kind=TOO_MANY, headers={"Retry-After": str(error.retry_after)}) from error
    except SlotTakenError as error:
        others = visits.alternatives(error.alternatives, error.timezone)
        raise Refusal(kind=SLOT_TAKEN, more={"alternatives": others}) from error


def shape(held: Held) -> Hold:
    """Return a hold as an answer."""
    zone, currency = held.place.timezone, held.place.currency
    return Hold(
        id=held.id,
        expires_at=held.expires_at.astimezone(zone),
        items=[visits.seat(one, zone, currency) for one in held.seats],
        total=visits.amount(held.total_minor, currency),
        currency=currency,
        policy=visits.policy(held.policy, zone),
    )


@router.delete("/holds/{uuid:hold_id}", response=statuses({204: None}), operation_id="give_up_hold")
def give_up_hold(request: HttpRequest, hold_id: UUID) -> HttpResponse:  # noqa: ARG001
    """Give a hold up: its start is free at once. A hold that has ended already is answered alike."""
    try:
        give_up(hold_id=hold_id, now=timezone.now())
    except UnknownHoldError as error:
        raise Refusal(kind=NOT_FOUND, detail="There is no such hold, or it became a booking.") from error
    return HttpResponse(status=204, headers=PRIVATE)
