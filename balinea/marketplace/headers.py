"""What caches may keep. Anonymous pages set no cookie and name what they show; a booking's pages are nobody else's."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, set_response_etag

DAY = 86_400  # seconds: pages on which nothing moves by the minute; a write purges their tags
MOMENT = 5  # seconds: starts, "open now", dated results

_gzip = GZipMiddleware(lambda _request: HttpResponse())  # only its packing is used

View = Callable[..., HttpResponse]


def public(
    response: HttpResponse, request: HttpRequest, *, seconds: int, tags: Iterable[str]
) -> HttpResponseBase:
    """Let every cache in front keep the response for `seconds`, until one of `tags` is purged; answer 304 where it fits."""
    response["Cache-Control"] = (
        f"public, max-age=0, s-maxage={seconds}, stale-while-revalidate=2, stale-if-error={DAY}"
    )
    response["Cache-Tag"] = ", ".join(sorted(set(tags)))
    set_response_etag(response)
    asked_for = get_conditional_response(request, etag=response["ETag"], response=response) or response
    return _gzip.process_response(request, asked_for)


def private(view: View) -> View:
    """Keep the view's answers out of every cache, and out of search engines."""

    @wraps(view)
    def kept_private(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return kept_private
