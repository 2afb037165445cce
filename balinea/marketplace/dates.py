"""The slot choice: services chosen, when and with whom. A GET page; its buttons post the start to `hold`."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from balinea.catalog.queries import menu
from balinea.marketplace import choice, headers, wish
from balinea.marketplace.choice import Asked, Form
from balinea.marketplace.visit import visit
from balinea.venues import queries as venues
from balinea.venues.values import VenuePage


@require_safe
def dates(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show when the chosen services can begin."""
    chosen = wish.read(request.GET)
    if not chosen.items:
        return HttpResponseRedirect(reverse("marketplace:venue", args=[slug]))
    path = reverse("marketplace:dates", args=[slug])
    form = Form(
        action=reverse("marketplace:hold", args=[slug]),
        carried=chosen.fields(),
        verb=_("Prendre cette heure"),
        url=lambda day: _of_day(chosen, path, day),
    )
    venue = open_venue(slug)
    known = menu(venue.pk)
    if not chosen.is_on(known):
        raise Http404
    shown = choice.choose(
        Asked(venue=venue, known=known, chosen=chosen, now=timezone.now()), request.GET.get("day", ""), form
    )
    page = render(
        request,
        "marketplace/dates.html",
        {
            "venue": venue,
            "choice": shown,
            "visit": visit(venue, known, chosen, dates_url=path),
            "heading": _("Quand ?"),
            "back_url": reverse("marketplace:venue", args=[slug]),
            "back_name": venue.name,
            "aside": "marketplace/visit_aside.html",
        },
    )
    return headers.public(page, request, seconds=headers.MOMENT, tags=[f"venue-{slug}"])


def open_venue(slug: str) -> VenuePage:
    """Return a published venue, or answer 404."""
    try:
        return venues.page(slug)
    except venues.UnknownVenueError as error:
        raise Http404 from error


def _of_day(chosen: wish.Chosen, path: str, day: date) -> str:
    return chosen.address(path, day=day.isoformat())
