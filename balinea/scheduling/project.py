"""From the truth to the index: pure, the same for a rewrite, for the nightly extension and for the drift check."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from balinea.scheduling.index import DayRow, FreeHours
from balinea.scheduling.occupancy import summary
from balinea.scheduling.steps import LocalDay
from balinea.scheduling.truth import ResourceTruth, VenueTruth
from balinea.slots import hours


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueRows:
    """The index of one venue, computed."""

    opening: dict[date, int]
    free: dict[date, FreeHours]
    resources: dict[int, dict[date, DayRow]]


def project(venue: VenueTruth, days: Sequence[LocalDay]) -> VenueRows:
    """Compute the index rows of a venue over consecutive local days."""
    opening = {day.date: hours.opening_mask(venue.opening, day.date) for day in days}
    resources = {resource.id: _resource(venue, resource, days, opening) for resource in venue.resources}
    return VenueRows(opening=opening, free=_free(venue, opening, resources), resources=resources)


def _resource(
    venue: VenueTruth, resource: ResourceTruth, days: Sequence[LocalDay], opening: dict[date, int]
) -> dict[date, DayRow]:
    taken = _by_day(days, resource.claims)
    absent = _by_day(days, resource.absences)
    ends = _marks(days, resource.ends)
    return {
        day.date: DayRow(
            planned=hours.planned_mask(resource.hours, venue.timezone, day.date, opening[day.date])
            if resource.hours
            else 0,
            absent=absent[number],
            taken=taken[number],
            ends=ends[number],
        )
        for number, day in enumerate(days)
    }


def _by_day(days: Sequence[LocalDay], spans: Iterable[tuple[int, int]]) -> list[int]:
    # millions of spans pass here when many venues are taken in: the ordinary one, within a day, makes no call
    bits = [0] * len(days)
    firsts = [day.first for day in days]
    for start, end in spans:
        number = bisect_right(firsts, start) - 1
        if number >= 0 and end <= days[number].end:
            bits[number] |= ((1 << (end - start)) - 1) << (start - firsts[number])
            continue
        number = max(number, 0)
        while number < len(days) and firsts[number] < end:
            bits[number] |= days[number].mask((start, end))
            number += 1
    return bits


def _marks(days: Sequence[LocalDay], steps: Iterable[int]) -> list[int]:
    bits = [0] * len(days)
    firsts = [day.first for day in days]
    for step in steps:
        number = bisect_right(firsts, step) - 1
        if number >= 0 and step < days[number].end:
            bits[number] |= 1 << (step - firsts[number])
    return bits


def _free(
    venue: VenueTruth, opening: dict[date, int], resources: dict[int, dict[date, DayRow]]
) -> dict[date, FreeHours]:
    staff: dict[date, int] = defaultdict(int)
    units: dict[date, int] = defaultdict(int)
    for resource in venue.resources:
        for day, row in resources[resource.id].items():
            if resource.is_staff:
                staff[day] |= row.planned & ~row.absent & ~row.taken
            else:
                units[day] |= opening[day] & ~row.absent & ~row.taken
    return {day: summary(venue.timezone, day, staff=staff[day], units=units[day]) for day in opening}
