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
from balinea.booking.values import Client, Promised
from balinea.marketplace import checkout_page, headers, link, ticket, wish
from balinea.marketplace.forms import CheckoutForm, typed
from balinea.marketplace.hold import attempt, to_checkout


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
        return checkout_page.show(request, promised.held, CheckoutForm())
    form = CheckoutForm(request.POST)
    return (
        _confirm(request, promised, form)
        if form.is_valid()
        else checkout_page.show(request, promised.held, form)
    )


def _known(hold_id: UUID) -> Promised:
    promised = queries.promised(hold_id=hold_id)
    if promised is None:
        raise Http404
    return promised


def _confirm(request: HttpRequest, promised: Promised, form: CheckoutForm) -> HttpResponse:
    written = form.cleaned_data
    client = Client(
        first_name=written["first_name"],
        last_name=written["last_name"],
        email=written["email"],
        phone=written["phone"],
        note=written["note"],
        language=get_language() or "fr",
    )
    try:
        booked = booking.confirm(hold_id=promised.held.id, client=client, now=timezone.now())
    except HoldExpiredError:
        return _expired(request, promised)
    return redirect(link.to("confirmation", booked.reference))


def _expired(request: HttpRequest, promised: Promised) -> HttpResponse:
    held = promised.held
    written = typed(request.POST)
    again = wish.of(promised.wish.items)
    context = {
        "ticket": ticket.held(held),
        "action": reverse("marketplace:checkout", args=[held.id]),
        "carried": written.items(),
        "text": _("L’heure n’est plus gardée, mais rien de ce que vous avez écrit n’est perdu.")
        if written
        else _("L’heure n’est plus gardée. Si personne ne l’a prise, elle est encore à vous."),
        "dates_url": again.address(reverse("marketplace:dates", args=[held.place.slug])),
    }
    return render(
        request, "marketplace/expired.html", context, status=200 if request.method == "GET" else 410
    )


def _retake(request: HttpRequest, promised: Promised) -> HttpResponse:
    """Hold the same start again, unless it still is; what was typed stands in the form."""
    if queries.hold(hold_id=promised.held.id) is not None:
        return checkout_page.show(request, promised.held, CheckoutForm(initial=typed(request.POST)))
    return to_checkout(request, attempt(request, promised.wish))
