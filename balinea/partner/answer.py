"""Doors by which a salon answers requests and cancels visits."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from balinea.booking import queries
from balinea.booking.approve import approve
from balinea.booking.cancel import cancel
from balinea.booking.decline import decline
from balinea.booking.find import BySalon, UnknownBookingError
from balinea.booking.request import NotPendingError
from balinea.booking.values import Booked
from balinea.partner.access import desk
from balinea.partner.entries import Wall, entry
from balinea.scheduling.lock import VenueBusyError
from balinea.venues import units
from balinea.venues.values import VenuePage

ANSWERS = {"accept": (approve, "accepted"), "decline": (decline, "declined")}


@require_POST
@desk
def answer(request: HttpRequest, venue: VenuePage, reference: str, word: str) -> HttpResponse:
    """Accept or decline a request, and go back to the day that was looked at."""
    verb, done = ANSWERS[word]
    try:
        booked = verb(reference=reference, salon=BySalon(venue_id=venue.pk), now=timezone.now())
    except UnknownBookingError:
        raise Http404(reference) from None
    except NotPendingError:
        return _back(venue, request.POST.get("on", ""), "answered")
    except VenueBusyError:
        return _back(venue, request.POST.get("on", ""), "busy")
    return _back(venue, request.POST.get("on") or _date(venue, booked), done)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def cancel_visit(request: HttpRequest, venue: VenuePage, reference: str) -> HttpResponse:
    """Ask whether a visit shall be cancelled, and cancel it."""
    salon = BySalon(venue_id=venue.pk)
    try:
        visit = queries.booking(reference=reference, authority=salon)
        if request.method == "POST":
            cancel(reference=reference, authority=salon, now=timezone.now())
            return _back(venue, _date(venue, visit), "cancelled")
    except UnknownBookingError:
        raise Http404(reference) from None
    except VenueBusyError:
        return _back(venue, _date(venue, visit), "busy")
    wall = Wall(zone=venue.timezone, units=units.names(venue.pk), now=timezone.now())
    line = entry(visit, wall)
    context = {"venue": venue, "entry": line, "day_url": _day_url(venue, _date(venue, visit))}
    status = HTTPStatus.OK if line.open else HTTPStatus.CONFLICT
    return render(request, "partner/cancel.html", context, status=status)


def _date(venue: VenuePage, visit: Booked) -> str:
    return visit.start.astimezone(venue.timezone).date().isoformat()


def _day_url(venue: VenuePage, on: str) -> str:
    try:
        return reverse("partner:day", args=[venue.slug, on])
    except NoReverseMatch:
        return reverse("partner:today", args=[venue.slug])


def _back(venue: VenuePage, on: str, done: str) -> HttpResponse:
    return redirect(f"{_day_url(venue, on)}?done={done}")
