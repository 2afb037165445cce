"""What is searched for and what is found: frozen values."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from balinea.money import Money

Sort = Literal["best", "distance", "price", "rating", "soonest"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchQuery:
    """The question. Empty text means that it does not matter; times are wall-clock in the venue's zone.

    A start fits the window when `earliest <= start <= latest`. `limit` is 1 to 50; `cursor` is `next_cursor` of the page before; `language`
    says whose words `treatment` is in.
    """

    treatment: str = ""
    near: str = ""
    day: date | None = None
    earliest: time | None = None
    latest: time | None = None
    sort: Sort = "best"
    limit: int = 20
    cursor: str = ""
    language: str = "fr"


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundVenue:
    """Where it is; `location` is (latitude, longitude)."""

    slug: str
    name: str
    family: str
    street: str
    postcode: str
    city: str
    currency: str
    location: tuple[float, float] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundService:
    """The service of the venue that fits best, as its menu has it."""

    key: str
    name: str
    minutes: int
    price: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One venue. `next_slots` are up to three starts of `service`, in the venue's zone."""

    venue: FoundVenue
    service: FoundService
    price_from: Money
    distance_m: int | None
    rating: float | None
    reviews: int
    next_slots: tuple[datetime, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage:
    """A page. `count` is exact up to 500; `count_more` says that there are more."""

    count: int
    count_more: bool
    results: tuple[Found, ...]
    next_cursor: str | None
