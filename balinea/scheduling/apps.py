"""Registers the room with Django."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    """The room `scheduling`."""

    name = "balinea.scheduling"
