"""Booked: the page after the checkout, and the calendar file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from balinea.booking import queries
from balinea.booking.find import UnknownBookingError
from balinea.booking.values import Booked
from balinea.marketplace import headers, link, ticket


@headers.private
@require_safe
def confirmation(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that it is booked, and what one can do with it."""
    booked = link.opened(request, reference)
    context = {
        **_words(booked),
        "ticket": ticket.booked(booked),
        "calendar_url": link.to("calendar", reference),
        "manage_url": link.to("manage", reference),
        "rebook_url": ticket.rebook_address(booked.place, booked.seats),
    }
    return render(request, "marketplace/confirmation.html", context)


@headers.private
@require_safe
def calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the visit as a calendar file, which later files of the same booking update or cancel."""
    try:
        text = queries.calendar(reference=reference, authority=link.authority(request), now=timezone.now())
    except UnknownBookingError as error:
        raise Http404 from error
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="balinea-{reference}.ics"'
    return response


def _words(booked: Booked) -> dict[str, str]:
    email = {"email": booked.client.email}
    if booked.status == "pending":
        return {
            "mark": "mail",
            "title": _("Demande envoyée"),
            "text": _("Le salon répond par e-mail à %(email)s. D’ici là, l’heure vous est gardée.") % email,
        }
    return {
        "mark": "calendar-check",
        "title": _("C’est réservé, %(name)s.") % {"name": booked.client.first_name},
        "text": _("La confirmation part à l’instant à %(email)s.") % email,
    }
