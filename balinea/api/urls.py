"""Addresses of the interface."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from balinea.api.application import application
from balinea.api.documentation import documentation
from balinea.api.problems import NOT_FOUND, Refusal, response


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view is handed its request
    """Answer whatever no call answers, without asking the face that draws pages."""
    return response(Refusal(kind=NOT_FOUND, detail="No call has this address."))


# the library's `urls` is (patterns, app name, namespace), which `path` takes as `include` gives it
urlpatterns = [
    path("docs", documentation, name="api-docs"),
    path("", application.urls),
    re_path("", nothing),
]
