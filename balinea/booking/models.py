"""Tables of holds and bookings. Private to this room: others call its verbs and queries."""

import uuid

from django.db import models
from django.db.models import Q

from balinea.catalog.models import Service
from balinea.venues.models import Resource, Venue

STATUSES = ["pending", "booked", "confirmed", "arrived", "in_progress", "done", "no_show", "cancelled"]


class Hold(models.Model):
    """A slot kept for a visitor while they type. Its id is the `visit` of its claims.

    `asked` is the wish (`snapshot.asked`), `items` what was decided and offered (`snapshot.stored`), `claims` how many
    claims that took; `policy` is the snapshot shown and agreed to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    visitor = models.CharField(max_length=64)  # digest of the visitor's cookie or address
    address = models.CharField(max_length=64)  # digest of the network address
    asked = models.JSONField()
    items = models.JSONField()
    claims = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    total_minor = models.PositiveBigIntegerField()
    policy = models.JSONField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # released, expired or turned into a booking

    class Meta:
        indexes = [
            models.Index(fields=["address", "created_at"], name="hold_by_address"),
            models.Index(fields=["visitor"], condition=Q(ended_at__isnull=True), name="hold_live_by_visitor"),
            models.Index(
                fields=["expires_at"], condition=Q(ended_at__isnull=True), name="hold_live_by_expiry"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Booking(models.Model):
    """A visit that is promised. `visit` is the id shared by its claims."""

    reference = models.CharField(max_length=12)
    visit = models.UUIDField(unique=True)
    hold = models.OneToOneField(Hold, on_delete=models.PROTECT, null=True)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, db_index=False)  # booking_by_venue_day has it
    status = models.CharField(max_length=12)
    first_name = models.CharField(max_length=80, blank=True)
    last_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    note = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    total_minor = models.PositiveBigIntegerField()
    policy = models.JSONField()
    cancel_until = models.DateTimeField()  # absolute, fixed at booking
    sequence = models.PositiveIntegerField(default=0)  # rises with each change; the calendar file's SEQUENCE
    reminded_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="booking_reference_once"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="booking_status_known"),
        ]
        indexes = [
            models.Index(fields=["venue", "starts_at"], name="booking_by_venue_day"),
            models.Index(
                fields=["starts_at"], condition=Q(reminded_at__isnull=True), name="booking_to_remind"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class BookingItem(models.Model):
    """One service of a visit, as promised: its price and length do not follow later changes of the menu."""

    # booking_item_position_once begins with it
    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveSmallIntegerField()
    service = models.ForeignKey(Service, on_delete=models.PROTECT)
    name = models.TextField()
    staff = models.ForeignKey(Resource, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Resource, on_delete=models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    price_minor = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["booking", "position"], name="booking_item_position_once")
        ]

    def __str__(self) -> str:
        return self.name


class BookingEvent(models.Model):
    """A line of a booking's history. Never changed or deleted: the database refuses."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    actor = models.CharField(max_length=20)  # client, salon, system
    detail = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"
