"""Tables of the technical ground."""

from django.db import models


class IdempotencyKey(models.Model):
    """What was answered to a write from outside, so that a retry is answered alike. Kept 24 h."""

    caller = models.CharField(max_length=64)
    key = models.CharField(max_length=200)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100)
    answer = models.BinaryField()  # encrypted
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="idempotency_key_once")]

    def __str__(self) -> str:
        return self.key
