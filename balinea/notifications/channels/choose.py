"""Which channel `MAIL_URL` asks for."""

from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from balinea.notifications.channels.email import smtp
from balinea.notifications.channels.inbox import inbox
from balinea.notifications.models import Message


class Channel(Protocol):
    """A way out."""

    def carry(self, message: Message) -> None:
        """Hand the message over, or raise `DeliveryRefused`."""


CHANNELS: dict[str, Channel] = {"inbox": inbox, "smtp": smtp, "smtps": smtp}


def channel() -> Channel:
    """Return the configured channel, or refuse a MAIL_URL that names none."""
    scheme = urlsplit(settings.MAIL_URL).scheme
    if scheme not in CHANNELS:
        raise ImproperlyConfigured("Set MAIL_URL to inbox: or to smtp://user:password@host:port.")
    return CHANNELS[scheme]


def keeps_inbox() -> bool:
    """Whether messages stay here, for the operator's inbox page."""
    return channel() is CHANNELS["inbox"]
