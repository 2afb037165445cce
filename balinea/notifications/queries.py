"""Reads for the operator."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from balinea.notifications.models import STATUSES, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to list: an empty field leaves it open. `text` is looked for in address and subject."""

    status: str = ""
    kind: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message in a list."""

    id: uuid.UUID
    kind: str
    recipient: str
    subject: str
    status: str
    attempts: int
    created_at: datetime
    next_attempt_at: datetime | None
    last_error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail(Row):
    """A message as it was written."""

    language: str
    reply_to: str
    text: str
    html: str
    calendar: str
    calendar_method: str
    message_id: str
    sent_at: datetime | None


ROW = tuple(Row.__dataclass_fields__)
DETAIL = tuple(Detail.__dataclass_fields__)


def listed(wanted: Filter, *, offset: int, limit: int) -> tuple[Row, ...]:
    """Return messages, the latest first."""
    found = _matching(wanted).order_by("-created_at", "-id").values(*ROW)[offset : offset + limit]
    return tuple(Row(**row) for row in found)


def find(message: uuid.UUID) -> Detail | None:
    """Return one message, or None."""
    row = Message.objects.filter(pk=message).values(*DETAIL).first()
    return row and Detail(**row)


def thread_of(message: uuid.UUID) -> str:
    """Return the name under which a message waits for earlier ones to the same recipient, or an empty text."""
    thread, recipient = Message.objects.values_list("thread", "recipient").get(pk=message)
    return f"{thread} to {recipient}" if thread else ""


def counts() -> dict[str, int]:
    """Return how many messages are in each status."""
    found = dict(Message.objects.values_list("status").annotate(Count("id")).order_by())
    return {status: found.get(status, 0) for status in STATUSES}


def kinds() -> tuple[str, ...]:
    """Return the kinds that occur, for the filter."""
    return tuple(Message.objects.values_list("kind", flat=True).distinct().order_by("kind"))


def _matching(wanted: Filter) -> QuerySet[Message]:
    found = Message.objects.all()
    if wanted.status:
        found = found.filter(status=wanted.status)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.text:
        found = found.filter(Q(recipient__icontains=wanted.text) | Q(subject__icontains=wanted.text))
    return found
