"""Send a message: stored and queued in the transaction of the fact that it tells."""

import uuid
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction

from balinea.notifications import render
from balinea.notifications.models import Message
from balinea.notifications.tasks import deliver_message
from balinea.notifications.values import CalendarFile, Outgoing
from balinea.platform import jobs

NO_CALENDAR = CalendarFile(text="", method="")


@transaction.atomic
def send(*, message: Outgoing, now: datetime) -> uuid.UUID:
    """Store the rendered message and the job that delivers it; both exist if and only if the transaction commits."""
    identity = uuid.uuid4()
    calendar = message.calendar or NO_CALENDAR
    Message.objects.create(
        id=identity,
        kind=message.kind,
        recipient=message.recipient,
        reply_to=message.reply_to,
        language=message.language,
        subject=message.letter.subject,
        text=render.text(message.letter, language=message.language),
        html=render.html(message.letter, language=message.language),
        calendar=calendar.text,
        calendar_method=calendar.method,
        message_id=f"<{identity}@{_domain()}>",
        next_attempt_at=now,
        created_at=now,
    )
    jobs.defer(deliver_message, message=str(identity))
    return identity


def _domain() -> str:
    return parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
