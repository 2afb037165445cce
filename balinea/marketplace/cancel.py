"""Cancel by the link: the consequences first, then one button."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from balinea.booking import cancel as booking
from balinea.booking.cancel import TooLateError
from balinea.marketplace import headers, link, ticket
from balinea.marketplace.manage import changeable


@headers.private
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what cancelling means; on a post, cancel. What cannot be cancelled any more says so on its own page."""
    booked = link.opened(request, reference)
    now = timezone.now()
    if request.method == "POST":
        try:
            booking.cancel(reference=reference, authority=link.authority(request), now=now)
        except TooLateError:
            return redirect(link.to("manage", reference))
        return redirect(link.to("manage", reference, done="cancelled"))
    if not changeable(booked, now):
        return redirect(link.to("manage", reference))
    context = {
        "ticket": ticket.booked(booked),
        "manage_url": link.to("manage", reference),
        "change_url": link.to("change", reference),
        "action": link.to("cancel", reference),
    }
    return render(request, "marketplace/cancel.html", context)
