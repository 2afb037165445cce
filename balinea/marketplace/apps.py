"""Registers the room with Django."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """The room `marketplace`."""

    name = "balinea.marketplace"
