"""The page with the checkout's form, wherever it is answered from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from balinea.booking.values import Held
from balinea.marketplace import ticket
from balinea.marketplace.forms import CheckoutForm
from balinea.platform.ui.notice import Notice


def again(request: HttpRequest, held: Held, typed: dict[str, str]) -> HttpResponse:
    """Show the form of a hold with what was typed for another one."""
    notice = Notice(
        kind="good",
        icon="circle-check",
        title=_("Cette heure est à vous pour dix minutes. Ce que vous aviez écrit est là."),
    )
    return show(request, held, CheckoutForm(initial=typed), notice)


def show(request: HttpRequest, held: Held, form: CheckoutForm, notice: Notice | None = None) -> HttpResponse:
    """Show the form of a hold, empty, mistaken or filled."""
    zone = held.place.timezone
    pending = held.policy.approves_first
    context = {
        "form": form,
        "ticket": ticket.held(held),
        "expires_at": held.expires_at.astimezone(zone),
        "now": timezone.now().astimezone(zone),
        "action": reverse("marketplace:checkout", args=[held.id]),
        "verb": _("Envoyer la demande") if pending else _("Réserver"),
        "pending": pending,
        "notice": notice,
    }
    return render(request, "marketplace/checkout.html", context)
