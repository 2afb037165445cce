"""Registers the room with Django."""

from django.apps import AppConfig


class PartnerConfig(AppConfig):
    """The room `partner`."""

    name = "balinea.partner"
