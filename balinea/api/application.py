"""The interface as a whole: its calls, and how what goes wrong is answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from balinea.api import bookings, changes, holds, openapi, places, search, slots, treatments, venues
from balinea.api.problems import MALFORMED, NOT_FOUND, UNAVAILABLE, Refusal, invalid, response
from balinea.api.reading import StrictParser
from balinea.scheduling.lock import VenueBusyError

DESCRIPTION = (
    "Find a free slot and book it. Amounts are decimal text, tax included; instants are RFC 3339 with the venue's offset; "
    "errors are RFC 9457 problems. No key is needed. Calls are limited per address (429 with Retry-After). "
    "A POST may carry an Idempotency-Key: the same key and body get the same success for 24 hours."
)


class Application(NinjaAPI):
    """Django Ninja with a document that says what is really answered."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the OpenAPI 3.1 document."""
        return openapi.finish(super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params))


application = Application(
    title="Balinea",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    parser=StrictParser(),
)
for room in (treatments, places, search, venues, slots, holds, bookings, changes):
    application.add_router("", room.router)


@application.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:  # noqa: ARG001 - the library passes both
    return response(refusal)


@application.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    return response(invalid([_mistake(entry["loc"], entry["msg"]) for entry in error.errors]))


@application.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001
    return response(Refusal(kind=NOT_FOUND))


@application.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    if isinstance(error.__cause__, Refusal):  # the library wraps whatever the parser raises
        return response(error.__cause__)
    return response(Refusal(kind=MALFORMED, detail=str(error)))


@application.exception_handler(VenueBusyError)
def _busy(request: HttpRequest, error: VenueBusyError) -> HttpResponse:  # noqa: ARG001
    return response(Refusal(kind=UNAVAILABLE, headers={"Retry-After": "1"}))


def _mistake(location: tuple[str | int, ...], message: str) -> tuple[str, str, str]:
    """Turn the library's location into (where, pointer, detail): our parameter for all of it is called `asked`."""
    where, *steps = location
    if steps[:1] == ["asked"]:
        steps = steps[1:]
    pointer = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return str(where), pointer, message.removeprefix("Value error, ")
