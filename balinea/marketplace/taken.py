"""Somebody was quicker: what is said, and the nearest starts instead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from balinea.booking.alternatives import SlotTakenError
from balinea.booking.values import Alternative, Wish
from balinea.catalog.queries import menu
from balinea.catalog.values import VenueMenu
from balinea.marketplace import days
from balinea.marketplace.dates import open_venue
from balinea.marketplace.days import FreeStart
from balinea.marketplace.forms import typed
from balinea.marketplace.wish import Chosen
from balinea.venues.values import VenuePage


@dataclass(frozen=True, kw_only=True, slots=True)
class Instead:
    """Another start, and the fields that ask for it: its person may be another one than was wished for."""

    start: FreeStart
    carried: Sequence[tuple[str, str]]


def page(request: HttpRequest, wanted: Wish, refusal: SlotTakenError) -> HttpResponse:
    """Answer that the start is taken, with what there is instead."""
    venue = open_venue(wanted.venue)
    chosen = Chosen(items=wanted.items, any_order=wanted.any_order)
    others = [_instead(venue, menu(venue.pk), chosen, other) for other in refusal.alternatives]
    text = _("Quelqu’un a été plus rapide. Rien n’a été réservé à votre nom.")
    nearest = _("Voici les heures les plus proches :")
    written = tuple(typed(request.POST).items())
    context = {
        "title": _("Cette heure vient d’être prise"),
        "text": f"{text} {nearest}" if others else text,
        "others": others,
        "written": written,
        "action": reverse("marketplace:hold", args=[venue.slug]),
        "dates_url": chosen.address(reverse("marketplace:dates", args=[venue.slug])),
    }
    return render(request, "marketplace/taken.html", context, status=HTTPStatus.CONFLICT)


def _instead(venue: VenuePage, known: VenueMenu, chosen: Chosen, other: Alternative) -> Instead:
    wished = {item.staff for item in chosen.items}
    if other.staff is None or None in wished or other.staff in wished:
        return Instead(start=days.local(other.start, venue.timezone), carried=chosen.fields())
    with_other = replace(chosen, items=tuple(replace(item, staff=other.staff) for item in chosen.items))
    name = known.names.get(other.staff, other.staff)
    note = _("avec %(name)s") % {"name": name}
    return Instead(start=days.local(other.start, venue.timezone, note=note), carried=with_other.fields())
