"""Tables of businesses, venues and what can be taken in them."""

from django.conf import settings
from django.db import models


class Business(models.Model):
    """A firm that runs one or more venues."""

    name = models.TextField()  # texts have the length that a venue file gives them
    siret = models.TextField(blank=True)
    vat = models.CharField(
        max_length=10, choices=[("standard", "standard"), ("franchise", "franchise")], default="standard"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vat__in=["standard", "franchise"]), name="business_vat_known"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Venue(models.Model):
    """A place where clients are received.

    `opening` has the venue file's form: `{"mon": ["09:00-12:00", ...], ...}`, wall-clock in `timezone`.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=100, unique=True)
    name = models.TextField()
    family = models.CharField(max_length=40, blank=True)  # the treatment family of most of the menu
    timezone = models.CharField(max_length=60)
    country = models.CharField(max_length=2, default="FR")
    region = models.TextField(blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    street = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    city = models.TextField(blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)  # where the salon's copy of each message goes
    opening = models.JSONField()
    public_holidays = models.CharField(max_length=10, default="closed")
    grid_minutes = models.PositiveSmallIntegerField(default=15)
    flush_to_previous = models.BooleanField(default=False)
    slot_policy = models.CharField(max_length=10, default="all")
    max_wait = models.PositiveSmallIntegerField(default=0)
    lead_minutes = models.PositiveIntegerField(default=0)
    horizon_days = models.PositiveIntegerField(default=60)
    cancel_hours = models.PositiveSmallIntegerField(default=24)  # before the start, free of charge
    approves_first = models.BooleanField(default=False)  # a new booking is a request until the salon says yes
    published = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slot_policy__in=["all", "no_gaps"]), name="venue_slot_policy_known"
            ),
            models.CheckConstraint(
                condition=models.Q(public_holidays__in=["closed", "open"]), name="venue_holidays_known"
            ),
            models.CheckConstraint(condition=models.Q(grid_minutes__gte=5), name="venue_grid_whole_steps"),
        ]

    def __str__(self) -> str:
        return self.name


class OpeningException(models.Model):
    """A dated exception to the opening; `hours: []` means closed."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="exceptions")
    date = models.DateField()
    hours = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["venue", "date"], name="opening_exception_once_a_date")
        ]

    def __str__(self) -> str:
        return f"{self.date}"


class Room(models.Model):
    """A room or piece of equipment, of a kind, with one or more units."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="rooms")
    position = models.PositiveIntegerField()
    key = models.TextField()
    name = models.TextField(blank=True)
    kind = models.TextField()
    units = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["venue", "key"], name="room_key_once_a_venue")]

    def __str__(self) -> str:
        return self.name or self.key


class Resource(models.Model):
    """What can be taken once at a time: a staff member (`room` is null) or one unit of a room.

    `key` is the staff key, or the unit's name (`key`, or `key#1`, `key#2`...).
    """

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="resources")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, null=True, related_name="resources")
    position = models.PositiveIntegerField()  # in the team, or among the units
    key = models.TextField()
    name = models.TextField()
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["venue", "key"], name="resource_key_once_a_venue")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What a person may do in a business."""

    business = models.ForeignKey(Business, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    role = models.CharField(max_length=20, choices=[("owner", "owner")])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "user"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
