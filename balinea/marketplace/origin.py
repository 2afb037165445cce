"""Forms on cached pages carry no token: the browser itself says whether a post comes from one of our pages."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def from_our_pages(request: HttpRequest) -> bool:
    """Return whether the post comes from our own origin by `Sec-Fetch-Site`, else by `Origin`.

    Every browser of today sends one of them with a post; a program that sends neither carries nobody's cookies.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def tokenless(view: View) -> View:
    """Accept posts of `view` without Django's token, from our own pages only."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not from_our_pages(request):
            return HttpResponseForbidden("This form belongs to another site.", content_type="text/plain")
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)
