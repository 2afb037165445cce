"""Keep the message where it is."""

from balinea.notifications.models import Message


def carry(message: Message) -> None:
    """Accept the message: its row is the inbox."""
