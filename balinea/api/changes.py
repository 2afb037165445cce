"""`POST /bookings/{reference}/cancel` and `/reschedule`: change a booking with its token."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict, Field

from balinea.api import visits
from balinea.api.answers import PRIVATE, answer, statuses
from balinea.api.bookings import Booking, members
from balinea.api.fields import Amount, Instant
from balinea.api.holds import SlotTaken
from balinea.api.problems import NOT_FOUND, NOT_OFFERED, SLOT_TAKEN, TOO_LATE, Problem, Refusal, invalid
from balinea.api.retries import once_a_key
from balinea.api.visits import ItemAsked
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.cancel import TooLateError, cancel
from balinea.booking.find import ByClient, UnknownBookingError
from balinea.booking.offering import UnknownItemError
from balinea.booking.reschedule import Change, OtherServicesError, reschedule
from balinea.booking.rules import MOST_SERVICES
from balinea.booking.seating import NotOfferedError
from balinea.booking.values import Booked

router = Router(tags=["Book"], by_alias=True)


class Cancelled(Booking):
    """A cancelled booking, and what becomes of its money."""

    refund: Amount
    kept: Amount


class ChangeAsked(BaseModel):
    """Where the visit shall go."""

    model_config = ConfigDict(extra="forbid")

    start: Instant
    items: list[ItemAsked] = Field(
        [],
        max_length=MOST_SERVICES,
        description="The services as booked, each with somebody or anyone; none: anyone",
    )


class Refused(SlotTaken):
    """`slot-taken` with alternatives, or `too-late` without: the old start is still booked."""

    alternatives: list[visits.Alternative] = []


@router.post(
    "/bookings/{slug:reference}/cancel",
    response=statuses({200: Cancelled}, refusals={409: Problem}, body=True),
    operation_id="cancel_booking",
)
@once_a_key
def cancel_booking(request: HttpRequest, reference: str, token: str = "") -> HttpResponse:  # noqa: ARG001
    """Cancel a booking. Cancelled already, it is answered alike."""
    try:
        done = cancel(reference=reference, authority=ByClient(token=token), now=timezone.now())
    except UnknownBookingError as error:
        raise Refusal(kind=NOT_FOUND) from error
    except TooLateError as error:
        raise Refusal(kind=TOO_LATE) from error
    currency = done.booking.place.currency
    shape = Cancelled(
        **members(done.booking),
        refund=visits.amount(done.refund_minor, currency),
        kept=visits.amount(done.kept_minor, currency),
    )
    return answer(shape, headers=PRIVATE)


@router.post(
    "/bookings/{slug:reference}/reschedule",
    response=statuses({200: Booking}, refusals={409: Refused}, body=True),
    operation_id="reschedule_booking",
)
@once_a_key
def reschedule_booking(
    request: HttpRequest,  # noqa: ARG001
    reference: str,
    asked: ChangeAsked,
    token: str = "",
) -> HttpResponse:
    """Move a booking; price and policy stay as booked. Refused, the old start is still booked."""
    return answer(Booking(**members(_moved(reference, token, asked))), headers=PRIVATE)


def _moved(reference: str, token: str, asked: ChangeAsked) -> Booked:
    authority = ByClient(token=token)
    change = Change(start=asked.start, items=tuple(item.item() for item in asked.items))
    try:
        return reschedule(reference=reference, authority=authority, change=change, now=timezone.now())
    except UnknownBookingError as error:
        raise Refusal(kind=NOT_FOUND) from error
    except OtherServicesError as error:
        raise invalid(
            [("body", "/items", "a booking is moved with the services that were booked")]
        ) from error
    except UnknownItemError as error:
        pointer = f"/items/{error.position}/{error.field}"
        raise invalid([("body", pointer, f"the venue has no such {error.field}")]) from error
    except NotOfferedError as error:
        raise Refusal(kind=NOT_OFFERED) from error
    except TooLateError as error:
        raise Refusal(kind=TOO_LATE) from error
    except SlotTakenError as error:
        others = visits.alternatives(error.alternatives, error.timezone)
        raise Refusal(kind=SLOT_TAKEN, more={"alternatives": others}) from error
