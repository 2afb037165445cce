"""Addresses of the interface."""

from django.urls import path

from balinea.api.application import application
from balinea.api.documentation import documentation

# the library's `urls` is (patterns, app name, namespace), which `path` takes as `include` gives it
urlpatterns = [path("docs", documentation, name="api-docs"), path("", application.urls)]
