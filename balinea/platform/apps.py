"""Registers the room with Django."""

from django.apps import AppConfig


class PlatformConfig(AppConfig):
    """The room `platform`."""

    name = "balinea.platform"
