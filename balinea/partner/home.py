"""Where the desk begins."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from balinea.partner.access import own_venues


@never_cache
@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the only venue's day, or let choose among several."""
    venues = own_venues(request)
    if len(venues) == 1:
        return redirect("partner:today", venues[0].slug)
    return render(request, "partner/home.html", {"venues": venues})
