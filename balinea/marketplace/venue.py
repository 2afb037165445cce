"""The page of a venue: menu, team, hours, policy. Nothing on it moves by the minute; `now` does, at its own address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from balinea.catalog.queries import menu
from balinea.catalog.values import Line
from balinea.marketplace import cards, headers, opening, way
from balinea.marketplace.dates import open_venue
from balinea.platform.ui import formats
from balinea.venues.values import StaffMember, VenuePage


@dataclass(frozen=True, kw_only=True, slots=True)
class MenuService:
    """A line of the menu; `varies`: the price depends on the person, and `price_minor` is the lowest."""

    id: str
    name: str
    minutes: int
    price_minor: int
    varies: bool
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MenuGroup:
    """A category of the menu."""

    name: str
    services: tuple[MenuService, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekDay:
    """The hours of a weekday; `number` is 0 for Monday."""

    number: int
    name: str
    spans: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueView:
    """All that the page shows."""

    slug: str
    name: str
    family: str
    district: str
    address: str
    walk: str
    phone: str
    directions_url: str
    dates_url: str
    now_url: str
    currency: str
    menu: tuple[MenuGroup, ...]
    hours: tuple[WeekDay, ...]
    closed_on: tuple[str, ...]
    team: tuple[StaffMember, ...]
    policy: str


@require_safe
def venue(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show a venue."""
    page = open_venue(slug)
    view = _view(page, menu(page.pk).lines, request.GET.getlist("service"), timezone.now())
    answer = render(request, "marketplace/venue.html", {"venue": view})
    return headers.public(answer, request, seconds=headers.DAY, tags=[f"venue-{slug}", *_cities(page)])


@require_safe
def now(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show whether the venue is open at this moment: a fragment of its page."""
    page = open_venue(slug)
    answer = render(
        request, "marketplace/now.html", {"now": opening.now(page, timezone.now(), get_language() or "fr")}
    )
    return headers.public(answer, request, seconds=headers.MOMENT, tags=[f"venue-{slug}"])


def _view(page: VenuePage, lines: Sequence[Line], chosen: Sequence[str], at: datetime) -> VenueView:
    today = at.astimezone(page.timezone).date()
    return VenueView(
        slug=page.slug,
        name=page.name,
        family=page.family,
        district=cards.district(page.address.postcode, page.address.city),
        address=page.address.line(),
        walk=way.walk(page.location),
        phone=page.phone,
        directions_url=way.directions(page.address, page.location),
        dates_url=reverse("marketplace:dates", args=[page.slug]),
        now_url=reverse("marketplace:venue-now", args=[page.slug]),
        currency=page.currency,
        menu=_menu(lines, chosen),
        hours=_hours(page, today),
        closed_on=_exceptions(page, today),
        team=page.team,
        policy=_policy(page.policies.cancel_hours),
    )


def _menu(lines: Sequence[Line], chosen: Sequence[str]) -> tuple[MenuGroup, ...]:
    """Return the menu by category, in the salon's order."""
    order = {
        category: number for number, category in enumerate(dict.fromkeys(line.category for line in lines))
    }
    by_category = groupby(
        sorted(lines, key=lambda line: order[line.category]), key=lambda line: line.category
    )
    return tuple(
        MenuGroup(
            name=category or _("Soins"),
            services=tuple(
                MenuService(
                    id=line.id,
                    name=line.name,
                    minutes=line.minutes,
                    price_minor=line.cheapest.minor,
                    varies=line.cheapest != line.price,
                    chosen=line.id in chosen,
                )
                for line in group
            ),
        )
        for category, group in by_category
    )


def _hours(page: VenuePage, today: date) -> tuple[WeekDay, ...]:
    monday = today - timedelta(days=today.weekday())
    language = get_language() or "fr"
    return tuple(
        WeekDay(
            number=number,
            name=formats.weekday_name(monday + timedelta(days=number), language),
            spans=tuple(span.replace("-", "–") for span in spans),
        )
        for number, spans in enumerate(page.opening.values())
    )


def _exceptions(page: VenuePage, today: date) -> tuple[str, ...]:
    """Return the dated exceptions of the coming weeks, a line each."""
    language = get_language() or "fr"
    soon = [day for day in page.exceptions if today <= day < today + timedelta(days=60)]
    return tuple(
        _("%(day)s : %(hours)s")
        % {
            "day": formats.day(day, language),
            "hours": ", ".join(span.replace("-", "–") for span in page.exceptions[day]) or _("fermé"),
        }
        for day in sorted(soon)
    )


def _policy(cancel_hours: int) -> str:
    if not cancel_hours:
        return _("Annulation et changement gratuits jusqu’au début du rendez-vous.")
    text = ngettext(
        "Annulation et changement gratuits jusqu’à %(count)s heure avant le rendez-vous.",
        "Annulation et changement gratuits jusqu’à %(count)s heures avant le rendez-vous.",
        cancel_hours,
    )
    return text % {"count": cancel_hours}


def _cities(page: VenuePage) -> list[str]:
    return [f"city-{page.address.city.lower()}"] if page.address.city.isalpha() else []
