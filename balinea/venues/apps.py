"""Registers the room with Django."""

from django.apps import AppConfig


class VenuesConfig(AppConfig):
    """The room `venues`."""

    name = "balinea.venues"
