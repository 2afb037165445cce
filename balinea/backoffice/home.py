"""How the machinery stands: jobs, messages, and what was given up."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from balinea.backoffice.access import operator_only
from balinea.notifications import queries
from balinea.notifications.channels.choose import keeps_inbox
from balinea.notifications.queries import Filter
from balinea.notifications.try_again import NotFailed, try_again
from balinea.platform import jobs

MOST_FAILED = 100


@operator_only
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the counts and the messages that were given up."""
    context = {
        "jobs": jobs.counts(),
        "messages_by_status": queries.counts(),
        "failed": queries.listed(Filter(status="failed"), offset=0, limit=MOST_FAILED),
        "keeps_inbox": keeps_inbox(),
        "done": request.GET.get("done", ""),
    }
    return render(request, "backoffice/home.html", context)


@operator_only
@require_POST
def again(request: HttpRequest, message: uuid.UUID) -> HttpResponse:
    """Queue a message again that was given up; that it is not any more is no trouble."""
    del request
    try:
        try_again(message=message, now=timezone.now())
    except NotFailed:
        return redirect("backoffice:home")
    return redirect(f"{reverse('backoffice:home')}?done=again")
