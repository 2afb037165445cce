"""Tables of who occupies what, when. Private to this room: others call its verbs and queries."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Func, Q, Value

from balinea.venues.models import Resource, Venue


class WorkingHours(models.Model):
    """A staff member's rota: `weeks` as in the venue file, rotating by ISO week from `rota_from` (a Monday)."""

    resource = models.OneToOneField(
        Resource, on_delete=models.CASCADE, primary_key=True, related_name="working_hours"
    )
    weeks = models.JSONField()
    rota_from = models.DateField(null=True)

    def __str__(self) -> str:
        return f"working hours of {self.resource_id}"


class WorkingException(models.Model):
    """A dated exception to the rota; `hours: []` means off."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="working_exceptions")
    date = models.DateField()
    hours = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resource", "date"], name="working_exception_once_a_date")
        ]

    def __str__(self) -> str:
        return f"{self.date}"


class Absence(models.Model):
    """A staff member is away over `[starts_at, ends_at)`."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="absences")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="absence_has_length")
        ]

    def __str__(self) -> str:
        return f"{self.starts_at} to {self.ends_at}"


class Block(models.Model):
    """A resource is kept free of bookings over `[starts_at, ends_at)`. Blocks may overlap; their claims are cut so as not to."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="blocks")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="block_has_length")
        ]

    def __str__(self) -> str:
        return f"{self.starts_at} to {self.ends_at}"


class Claim(models.Model):
    """A resource taken over a half-open span: the only truth about who occupies what.

    `visit` groups the claims of one hold or booking, or of one block. `expires_at` is set for holds only. The
    constraint's index finds the claims of a resource, so there is no other on it.
    """

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="claims", db_index=False)
    span = DateTimeRangeField()
    expires_at = models.DateTimeField(null=True)
    visit = models.UUIDField(db_index=True)
    block = models.ForeignKey(Block, on_delete=models.CASCADE, null=True, db_index=False)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="claim_one_at_a_time",
                expressions=[
                    (Func(F("resource_id"), F("resource_id"), Value("[]"), function="int8range"), "&&"),
                    ("span", "&&"),
                ],
            ),
            models.CheckConstraint(condition=Q(span__isempty=False), name="claim_has_length"),
        ]
        indexes = [
            models.Index(fields=["expires_at"], condition=Q(expires_at__isnull=False), name="claim_expiring"),
            models.Index(fields=["block"], condition=Q(block__isnull=False), name="claim_of_block"),
        ]

    def __str__(self) -> str:
        return f"{self.resource_id} {self.span}"


class ResourceDay(models.Model):
    """A row of the availability index: one resource on one local day, as bit masks of 5-minute elapsed steps.

    Each mask is the little-endian bytes of an integer whose bit i is the step that begins 5*i minutes after local
    midnight. `planned` is cut to the opening, before absences; `ends` marks the steps at which a claim has just ended.
    No foreign keys: a projection is checked as a whole (`balinea check availability`) and rewritten by millions.
    """

    pk = models.CompositePrimaryKey("venue_id", "day", "resource_id")
    venue = models.ForeignKey(Venue, on_delete=models.DO_NOTHING, db_index=False, db_constraint=False)
    day = models.DateField()
    resource = models.ForeignKey(Resource, on_delete=models.DO_NOTHING, db_index=False, db_constraint=False)
    planned = models.BinaryField()
    absent = models.BinaryField()
    taken = models.BinaryField()
    ends = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.resource_id} on {self.day}"


class VenueDay(models.Model):
    """A row of the availability index: a venue's opening on one local day, and a summary of its free time.

    `free_hours` has bit h set when some staff member has free planned time in wall-clock hour h, `free_unit_hours` when
    some unit of a room is free in it during the opening (for services that need nobody).
    """

    pk = models.CompositePrimaryKey("venue_id", "day")
    venue = models.ForeignKey(Venue, on_delete=models.DO_NOTHING, db_index=False, db_constraint=False)
    day = models.DateField()
    opening = models.BinaryField()
    free_hours = models.IntegerField(default=0)
    free_unit_hours = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.venue_id} on {self.day}"
