"""What holds for every address under `/api/v1/`: limits before the call, problems instead of pages after it."""

import math
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from balinea.api.problems import MEDIA_TYPE, TOO_LARGE, TOO_MANY, Refusal, of_status, response
from balinea.platform.client_address import client_address
from balinea.platform.rate_limits import Buckets, Rate

PREFIX = "/api/v1/"
LARGEST_BODY = 64 * 1024
RATE = Rate(burst=600, per_second=10)

_buckets = Buckets(RATE)


class ApiManners:
    """Middleware: answer 429 and 413 at once, and turn the framework's own error pages into problems."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        refusal = _refusal(request)
        if refusal:
            return response(refusal)
        answer = self.get_response(request)
        if answer.status_code < 400 or answer.get("Content-Type") == MEDIA_TYPE:  # noqa: PLR2004 - where refusals begin
            return answer
        kept = {name: answer[name] for name in ("Allow", "Retry-After") if name in answer}
        return response(Refusal(kind=of_status(answer.status_code), headers=kept))


def _refusal(request: HttpRequest) -> Refusal | None:
    if settings.RATE_LIMITS:
        wait = _buckets.wait(client_address(request), at=time.monotonic())
        if wait:
            return Refusal(kind=TOO_MANY, headers={"Retry-After": str(math.ceil(wait))})
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > LARGEST_BODY:
        return Refusal(kind=TOO_LARGE)
    return None
