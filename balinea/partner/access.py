"""Whose desk it is: only members of a business see its venues; to others they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django_htmx.http import HttpResponseClientRedirect

from balinea.venues import members, queries
from balinea.venues.values import VenuePage

P = ParamSpec("P")
Door = Callable[Concatenate[HttpRequest, VenuePage, P], HttpResponseBase]
View = Callable[..., HttpResponseBase]


def own_venues(request: HttpRequest) -> tuple[VenuePage, ...]:
    """Return the venues that the signed-in person works for."""
    return queries.of_business(members.businesses_of(request.user.pk or 0))


def desk(door: Door[P]) -> View:
    """Let a door of the desk be opened by the venue's own people: it is given the venue instead of the slug."""

    @never_cache
    @_led_to_the_door
    @login_required
    @wraps(door)
    def opened(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        venue = next((venue for venue in own_venues(request) if venue.slug == slug), None)
        if venue is None:
            raise Http404(slug)
        return door(request, venue, *args, **kwargs)

    return opened


def _led_to_the_door(view: View) -> View:
    """Answer a part of a page whose session has ended by leading the whole page to the door."""

    @wraps(view)
    def led(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        if request.headers.get("HX-Request") and not request.user.is_authenticated:
            return HttpResponseClientRedirect(reverse("partner:sign-in"))
        return view(request, *args, **named)

    return led
