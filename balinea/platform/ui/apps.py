"""Registers the interface parts with Django, for their templates, tags and built files."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates under `ui/`, the tag library `ui`, static files under `ui/`."""

    name = "balinea.platform.ui"
    label = "ui"
