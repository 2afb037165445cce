"""The resources of a venue file, day by day: hours, absences, blocks and the claims of bookings as masks of local days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from balinea.slots import hours, window
from balinea.slots.board import Board, Index
from balinea.slots.file_values import FileStaff, VenueFile
from balinea.slots.masks import STEP_MINUTES
from balinea.slots.values import Claimed

Instants = tuple[datetime, datetime]
_DayMasks = dict[str, dict[date, int]]

_STEP = timedelta(minutes=STEP_MINUTES)
_DAY = timedelta(days=1)
_LAST = datetime.max.replace(tzinfo=UTC) - _STEP


@dataclass(kw_only=True)
class Diary:
    """A venue file with what its bookings claim; `record` adds claims, `board` shows any run of days."""

    file: VenueFile
    _opening: dict[date, int] = field(default_factory=dict)
    _taken: _DayMasks = field(default_factory=lambda: defaultdict(dict))
    _ends: _DayMasks = field(default_factory=lambda: defaultdict(dict))

    def record(self, claims: Iterable[Claimed]) -> None:
        """Note claims of bookings."""
        for claim in claims:
            span = (claim.start, claim.end)
            for day in _dates_of(*(window.local_date(self._timezone, instant) for instant in span)):
                self._know(claim.resource, day)
                self._taken[claim.resource][day] |= hours.spans_mask(self._timezone, day, [span])
                self._ends[claim.resource][day] |= hours.spans_mask(self._timezone, day, [_end(span)])

    def board(self, first: date, last: date) -> Board:
        """What is known of these local dates, both included: hours, absences and claims."""
        days = _dates_of(first, last)
        opening = {day: self._opened(day) for day in days}
        index = Index(
            opening=opening,
            planned={key: self._planned(member, opening) for key, member in self._team.items()},
            absent={key: self._masks(self._absences[key], days) for key in self._team},
            taken=self._known(self._taken, self._resources, days),
            ends=self._known(self._ends, self._team, days),
        )
        return Board.of(self._timezone, days, index)

    def claims(self, first: date, last: date, resources: Iterable[str]) -> Board:
        """What is known of the claims on these resources only; the opening for the best fit."""
        days = _dates_of(first, last)
        opening = {day: self._opened(day) for day in days}
        taken = self._known(self._taken, resources, days)
        return Board.of(self._timezone, days, Index(opening=opening, taken=taken))

    @property
    def _timezone(self) -> ZoneInfo:
        return self.file.venue.rules.timezone

    @cached_property
    def _team(self) -> dict[str, FileStaff]:
        return {member.key: member for member in self.file.staff}

    @cached_property
    def _resources(self) -> tuple[str, ...]:
        return (*self._team, *(unit for room in self.file.rooms for unit in room.unit_names))

    @cached_property
    def _absences(self) -> dict[str, list[Instants]]:
        return {key: self._instants(member.absences) for key, member in self._team.items()}

    @cached_property
    def _blocks(self) -> dict[str, list[Instants]]:
        blocks: dict[str, list[Instants]] = defaultdict(list)
        for block in self.file.blocks:
            blocks[block.resource].extend(self._instants([(block.start, block.end)]))
        return blocks

    def _instants(self, walls: Iterable[tuple[datetime, datetime]]) -> list[Instants]:
        zone = self._timezone
        spans = ((hours.instant(zone, start), hours.instant(zone, end)) for start, end in walls)
        return [(start, end) for start, end in spans if start < end]

    def _opened(self, day: date) -> int:
        if day not in self._opening:
            self._opening[day] = hours.opening_mask(self.file.venue.opening, day)
        return self._opening[day]

    def _planned(self, member: FileStaff, opening: Mapping[date, int]) -> dict[date, int]:
        return {
            day: hours.planned_mask(member.hours, self._timezone, day, open_steps)
            for day, open_steps in opening.items()
        }

    def _masks(self, spans: Sequence[Instants], days: Sequence[date]) -> dict[date, int]:
        return {day: hours.spans_mask(self._timezone, day, spans) for day in days} if spans else {}

    def _known(self, masks: _DayMasks, resources: Iterable[str], days: Sequence[date]) -> _DayMasks:
        for resource in resources:
            for day in days:
                self._know(resource, day)
        return {resource: masks[resource] for resource in resources}

    def _know(self, resource: str, day: date) -> None:
        """Put the blocks of a day into its masks, once: a block may last for years, so not before it is asked for."""
        if day not in self._taken[resource]:
            blocks = self._blocks.get(resource, ())
            self._taken[resource][day] = hours.spans_mask(self._timezone, day, blocks)
            self._ends[resource][day] = hours.spans_mask(self._timezone, day, map(_end, blocks))


def _end(span: Instants) -> Instants:
    """The step that begins where a claim ends."""
    _, end = span
    return end, min(end, _LAST) + _STEP


def _dates_of(first: date, last: date) -> list[date]:
    return [first + shift * _DAY for shift in range((last - first).days + 1)]
