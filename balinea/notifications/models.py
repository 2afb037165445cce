"""Tables of messages."""

import uuid

from django.db import models
from django.db.models import Q

STATUSES = ["waiting", "sent", "failed"]


class Message(models.Model):
    """One message to one recipient, rendered when its fact was written.

    `message_id` (RFC 5322) is fixed at birth, so that a repeated delivery carries the same one. `calendar` is the text of
    an iCalendar file, or empty; `calendar_method` its METHOD.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    channel = models.CharField(max_length=10, default="email")
    kind = models.CharField(max_length=40)
    recipient = models.EmailField()
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField()
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    status = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(status__in=STATUSES), name="message_status_known")]
        indexes = [models.Index(fields=["status", "-created_at"], name="message_by_status")]

    def __str__(self) -> str:
        return self.subject
