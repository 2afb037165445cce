"""`GET /search`: venues with free starts."""

from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Query, Router
from pydantic import BaseModel, Field

from balinea.api.answers import MOMENTARY, answer, statuses
from balinea.api.fields import Amount, Day, Instant, WallTime, Words
from balinea.api.problems import invalid
from balinea.search import find
from balinea.search.cursor import WrongCursor
from balinea.search.question import ImpossibleWindow, UnknownPlace
from balinea.search.values import Found, SearchQuery

router = Router(tags=["Find"], by_alias=True)


class Asked(BaseModel):
    """The question."""

    treatment: Words = Field("", description="A slug of /treatments, or free text")
    near: Words = Field(
        "",
        description="A place, a postcode or lat,lon. A city means all of it, a district its area and 500 m around, else 3 km",
    )
    date: Day | None = Field(
        None, description="A local date: only venues with a start inside the window on it"
    )
    earliest: WallTime | None = Field(None, alias="from", description="Local time of the earliest start")
    latest: WallTime | None = Field(
        None, alias="to", description="Local time of the latest start, itself included"
    )
    sort: Literal["best", "distance", "price", "rating", "soonest"] = "best"
    limit: int = Field(20, ge=1, le=50)
    cursor: Annotated[str, Field(max_length=400, description="`next_cursor` of the page before")] = ""


class Address(BaseModel):
    """A postal address."""

    street: str
    postcode: str
    city: str


class FoundService(BaseModel):
    """The service of the venue that fits the question best."""

    id: str
    name: str
    minutes: int
    price: Amount


class Result(BaseModel):
    """A venue that fits."""

    slug: str
    name: str
    address: Address
    location: tuple[float, float] | None = Field(description="Latitude, longitude")
    distance_m: int | None = Field(description="From the place asked for; null without `near`")
    rating: float | None = Field(description="Null before any review")
    reviews: int
    currency: str
    price_from: Amount = Field(description="The lowest price of what fits the question")
    service: FoundService
    next_slots: list[Instant] = Field(description="Up to three starts of `service`")


class Page(BaseModel):
    """A page of results."""

    count: int = Field(description="Exact up to 500")
    count_more: bool = Field(description="Whether there are more than `count`")
    results: list[Result]
    next_cursor: str | None


@router.get("/search", response=statuses({200: Page}), operation_id="search")
def search(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:  # noqa: ARG001
    """Find venues by treatment, place and time, with their next free starts."""
    query = SearchQuery(
        treatment=asked.treatment,
        near=asked.near,
        day=asked.date,
        earliest=asked.earliest,
        latest=asked.latest,
        sort=asked.sort,
        limit=asked.limit,
        cursor=asked.cursor,
        language=get_language() or "fr",
    )
    try:
        page = find.find(query, now=timezone.now())
    except UnknownPlace as error:
        raise invalid([("query", "/near", "no such place is known")]) from error
    except ImpossibleWindow as error:
        raise invalid([("query", "/to", "the window ends before it begins")]) from error
    except WrongCursor as error:
        raise invalid([("query", "/cursor", "not a cursor of this search")]) from error
    shape = Page(
        count=page.count,
        count_more=page.count_more,
        results=[_result(found) for found in page.results],
        next_cursor=page.next_cursor,
    )
    return answer(shape, headers=MOMENTARY)


def _result(found: Found) -> Result:
    venue, service = found.venue, found.service
    return Result(
        slug=venue.slug,
        name=venue.name,
        address=Address(street=venue.street, postcode=venue.postcode, city=venue.city),
        location=venue.location,
        distance_m=found.distance_m,
        rating=found.rating,
        reviews=found.reviews,
        currency=venue.currency,
        price_from=found.price_from.text(),
        service=FoundService(
            id=service.key, name=service.name, minutes=service.minutes, price=service.price.text()
        ),
        next_slots=list(found.next_slots),
    )
