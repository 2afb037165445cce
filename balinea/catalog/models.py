"""Tables of what a venue sells."""

from django.db import models

from balinea.venues.models import Resource, Venue


class Service(models.Model):
    """One line of a venue's menu.

    `phases` has the venue file's form: `[{"minutes": 30, "staff": true}, ...]`, elapsed minutes, multiples of 5.
    `price_minor` is in minor units of the venue's currency, tax included. `treatment` is a taxonomy slug or empty.
    """

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="services")
    position = models.PositiveIntegerField()
    key = models.TextField()
    name = models.TextField()  # texts have the length that a venue file gives them
    category = models.TextField(blank=True)
    treatment = models.CharField(max_length=60, blank=True, db_index=True)
    price_minor = models.PositiveBigIntegerField()
    minutes = models.PositiveIntegerField()  # all phases together
    phases = models.JSONField()
    buffer_before = models.PositiveSmallIntegerField(default=0)
    buffer_after = models.PositiveSmallIntegerField(default=0)
    room_kind = models.TextField(blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["venue", "key"], name="service_key_once_a_venue")]

    def __str__(self) -> str:
        return self.name


class Performer(models.Model):
    """A staff member who performs a service, perhaps with their own minutes (one number a phase) and price."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="performers")
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="performs")
    minutes = models.JSONField(null=True)
    price_minor = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "resource"], name="performer_once_a_service")
        ]

    def __str__(self) -> str:
        return f"{self.resource_id} performs {self.service_id}"
