"""A staff member is away, or is back after all.

An absence deletes no booking: what was promised stays claimed, and the salon moves it.
"""

from datetime import datetime

from balinea.scheduling.lock import Locked
from balinea.scheduling.models import Absence
from balinea.scheduling.reindex import refresh


class NotOnTheTeamError(Exception):
    """The resource is not a staff member of this venue."""


def add(*, locked: Locked, resource_id: int, starts_at: datetime, ends_at: datetime) -> int:
    """Note an absence over `[starts_at, ends_at)`; return its id. Raises NotOnTheTeamError."""
    if resource_id not in locked.staff:
        raise NotOnTheTeamError(str(resource_id))
    absence = Absence.objects.create(resource_id=resource_id, starts_at=starts_at, ends_at=ends_at)
    _refresh(locked, absence)
    return absence.pk


def remove(*, locked: Locked, absence_id: int) -> None:
    """Strike an absence out. Absence.DoesNotExist if there is none in this venue."""
    absence = Absence.objects.get(pk=absence_id, resource_id__in=locked.staff)
    absence.delete()
    _refresh(locked, absence)


def _refresh(locked: Locked, absence: Absence) -> None:
    refresh(
        locked=locked,
        first=absence.starts_at.astimezone(locked.timezone).date(),
        last=absence.ends_at.astimezone(locked.timezone).date(),
    )
