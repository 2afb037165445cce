"""Set when a staff member works: the rota, and its dated exceptions.

Both have the venue file's form (`{"mon": ["09:00-12:00"]}`, SLOTS.md rule 2) and were checked by its parser.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from balinea.scheduling.absence import NotOnTheTeamError
from balinea.scheduling.lock import Locked
from balinea.scheduling.models import WorkingException, WorkingHours
from balinea.scheduling.reindex import refresh

WeekPattern = dict[str, list[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rota:
    """Weekly patterns, several of which rotate by ISO week from the Monday `rota_from`."""

    weeks: Sequence[WeekPattern]
    rota_from: date | None = None


def set_rota(*, locked: Locked, resource_id: int, rota: Rota) -> None:
    """Replace a staff member's weekly hours, for all days to come. Raises NotOnTheTeamError."""
    _check(locked, resource_id)
    WorkingHours.objects.update_or_create(
        resource_id=resource_id, defaults={"weeks": list(rota.weeks), "rota_from": rota.rota_from}
    )
    refresh(locked=locked)


def set_exception(*, locked: Locked, resource_id: int, day: date, hours: Sequence[str] | None) -> None:
    """Set the hours of one date (none: off), or with None go back to the rota. Raises NotOnTheTeamError."""
    _check(locked, resource_id)
    if hours is None:
        WorkingException.objects.filter(resource_id=resource_id, date=day).delete()
    else:
        WorkingException.objects.update_or_create(
            resource_id=resource_id, date=day, defaults={"hours": list(hours)}
        )
    refresh(locked=locked, first=day, last=day)


def _check(locked: Locked, resource_id: int) -> None:
    if resource_id not in locked.staff:
        raise NotOnTheTeamError(str(resource_id))
