"""Move a booking: the slot choice again, with the visit's own claims left out. Refused, the old start stands."""

from datetime import date
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from balinea.booking import reschedule
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.cancel import TooLateError
from balinea.booking.reschedule import Change
from balinea.booking.seating import NotOfferedError
from balinea.booking.values import Booked
from balinea.catalog.queries import menu
from balinea.marketplace import choice, headers, link, ticket, wish
from balinea.marketplace.choice import Asked, Form
from balinea.marketplace.hold import instant
from balinea.marketplace.manage import changeable
from balinea.platform.ui.notice import Notice
from balinea.slots.values import Item
from balinea.venues import queries as venues


@headers.private
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Show when the visit could be instead; on a post, move it."""
    booked = link.opened(request, reference)
    if not changeable(booked, timezone.now()):
        return redirect(link.to("manage", reference))
    if request.method != "POST":
        return _choice(request, booked)
    start = instant(request.POST.get("start", ""))
    if start is None:
        return _choice(request, booked)
    try:
        reschedule.reschedule(
            reference=reference,
            authority=link.authority(request),
            change=Change(start=start, items=_items(booked)),
            now=timezone.now(),
        )
    except TooLateError:
        return redirect(link.to("manage", reference))
    except (SlotTakenError, NotOfferedError):
        return _choice(request, booked, refused=True)
    return redirect(link.to("manage", reference, done="changed"))


def _items(booked: Booked) -> tuple[Item, ...]:
    return tuple(Item(service=seat.service, staff=seat.staff) for seat in booked.seats)


def _choice(request: HttpRequest, booked: Booked, *, refused: bool = False) -> HttpResponse:
    venue = venues.page(booked.place.slug)
    chosen = wish.of(_items(booked))
    asked = Asked(venue=venue, known=menu(venue.pk), chosen=chosen, now=timezone.now(), ignoring=booked.visit)
    form = Form(
        action=link.to("change", booked.reference),
        carried=[("csrfmiddlewaretoken", get_token(request))],
        verb=_("Prendre cette heure"),
        url=lambda day: _of_day(booked.reference, day),
        notice=_refused() if refused else None,
    )
    context = {
        "venue": venue,
        "choice": choice.choose(asked, request.GET.get("day") or _day(booked), form),
        "ticket": ticket.booked(booked),
        "heading": _("Quand plutôt ?"),
        "back_url": link.to("manage", booked.reference),
        "back_name": _("Garder l’heure actuelle"),
        "aside": "marketplace/folded_ticket.html",
    }
    status = HTTPStatus.CONFLICT if refused else HTTPStatus.OK
    return render(request, "marketplace/dates.html", context, status=status)


def _day(booked: Booked) -> str:
    return booked.start.astimezone(booked.place.timezone).date().isoformat()


def _of_day(reference: str, day: date) -> str:
    return link.to("change", reference, day=day.isoformat())


def _refused() -> Notice:
    return Notice(
        kind="caution",
        icon="circle-alert",
        title=_("Cette heure vient d’être prise."),
        text=_(
            "Votre rendez-vous n’a pas bougé : il est toujours à l’heure indiquée. Choisissez-en une autre, ou gardez celle-ci."
        ),
    )
