"""`POST /bookings`, `GET /bookings/{reference}`: book what is held, and see it again with its token."""

from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Router
from pydantic import BaseModel, ConfigDict, Field

from balinea.api import visits
from balinea.api.answers import PRIVATE, answer, statuses
from balinea.api.fields import Amount, Email, Instant, Name, Note, Phone
from balinea.api.problems import HOLD_EXPIRED, NOT_FOUND, Problem, Refusal
from balinea.api.retries import once_a_key
from balinea.api.visits import Policy, Seat
from balinea.booking import manage_link, queries
from balinea.booking.confirm import HoldExpiredError, confirm
from balinea.booking.find import ByClient, UnknownBookingError
from balinea.booking.values import Booked, Client

router = Router(tags=["Book"], by_alias=True)

Status = Literal["pending", "booked", "confirmed", "arrived", "in_progress", "done", "no_show", "cancelled"]


class ClientAsked(BaseModel):
    """Who comes. A guest needs no account."""

    model_config = ConfigDict(extra="forbid")

    first_name: Name
    last_name: Name
    email: Email
    phone: Phone = ""


class BookingAsked(BaseModel):
    """Which hold, for whom."""

    model_config = ConfigDict(extra="forbid")

    hold: UUID = Field(description="Id of a hold")
    client: ClientAsked
    accept_policy: Literal[True] = Field(description="The policy of the hold was read and is agreed to")
    note: Note = Field("", description="A word for the salon")


class BookedVenue(BaseModel):
    """Where it is."""

    slug: str
    name: str


class Booking(BaseModel):
    """A booking."""

    reference: str
    status: Status
    venue: BookedVenue
    start: Instant
    end: Instant
    items: list[Seat]
    total: Amount
    currency: str
    policy: Policy
    manage_url: str = Field(description="The page on which its client changes or cancels it")
    token: str = Field(description="Opens this booking and no other: keep it to yourself")


@router.post(
    "/bookings", response=statuses({201: Booking}, refusals={410: Problem}, body=True), operation_id="book"
)
@once_a_key
def book(request: HttpRequest, asked: BookingAsked) -> HttpResponse:  # noqa: ARG001
    """Book what a hold keeps: `booked`, or `pending` where the salon approves first."""
    client = Client(
        first_name=asked.client.first_name,
        last_name=asked.client.last_name,
        email=asked.client.email,
        phone=asked.client.phone,
        language=get_language() or "fr",
        note=asked.note,
    )
    try:
        booked = confirm(hold_id=asked.hold, client=client, now=timezone.now())
    except HoldExpiredError as error:
        raise Refusal(kind=HOLD_EXPIRED) from error
    return answer(Booking(**members(booked)), status=201, headers=PRIVATE)


@router.get("/bookings/{slug:reference}", response=statuses({200: Booking}), operation_id="booking")
def booking(request: HttpRequest, reference: str, token: str = "") -> HttpResponse:  # noqa: ARG001
    """Show a booking to whoever has its token."""
    try:
        booked = queries.booking(reference=reference, authority=ByClient(token=token))
    except UnknownBookingError as error:
        raise Refusal(kind=NOT_FOUND) from error
    return answer(Booking(**members(booked)), headers=PRIVATE)


def members(booked: Booked) -> dict[str, object]:
    """Return the members of a booking's answer."""
    zone, currency = booked.place.timezone, booked.place.currency
    return {
        "reference": booked.reference,
        "status": booked.status,
        "venue": BookedVenue(slug=booked.place.slug, name=booked.place.name),
        "start": booked.start.astimezone(zone),
        "end": booked.end.astimezone(zone),
        "items": [visits.seat(one, zone, currency) for one in booked.seats],
        "total": visits.amount(booked.total_minor, currency),
        "currency": currency,
        "policy": visits.policy(booked.policy, zone),
        "manage_url": manage_link.url(reference=booked.reference, language=booked.client.language),
        "token": manage_link.token(booked.reference),
    }
