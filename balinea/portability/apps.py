"""Registers the room with Django."""

from django.apps import AppConfig


class PortabilityConfig(AppConfig):
    """The room `portability`."""

    name = "balinea.portability"
