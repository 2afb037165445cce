"""What visitors and programs get when something is broken: a page or a problem that says what to do."""

import errno
import sys
from dataclasses import dataclass

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _

from balinea.scheduling.lock import VenueBusyError

log = structlog.get_logger("balinea.errors")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outage:
    """A trouble that passes."""

    cause: str  # `database`, `disk`, or `venue`: too many write to it at once
    retry_after: int  # seconds


def outage(error: BaseException | None) -> Outage | None:
    """Return the passing trouble behind an exception; nothing when it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Outage(cause="disk", retry_after=60)
    if isinstance(error, VenueBusyError):
        return Outage(cause="venue", retry_after=2)
    if not isinstance(error, OperationalError | InterfaceError):
        return None
    full = getattr(error.__cause__, "sqlstate", None) == "53100"  # disk_full
    return Outage(cause="disk", retry_after=60) if full else Outage(cause="database", retry_after=5)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer whatever no one caught (Django's handler500): 503 for an outage, else 500."""
    error = sys.exc_info()[1]  # Django calls this while it handles the exception
    if (trouble := outage(error)) is None:
        log.error("unforeseen", exc_info=error)
        return _answer(
            request,
            500,
            _(
                "Une erreur est survenue de notre côté. Vos réservations sont en sécurité ; réessayez dans un instant."
            ),
        )
    log.error("outage", cause=trouble.cause, error=str(error))
    response = _answer(
        request,
        503,
        _("Nous sommes interrompus un moment. Vos réservations sont en sécurité ; réessayez d’ici peu."),
    )
    response.headers["Retry-After"] = str(trouble.retry_after)
    return response


def _answer(request: HttpRequest, status: int, text: str) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    if request.path.startswith("/api/"):
        problem = {
            "type": "about:blank",
            "title": {500: "Internal error", 503: "Unavailable"}[status],
            "status": status,
            "detail": text,
        }
        return JsonResponse(problem, status=status, headers=headers, content_type="application/problem+json")
    return HttpResponse(_page(request, status, text), status=status, headers=headers)


def _page(request: HttpRequest, status: int, text: str) -> str:
    try:
        # rendered without the request: context processors may need what is broken
        return render_to_string(
            f"{status}.html", {"path": request.get_full_path(), "again": _posted(request)}
        )
    except Exception:  # noqa: BLE001  whatever else is broken, the visitor gets a sentence
        return format_html('<!doctype html><meta charset="utf-8"><title>Balinea</title><p>{}</p>', text)


def _posted(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields of a form that did not arrive, so that the page can send them again."""
    return [(name, value) for name, values in request.POST.lists() for value in values]
