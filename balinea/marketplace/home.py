"""The home page, the part of it that moves, and the choice of language on `/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from balinea.catalog import taxonomy
from balinea.marketplace import headers
from balinea.marketplace.asked import HOME_ZONE
from balinea.marketplace.cards import card
from balinea.marketplace.suggestions import suggestions
from balinea.search import find
from balinea.search.values import Found, SearchQuery

SPARE = 3  # venues asked for of each family: the best one may be on show for another already
ICONS = {
    "coiffure": "scissors",
    "epilation": "flower-2",
    "ongles": "hand",
    "soins": "sparkles",
    "spa": "waves",
    "fitness": "dumbbell",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A family of treatments on the home page."""

    slug: str
    name: str
    icon: str


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send `/` to the language that the browser prefers."""
    with translation.override(translation.get_language_from_request(request)):
        response = HttpResponseRedirect(reverse("marketplace:home"))
    patch_vary_headers(response, ["Accept-Language"])
    response["Cache-Control"] = "public, max-age=0, s-maxage=3600"
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the sentence, the search bar and the families; what moves by the minute comes by `free_today`."""
    language = translation.get_language()
    families = [
        Family(slug=family.slug, name=family.name(language), icon=ICONS.get(family.slug, "sparkles"))
        for family in taxonomy.families()
    ]
    page = render(
        request,
        "marketplace/home.html",
        {"families": families, "asked": {}, "suggestions": suggestions(language)},
    )
    return headers.public(page, request, seconds=headers.DAY, tags=["home"])


@require_safe
def free_today(request: HttpRequest) -> HttpResponseBase:
    """Show a venue of each family that has a start left today: a fragment of the home page."""
    now = timezone.now()
    today = now.astimezone(HOME_ZONE).date()
    found = list(_one_of_each_family(today, now))
    tomorrow = (today + timedelta(days=1)).isoformat()
    page = render(
        request,
        "marketplace/free_today.html",
        {
            "cards": [card(one, day=today) for one in found],
            "tomorrow_url": f"{reverse('marketplace:results')}?date={tomorrow}",
        },
    )
    tags = ["free-today", *(f"venue-{one.venue.slug}" for one in found)]
    return headers.public(page, request, seconds=headers.MOMENT, tags=tags)


def _one_of_each_family(today: date, now: datetime) -> Iterator[Found]:
    """Yield the best venue of each family that has a start left today, no venue twice."""
    shown: set[str] = set()
    for family in taxonomy.families():
        page = find.find(SearchQuery(treatment=family.slug, day=today, limit=SPARE), now=now)
        for one in page.results:
            if one.venue.slug not in shown:
                shown.add(one.venue.slug)
                yield one
                break
