"""Addresses that open a booking: its reference and its token. Whoever has the link manages the booking."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse

from balinea.booking import manage_link, queries
from balinea.booking.find import ByClient, UnknownBookingError
from balinea.booking.values import Booked


def to(name: str, reference: str, **more: str) -> str:
    """Return the address of a page of the booking (`manage`, `confirmation`, `change`, `cancel`, `calendar`)."""
    token = manage_link.token(reference)
    return f"{reverse(f'marketplace:{name}', args=[reference])}?{urlencode({'token': token, **more})}"


def authority(request: HttpRequest) -> ByClient:
    """Return what the link of this request entitles to."""
    return ByClient(token=request.GET.get("token", ""))


def opened(request: HttpRequest, reference: str) -> Booked:
    """Return the booking that the link of this request opens; 404 for a wrong token, as for no booking."""
    try:
        return queries.booking(reference=reference, authority=authority(request))
    except UnknownBookingError as error:
        raise Http404 from error
