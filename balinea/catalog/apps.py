"""Registers the room with Django."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """The room `catalog`."""

    name = "balinea.catalog"
