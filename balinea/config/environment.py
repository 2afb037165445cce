"""Reading the process environment: the only place where variables are turned into values."""

import os

from django.core.exceptions import ImproperlyConfigured


def required(name: str) -> str:
    """Return the variable, or refuse to start and say which one is missing."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name}: Balinea does not start without it.")
    return value


def text(name: str, default: str = "") -> str:
    """Return the variable, or `default` when it is unset."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Return whether the variable says yes (`1`, `yes`, `on`, `true`)."""
    value = os.environ.get(name)
    return default if value is None else value.lower() in {"1", "yes", "on", "true"}


def number(name: str, default: int) -> int:
    """Return the variable as a whole number, or refuse to start."""
    value = os.environ.get(name, "")
    if not value:
        return default
    if not value.isdigit():
        raise ImproperlyConfigured(f"Set {name} to a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated variable as a list without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
