"""How the desk calls what a booking is, and which colour says it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`key` is CONTRACT's word and colours the line; `badge` is the style of the label, empty where none is needed."""

    key: str
    name: str
    badge: str


def status(key: str) -> Status:
    """Return the words for a booking's status."""
    name, badge = {
        "pending": (_("à accepter"), "badge-wait"),
        "booked": (_("réservé"), "badge-free"),
        "confirmed": (_("confirmé"), "badge-free"),
        "arrived": (_("arrivé"), "badge-free"),
        "in_progress": (_("en cours"), "badge-free"),
        "done": (_("terminé"), ""),
        "no_show": (_("absent"), "badge-wrong"),
        "cancelled": (_("annulé"), "badge-wrong"),
    }[key]
    return Status(key=key, name=name, badge=badge)
