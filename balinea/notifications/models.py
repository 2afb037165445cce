"""Tables of messages. Private to this room: others call its verbs and queries."""

import uuid

from django.db import models
from django.db.models import Q

STATUSES = ["waiting", "sent", "failed"]


class Message(models.Model):
    """One message to one recipient, rendered when its fact was written.

    `message_id` (RFC 5322) is fixed at birth, so that a repeated delivery carries the same one. `calendar` is the text of
    an iCalendar file, or empty; `calendar_method` its METHOD. `next_attempt_at` is null once sent or given up.
    `id` is made from the fact where one is named, so that telling it twice meets the same row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    channel = models.CharField(max_length=10, default="email")
    kind = models.CharField(max_length=40)
    recipient = models.EmailField()
    reply_to = models.EmailField(blank=True)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField()
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    thread = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(status__in=STATUSES), name="message_status_known")]
        indexes = [
            models.Index(fields=["status", "-created_at"], name="message_by_status"),
            models.Index(fields=["-created_at"], name="message_by_age"),
        ]

    def __str__(self) -> str:
        return self.subject
