"""What the place field proposes while one types: the options of its list, a fragment."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from balinea.marketplace import headers
from balinea.marketplace.asked import LONGEST
from balinea.places import queries

SHORTEST = 2
SHOWN = 8


@require_safe
def places(request: HttpRequest) -> HttpResponseBase:
    """Answer the names of the places that the typed text may mean."""
    typed = request.GET.get("near", "").strip()[:LONGEST]
    found = queries.suggest(typed, SHOWN) if len(typed) >= SHORTEST else ()
    names = dict.fromkeys(place.name for place in found if place.kind != "point")
    page = render(request, "marketplace/options.html", {"names": names})
    return headers.public(page, request, seconds=headers.DAY, tags=["places"])
