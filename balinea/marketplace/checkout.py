"""The checkout of a hold: what, who, when, total, deadline, and one form. Nothing typed is ever lost."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from balinea.booking import confirm as booking
from balinea.booking import queries
from balinea.booking.confirm import HoldExpiredError
from balinea.booking.values import Client, Held, Promised
from balinea.marketplace import headers, link, ticket, wish
from balinea.marketplace.forms import CheckoutForm
from balinea.marketplace.hold import attempt, to_checkout
from balinea.marketplace.notices import Notice

TYPED = ("first_name", "last_name", "email", "phone", "note", "accept_policy")


@headers.private
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """Show the form; on a post, book what is held."""
    booked = queries.booking_of_hold(hold_id=hold_id)
    if booked is not None:  # the back button, or a second post of the same form
        return redirect(link.to("confirmation", booked.reference))
    promised = _known(hold_id)
    if "retake" in request.POST:
        return _retake(request, promised)
    if queries.hold(hold_id=hold_id) is None:
        return _expired(request, promised)
    if request.method != "POST":
        return _form(request, promised.held, CheckoutForm())
    form = CheckoutForm(request.POST)
    return _confirm(request, promised, form) if form.is_valid() else _form(request, promised.held, form)


def _known(hold_id: UUID) -> Promised:
    promised = queries.promised(hold_id=hold_id)
    if promised is None:
        raise Http404
    return promised


def _confirm(request: HttpRequest, promised: Promised, form: CheckoutForm) -> HttpResponse:
    typed = form.cleaned_data
    client = Client(
        first_name=typed["first_name"],
        last_name=typed["last_name"],
        email=typed["email"],
        phone=typed["phone"],
        note=typed["note"],
        language=get_language() or "fr",
    )
    try:
        booked = booking.confirm(hold_id=promised.held.id, client=client, now=timezone.now())
    except HoldExpiredError:
        return _expired(request, promised)
    return redirect(link.to("confirmation", booked.reference))


def _form(request: HttpRequest, held: Held, form: CheckoutForm, notice: Notice | None = None) -> HttpResponse:
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


def _expired(request: HttpRequest, promised: Promised) -> HttpResponse:
    held = promised.held
    typed = [(name, request.POST[name]) for name in TYPED if request.POST.get(name)]
    again = wish.of(promised.wish.items)
    context = {
        "ticket": ticket.held(held),
        "action": reverse("marketplace:checkout", args=[held.id]),
        "carried": typed,
        "text": _("L’heure n’est plus gardée, mais rien de ce que vous avez écrit n’est perdu.")
        if typed
        else _("L’heure n’est plus gardée. Si personne ne l’a prise, elle est encore à vous."),
        "dates_url": again.address(reverse("marketplace:dates", args=[held.place.slug])),
    }
    return render(
        request, "marketplace/expired.html", context, status=200 if request.method == "GET" else 410
    )


def _retake(request: HttpRequest, promised: Promised) -> HttpResponse:
    """Hold the same start again; what was typed stands in the form of the new hold."""
    outcome = attempt(request, promised.wish)
    typed = {name: request.POST[name] for name in TYPED if request.POST.get(name)}
    if isinstance(outcome.held, HttpResponse) or not typed:
        return to_checkout(outcome)
    notice = Notice(
        kind="good", icon="circle-check", title=_("C’est repris : l’heure est à vous pour dix minutes.")
    )
    return outcome.guest.remember(_form(request, outcome.held, CheckoutForm(initial=typed), notice))
