"""Who may open the operator's desk; to others it does not exist."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from balinea.notifications.channels.choose import keeps_inbox

Door = Callable[..., HttpResponseBase]


def operator_only(door: Door) -> Door:
    """Let the signed-in operator through, and nobody else."""

    @never_cache
    @login_required
    @wraps(door)
    def opened(request: HttpRequest, **named: object) -> HttpResponseBase:
        if not getattr(request.user, "is_operator", False):
            raise Http404
        return door(request, **named)

    return opened


def inbox_only(door: Door) -> Door:
    """Let the operator through where messages stay here: once they are really sent, nobody reads along."""

    @operator_only
    @wraps(door)
    def opened(request: HttpRequest, **named: object) -> HttpResponseBase:
        if not keeps_inbox():
            raise Http404
        return door(request, **named)

    return opened
