"""`GET /venues/{slug}`: a venue's page as data."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router
from pydantic import BaseModel, Field

from balinea.api.answers import STEADY, answer, statuses
from balinea.api.fields import Amount, Day
from balinea.api.problems import NOT_FOUND, Refusal
from balinea.catalog import queries as menus
from balinea.catalog.values import Line, VenueMenu
from balinea.venues import queries as venues
from balinea.venues.queries import UnknownVenueError
from balinea.venues.values import VenuePage

router = Router(tags=["Find"], by_alias=True)


class Phase(BaseModel):
    """A stretch of a service."""

    minutes: int
    staff: bool = Field(description="Whether it needs the person")


class Performer(BaseModel):
    """What a person makes of a service."""

    staff: str
    minutes: int
    price: Amount


class Service(BaseModel):
    """A line of the menu."""

    id: str
    name: str
    treatment: str | None = Field(description="A slug of /treatments, or null")
    category: str
    minutes: int
    phases: list[Phase]
    price: Amount
    performed_by: list[Performer]


class Person(BaseModel):
    """Somebody of the team."""

    id: str
    name: str


class Address(BaseModel):
    """A postal address; texts may be empty."""

    street: str
    postcode: str
    city: str


class DatedHours(BaseModel):
    """Hours of one date; none means closed."""

    date: Day
    hours: list[str]


class Hours(BaseModel):
    """Wall-clock hours in the venue's zone, as `09:00-19:00`."""

    opening: Mapping[str, list[str]] = Field(description="By weekday, mon to sun")
    exceptions: list[DatedHours]
    closed_on_public_holidays: bool


class Policies(BaseModel):
    """What a client agrees to, and the limits of booking."""

    cancel_hours: int = Field(description="Cancelling is free until so many hours before the start")
    approves_first: bool = Field(description="Whether a booking is pending until the salon says yes")
    lead_minutes: int
    horizon_days: int
    payment: str = Field(description="at_the_salon")


class Venue(BaseModel):
    """A venue."""

    slug: str
    name: str
    url: str = Field(description="Its page for people")
    timezone: str
    currency: str
    address: Address
    location: tuple[float, float] | None = Field(description="Latitude, longitude")
    phone: str
    services: list[Service]
    staff: list[Person]
    hours: Hours
    policies: Policies


@router.get("/venues/{slug:slug}", response=statuses({200: Venue}), operation_id="venue")
def venue(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 - every call is handed its request
    """Show a venue: menu, team, hours and policies."""
    try:
        page = venues.page(slug)
    except UnknownVenueError as error:
        raise Refusal(kind=NOT_FOUND, detail="No venue has this slug.") from error
    menu = menus.menu(page.pk)
    shape = Venue(
        slug=page.slug,
        name=page.name,
        url=settings.PUBLIC_URL.rstrip("/") + reverse("marketplace:venue", args=[page.slug]),
        timezone=page.timezone.key,
        currency=page.currency,
        address=Address(street=page.address.street, postcode=page.address.postcode, city=page.address.city),
        location=page.location,
        phone=page.phone,
        services=[_service(line, menu) for line in menu.lines],
        staff=[Person(id=person.id, name=person.name) for person in page.team],
        hours=_hours(page),
        policies=_policies(page),
    )
    return answer(shape, headers={**STEADY, "Vary": "Accept-Language"})


def _service(line: Line, menu: VenueMenu) -> Service:
    service = menu.menu.services[line.id]
    return Service(
        id=line.id,
        name=line.name,
        treatment=line.treatment or None,
        category=line.category,
        minutes=line.minutes,
        phases=[Phase(minutes=phase.minutes, staff=phase.staff) for phase in line.phases],
        price=line.price.text(),
        performed_by=[
            Performer(
                staff=staff, minutes=sum(service.minutes_of(staff)), price=f"{service.price_of(staff):f}"
            )
            for staff in line.staff
        ],
    )


def _hours(page: VenuePage) -> Hours:
    return Hours(
        opening={day: list(hours) for day, hours in page.opening.items()},
        exceptions=[DatedHours(date=day, hours=list(hours)) for day, hours in page.exceptions.items()],
        closed_on_public_holidays=page.closed_on_public_holidays,
    )


def _policies(page: VenuePage) -> Policies:
    policies = page.policies
    return Policies(
        cancel_hours=policies.cancel_hours,
        approves_first=policies.approves_first,
        lead_minutes=policies.lead_minutes,
        horizon_days=policies.horizon_days,
        payment="at_the_salon",
    )
