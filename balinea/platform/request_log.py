"""A line and two figures for every request, and an id that joins everything logged on the way."""

import re
import secrets
import time
from collections.abc import Callable
from uuid import UUID

import structlog
from django.http import HttpRequest, HttpResponseBase
from prometheus_client import Counter, Histogram

Answer = Callable[[HttpRequest], HttpResponseBase]

log = structlog.get_logger("balinea.request")
REQUESTS = Counter("balinea_http_requests_total", "Requests answered.", ["method", "view", "status"])
SECONDS = Histogram(
    "balinea_http_request_seconds",
    "Time until the answer, by view.",
    ["view"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_LONG_PART = re.compile(r"/[^/]{32,}")
_SERVER_ERROR = 500


def request_log(answer: Answer) -> Answer:
    """Wrap the whole chain of answering (a Django middleware)."""

    def logged(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        identity = given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=identity):
            response = answer(request)
            _note(request, response, time.perf_counter() - began)
        response.headers["X-Request-ID"] = identity
        return response

    return logged


def _note(request: HttpRequest, response: HttpResponseBase, seconds: float) -> None:
    view = request.resolver_match.view_name if request.resolver_match else ""
    # the method is the visitor's own text: figures take known ones only
    REQUESTS.labels(
        request.method if request.method in _METHODS else "other", view, response.status_code
    ).inc()
    SECONDS.labels(view).observe(seconds)
    say = log.error if response.status_code >= _SERVER_ERROR else log.info
    say(
        "request",
        method=request.method,
        path=_without_secrets(request),
        status=response.status_code,
        ms=round(seconds * 1000, 1),
    )


def _without_secrets(request: HttpRequest) -> str:
    """Return the path without what opens something: no query, no token, no unguessable id.

    Where no view was found (a slash is missing, say), any part so long that it may be one is left out.
    """
    if request.resolver_match is None:
        return _LONG_PART.sub("/...", request.path)
    path = request.path
    for name, value in request.resolver_match.kwargs.items():
        if name == "token" or isinstance(value, UUID):
            path = path.replace(str(value), f"<{name}>")
    return path
