"""Registers the room with Django."""

from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    """The room `backoffice`."""

    name = "balinea.backoffice"
