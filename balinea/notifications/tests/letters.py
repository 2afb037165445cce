"""A letter to send about, and the message that it becomes."""

from datetime import UTC, datetime

from django.db import transaction

from balinea.notifications.send import send
from balinea.notifications.values import CalendarFile, Fact, Letter, Line, Outgoing

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

LETTER = Letter(
    subject="À samedi, Zoé",
    preview="Votre visite est réservée.",
    title="C’est réservé",
    paragraphs=("Bonjour Zoé & Cie,",),
    moment=("samedi 28 novembre 2026", "14:30"),
    lines=(Line(label="Coupe femme", detail="avec Awa, 45 min", amount="42,00 €"),),
    total=Line(label="Total", amount="42,00 €"),
    facts=(Fact(label="Adresse", text="12 rue des Lilas"),),
    reason="Vous recevez ce message parce que vous avez réservé.",
)


def outgoing(**changes):
    values = {"kind": "visit-booked", "recipient": "zoe@example.org", "language": "fr", "letter": LETTER}
    return Outgoing(**values | changes)


def stored(**changes):
    return send(message=outgoing(**changes), now=NOON)


def with_calendar():
    return stored(calendar=CalendarFile(text="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", method="REQUEST"))


class ChangedMind(Exception):  # noqa: N818  nothing is wrong
    """The fact is not to be, after all."""


@transaction.atomic
def store_and_change_mind():
    stored()
    raise ChangedMind
