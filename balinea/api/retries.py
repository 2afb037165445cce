"""`Idempotency-Key`: a call that is sent again does not happen again."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from balinea.api.answers import PRIVATE
from balinea.api.caller import caller
from balinea.api.problems import KEY_BUSY, KEY_REUSED, Refusal, invalid
from balinea.platform.idempotency import Answer, KeyBusyError, OtherRequestError, Request, digest, once

HEADER = "Idempotency-Key"
LONGEST = 200

Arguments = ParamSpec("Arguments")
Call = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def once_a_key(call: Call[Arguments]) -> Call[Arguments]:
    """Answer a request as the first success under its key was answered, for 24 hours."""

    @wraps(call)
    def keyed(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        key = request.headers.get(HEADER)
        if key is None:
            return call(request, *args, **kwargs)
        return _keyed(request, key, lambda: _kept(call(request, *args, **kwargs)))

    return keyed


def _keyed(request: HttpRequest, key: str, produce: Callable[[], Answer]) -> HttpResponse:
    if not key.isascii() or not key.isprintable() or not 1 <= len(key) <= LONGEST:
        raise invalid([("header", f"/{HEADER}", f"send 1 to {LONGEST} printable ASCII letters")])
    asked = digest(request.method or "", request.get_full_path(), request.body)
    try:
        kept = once(request=Request(caller=caller(request).address, key=key, digest=asked), produce=produce)
    except KeyBusyError as error:
        raise Refusal(kind=KEY_BUSY, headers={"Retry-After": str(error.retry_after)}) from error
    except OtherRequestError as error:
        raise Refusal(kind=KEY_REUSED) from error
    return HttpResponse(kept.body, status=kept.status, content_type=kept.content_type, headers=PRIVATE)


def _kept(response: HttpResponse) -> Answer:
    return Answer(status=response.status_code, content_type=response["Content-Type"], body=response.content)
