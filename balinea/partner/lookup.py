"""Whom somebody asks about: by name, phone, e-mail or reference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balinea.booking import agenda
from balinea.partner.access import desk
from balinea.partner.entries import Wall, entries
from balinea.venues import units
from balinea.venues.values import VenuePage

SHORTEST = 2  # letters: fewer find everybody
LONGEST = 80


@require_safe
@desk
def lookup(request: HttpRequest, venue: VenuePage) -> HttpResponse:
    """Show the visits that the words fit."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    now = timezone.now()
    found = agenda.lookup(venue_id=venue.pk, text=text, now=now) if len(text) >= SHORTEST else ()
    wall = Wall(zone=venue.timezone, units=units.names(venue.pk), now=now)
    context = {"venue": venue, "text": text, "entries": entries(found, wall), "enough": len(text) >= SHORTEST}
    return render(request, "partner/lookup.html", context)
