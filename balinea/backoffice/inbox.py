"""The inbox of the embedded profile: what would have been sent, exactly as it would have been."""

import uuid

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from balinea.backoffice.access import inbox_only
from balinea.notifications import queries
from balinea.notifications.queries import Detail, Filter

PAGE = 50
MOST_DIGITS = 6  # of a page number that PostgreSQL can count up to
SHOWN_MAIL = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],  # a mail's styles are inline; this answer runs no script whatsoever
    "img-src": ["data:"],
    "frame-ancestors": [SELF],
    "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
}


@inbox_only
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """List messages, the latest first, by status, kind and words."""
    asked = request.GET
    wanted = Filter(
        status=asked.get("status", ""),
        kind=asked.get("kind", ""),
        text=asked.get("q", "").replace("\0", "").strip(),
    )
    number = asked.get("page", "1")
    page = max(1, int(number)) if number.isdecimal() and len(number) <= MOST_DIGITS else 1
    found = queries.listed(wanted, offset=(page - 1) * PAGE, limit=PAGE + 1)
    context = {
        "messages_listed": found[:PAGE],
        "wanted": wanted,
        "kinds": queries.kinds(),
        "counts": queries.counts(),
        "newer": page - 1 or None,
        "older": page + 1 if len(found) > PAGE else None,
    }
    return render(request, "backoffice/inbox.html", context)


@inbox_only
@require_safe
def message(request: HttpRequest, message: uuid.UUID) -> HttpResponse:
    """Show one message."""
    return render(request, "backoffice/message.html", {"message": _found(message)})


@csp(SHOWN_MAIL)
@xframe_options_sameorigin
@inbox_only
@require_safe
def html(request: HttpRequest, message: uuid.UUID) -> HttpResponse:
    """Answer with the HTML of a message, for the frame: it runs nothing, loads nothing, and opens links beside it."""
    del request
    shown = _found(message).html.replace("<head>", '<head><base target="_blank">', 1)
    return HttpResponse(shown)


@inbox_only
@require_safe
def calendar(request: HttpRequest, message: uuid.UUID) -> HttpResponse:
    """Answer with the calendar file of a message."""
    del request
    found = _found(message)
    if not found.calendar:
        raise Http404
    kind = f"text/calendar; charset=utf-8; method={found.calendar_method}"
    headers = {"Content-Disposition": 'attachment; filename="balinea.ics"'}
    return HttpResponse(found.calendar, content_type=kind, headers=headers)


def _found(message: uuid.UUID) -> Detail:
    found = queries.find(message)
    if found is None:
        raise Http404
    return found
