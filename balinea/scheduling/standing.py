"""The hours and blocks of a venue as they were entered, and hours as a venue file tells them."""

from collections import defaultdict
from datetime import date
from zoneinfo import ZoneInfo

from balinea.scheduling.claim import Wanted
from balinea.scheduling.hours import Rota
from balinea.scheduling.models import Absence, Block, WorkingException, WorkingHours
from balinea.scheduling.record import StaffHours
from balinea.slots import file_text, hours
from balinea.slots.file_values import FileStaff

Dated = dict[date, list[str]]


def staff_hours(*, venue_id: int) -> dict[int, StaffHours]:
    """Return the hours, exceptions and absences of each staff member of a venue, by resource."""
    exceptions: dict[int, Dated] = defaultdict(dict)
    for row in WorkingException.objects.filter(resource__venue_id=venue_id).order_by("pk"):
        exceptions[row.resource_id][row.date] = row.hours
    absences = defaultdict(list)
    for away in Absence.objects.filter(resource__venue_id=venue_id).order_by("pk"):
        absences[away.resource_id].append((away.starts_at, away.ends_at))
    rows = WorkingHours.objects.filter(resource__venue_id=venue_id)
    return {
        row.resource_id: StaffHours(
            resource_id=row.resource_id,
            rota=Rota(weeks=row.weeks, rota_from=row.rota_from),
            exceptions=exceptions[row.resource_id],
            absences=absences[row.resource_id],
        )
        for row in rows
    }


def blocks(*, venue_id: int) -> list[Wanted]:
    """Return the blocks of a venue in the order in which they were entered."""
    rows = Block.objects.filter(resource__venue_id=venue_id).order_by("pk")
    return [Wanted(resource_id=row.resource_id, start=row.starts_at, end=row.ends_at) for row in rows]


def of_file(*, resource_id: int, person: FileStaff, timezone: ZoneInfo) -> StaffHours:
    """Return what a venue file says of a person's hours; absences that the change of clocks swallows are left out."""
    away = [(hours.instant(timezone, start), hours.instant(timezone, end)) for start, end in person.absences]
    return StaffHours(
        resource_id=resource_id,
        rota=Rota(
            weeks=[file_text.week(one) for one in person.hours.weeks], rota_from=person.hours.rota_from
        ),
        exceptions={day: file_text.intervals(of_day) for day, of_day in person.hours.exceptions.items()},
        absences=[(start, end) for start, end in away if start < end],
    )
