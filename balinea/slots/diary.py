"""The resources of a venue file, day by day: hours, absences, blocks and the claims of bookings as masks of local days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from balinea.slots import hours, window
from balinea.slots.board import Board, Index
from balinea.slots.file_values import VenueFile
from balinea.slots.values import Claimed

Instants = tuple[datetime, datetime]

MARGIN_DAYS = 2
"""Days around that buffers (at most one day) and visits over midnight may reach into."""


@dataclass(kw_only=True)
class Diary:
    """A venue file with what its bookings claim; `record` adds claims, `board` shows any run of days."""

    file: VenueFile
    _claims: dict[str, dict[date, list[Instants]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _opening: dict[date, int] = field(default_factory=dict)

    def record(self, claims: Iterable[Claimed]) -> None:
        """Note claims of bookings."""
        timezone = self.file.venue.rules.timezone
        for claim in claims:
            span = (claim.start, claim.end)
            day, last = (window.local_date(timezone, instant) for instant in span)
            while day <= last:
                self._claims[claim.resource][day].append(span)
                day += timedelta(days=1)

    def board(self, first: date, days: int) -> Board:
        """The board of these dates and their margin."""
        dates = [first + timedelta(days=shift) for shift in range(-MARGIN_DAYS, days + MARGIN_DAYS)]
        timezone = self.file.venue.rules.timezone
        team = {member.key: member for member in self.file.staff}
        resources = (*team, *(unit for room in self.file.rooms for unit in room.unit_names))
        opening = {day: self._opened(day) for day in dates}
        index = Index(
            opening=opening,
            planned={
                key: {day: hours.planned_mask(member.hours, timezone, day, opening[day]) for day in dates}
                for key, member in team.items()
            },
            absent={key: self._masks(self._absences.get(key, ()), dates) for key in team},
            taken={key: self._taken(key, dates) for key in resources},
            ends={key: self._ends(key, dates) for key in team},
        )
        return Board.of(timezone, dates, index)

    def _opened(self, day: date) -> int:
        if day not in self._opening:
            self._opening[day] = hours.opening_mask(self.file.venue.opening, day)
        return self._opening[day]

    @cached_property
    def _absences(self) -> dict[str, list[Instants]]:
        return {member.key: self._instants(member.absences) for member in self.file.staff}

    @cached_property
    def _blocks(self) -> dict[str, list[Instants]]:
        blocks = defaultdict(list)
        for block in self.file.blocks:
            blocks[block.resource].extend(self._instants([(block.start, block.end)]))
        return blocks

    def _instants(self, walls: Iterable[tuple[datetime, datetime]]) -> list[Instants]:
        timezone = self.file.venue.rules.timezone
        spans = ((hours.instant(timezone, start), hours.instant(timezone, end)) for start, end in walls)
        return [(start, end) for start, end in spans if start < end]

    def _masks(self, spans: Iterable[Instants], dates: Sequence[date]) -> dict[date, int]:
        timezone, spans = self.file.venue.rules.timezone, list(spans)
        return {day: hours.spans_mask(timezone, day, spans) for day in dates} if spans else {}

    def _spans(self, resource: str, dates: Sequence[date]) -> list[Instants]:
        claims = self._claims.get(resource, {})
        return [*self._blocks.get(resource, ()), *(span for day in dates for span in claims.get(day, ()))]

    def _taken(self, resource: str, dates: Sequence[date]) -> dict[date, int]:
        return self._masks(self._spans(resource, dates), dates)

    def _ends(self, resource: str, dates: Sequence[date]) -> dict[date, int]:
        step = timedelta(minutes=5)
        return self._masks([(end, end + step) for _, end in self._spans(resource, dates)], dates)
