"""Take a start: a post from a card or from the slot choice. It answers with the way to the checkout."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from balinea.booking import hold as booking
from balinea.booking.alternatives import SlotTakenError
from balinea.booking.limits import TooManyHoldsError
from balinea.booking.offering import UnknownItemError
from balinea.booking.seating import NotOfferedError
from balinea.booking.values import Held, Wish
from balinea.marketplace import checkout_page, headers, taken, trouble, wish
from balinea.marketplace.forms import typed
from balinea.marketplace.origin import tokenless
from balinea.marketplace.visitor import Guest, guest
from balinea.marketplace.wish import Chosen
from balinea.venues.queries import UnknownVenueError


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What is held now for whom, or the page that says why the start cannot be had."""

    guest: Guest
    held: Held | HttpResponse


@headers.private
@tokenless
@require_POST
def hold(request: HttpRequest, slug: str) -> HttpResponse:
    """Hold the posted start for the visitor."""
    chosen, start = wish.read(request.POST), instant(request.POST.get("start", ""))
    if not chosen.items or start is None:
        raise Http404
    outcome = attempt(request, Wish(venue=slug, items=chosen.items, start=start, any_order=chosen.any_order))
    return to_checkout(request, outcome)


def to_checkout(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Send the visitor to the checkout of what is held now, or show why it is not."""
    if isinstance(outcome.held, HttpResponse):
        return outcome.guest.remember(outcome.held)
    written = typed(request.POST)
    if written:  # for a hold that is over
        return outcome.guest.remember(checkout_page.again(request, outcome.held, written))
    response = redirect("marketplace:checkout", outcome.held.id)
    response.status_code = HTTPStatus.SEE_OTHER
    return outcome.guest.remember(response)


def attempt(request: HttpRequest, wanted: Wish) -> Outcome:
    """Hold what is wanted, for the visitor of this request."""
    who = guest(request)
    return Outcome(guest=who, held=_attempt(request, wanted, who))


def _attempt(request: HttpRequest, wanted: Wish, who: Guest) -> Held | HttpResponse:
    chosen = Chosen(items=wanted.items, any_order=wanted.any_order)
    try:
        return booking.hold(wish=wanted, visitor=who.visitor, now=timezone.now())
    except (UnknownVenueError, UnknownItemError) as error:
        raise Http404 from error
    except NotOfferedError:
        return trouble.not_offered(request, chosen.address(reverse("marketplace:dates", args=[wanted.venue])))
    except TooManyHoldsError as error:
        return trouble.too_many(request, wanted.venue, error.retry_after)
    except SlotTakenError as refusal:
        return taken.page(request, wanted, refusal)


def instant(text: str) -> datetime | None:
    """Return the posted start, aware, or None where it is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
