"""A booking by its link: what it is, and what can still be done with it."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from balinea.booking.rules import LIVE
from balinea.booking.values import Booked
from balinea.marketplace import headers, link, ticket
from balinea.platform.ui import formats
from balinea.platform.ui.notice import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """How a status is called, and its colour."""

    name: str
    style: str


@headers.private
@require_safe
def manage(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a booking."""
    booked = link.opened(request, reference)
    now = timezone.now()
    context = {
        "ticket": ticket.booked(booked),
        "status": status(booked),
        "notice": _notice(request.GET.get("done", ""), booked),
        "can_change": changeable(booked, now),
        "closed": closed(booked, now),
        "change_url": link.to("change", reference),
        "cancel_url": link.to("cancel", reference),
        "calendar_url": link.to("calendar", reference),
        "rebook_url": ticket.rebook_address(booked.place, booked.seats),
    }
    return render(request, "marketplace/manage.html", context)


def changeable(booked: Booked, now: datetime) -> bool:
    """Return whether the client may still move or cancel the visit."""
    until = booked.start if booked.status == "pending" else min(booked.policy.cancel_until, booked.start)
    return booked.status in LIVE and now <= until


def status(booked: Booked) -> Status:
    """Return the words for a booking's status."""
    return {
        "pending": Status(name=_("demande envoyée"), style="badge-wait"),
        "booked": Status(name=_("réservé"), style="badge-free"),
        "confirmed": Status(name=_("confirmé"), style="badge-free"),
        "arrived": Status(name=_("vous êtes là"), style="badge-free"),
        "in_progress": Status(name=_("en cours"), style="badge-free"),
        "done": Status(name=_("passé"), style=""),
        "no_show": Status(name=_("manqué"), style=""),
        "cancelled": Status(name=_("annulé"), style="badge-wrong"),
    }[booked.status]


def closed(booked: Booked, now: datetime) -> Notice | None:
    """Return why nothing can be changed any more, None where it can."""
    if changeable(booked, now):
        return None
    if booked.status == "cancelled":
        return Notice(
            kind="",
            icon="info",
            title=_("Ce rendez-vous est annulé."),
            text=_("L’heure a été rendue au salon."),
        )
    if booked.status not in LIVE or booked.start <= now:
        return Notice(
            kind="", icon="info", title=_("Ce rendez-vous est passé."), text=_("À bientôt, peut-être.")
        )
    return Notice(
        kind="caution",
        icon="circle-alert",
        title=_("Il est trop tard pour changer en ligne."),
        text=_too_late(booked),
    )


def _too_late(booked: Booked) -> str:
    language = get_language() or "fr"
    until = booked.policy.cancel_until.astimezone(booked.place.timezone)
    said = {"day": formats.day(until.date(), language), "hour": formats.hour(until, language)}
    text = _("C’était possible jusqu’au %(day)s à %(hour)s. Votre rendez-vous tient toujours.") % said
    if not booked.place.phone:
        return text
    call = _("Appelez le salon au %(phone)s.") % {"phone": formats.telephone(booked.place.phone, language)}
    return f"{text} {call}"


def _notice(done: str, booked: Booked) -> Notice | None:
    if done == "changed" and booked.status in LIVE:
        text = _("Un e-mail part à l’instant à %(email)s.") % {"email": booked.client.email}
        return Notice(kind="good", icon="circle-check", title=_("C’est changé."), text=text)
    if done == "cancelled" and booked.status == "cancelled":
        return Notice(
            kind="good", icon="circle-check", title=_("C’est annulé."), text=_("Vous ne devez rien.")
        )
    return None
