"""Send a message: stored and queued in the transaction of the fact that it tells."""

import uuid
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction

from balinea.notifications import render
from balinea.notifications.models import Message
from balinea.notifications.tasks import queue_delivery
from balinea.notifications.values import CalendarFile, Outgoing

FACTS = uuid.UUID("5f0f9d0a-6a43-4f51-9f0c-2f8d1a0e7b55")  # the namespace of messages that tell a named fact
LONGEST = 300  # letters of a subject
SPACES = "\u00a0\u202f"  # those that do not break
NO_CALENDAR = CalendarFile(text="", method="")


@transaction.atomic
def send(*, message: Outgoing, now: datetime) -> uuid.UUID:
    """Store the rendered message and the job that delivers it; both exist if and only if the transaction commits.

    Returns the message's id. A fact that the recipient was told already is not told again.
    """
    identity = _identity(message)
    if Message.objects.filter(pk=identity).exists():
        return identity
    _, created = Message.objects.get_or_create(id=identity, defaults=_rendered(message, identity, now))
    if created:
        queue_delivery(message=identity)
    return identity


def _rendered(message: Outgoing, identity: uuid.UUID, now: datetime) -> dict[str, object]:
    calendar = message.calendar or NO_CALENDAR
    return {
        "kind": message.kind,
        "recipient": message.recipient,
        "reply_to": message.reply_to,
        "language": message.language,
        "subject": _one_line(message.letter.subject),
        "text": render.text(message.letter, language=message.language),
        "html": render.html(message.letter, language=message.language),
        "calendar": calendar.text,
        "calendar_method": calendar.method,
        "message_id": f"<{identity}@{_domain()}>",
        "thread": message.thread,
        "next_attempt_at": now,
        "created_at": now,
    }


def _identity(message: Outgoing) -> uuid.UUID:
    if not message.fact:
        return uuid.uuid4()
    return uuid.uuid5(FACTS, f"{message.fact} {message.kind} {message.recipient}")


def _one_line(text: str) -> str:
    """Names that people typed stand in it: a header takes no line breaks, a column no novels."""
    return "".join(sign if sign.isprintable() or sign in SPACES else " " for sign in text)[:LONGEST]


def _domain() -> str:
    return parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
