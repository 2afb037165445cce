"""What the engine and the search know about free time: boards, read from the availability index alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from balinea.scheduling import index, reindex
from balinea.scheduling.index import Rows
from balinea.scheduling.steps import days_touched
from balinea.slots.board import Board, Index


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Consecutive local dates: what is asked for, and how many more a board needs on both sides (see `Board`)."""

    first: date
    days: int
    margin: int = 1

    def with_margin(self) -> list[date]:
        """Return the dates with the margin on both sides."""
        return [self.first + timedelta(days=n) for n in range(-self.margin, self.days + self.margin)]


def board(*, venue_id: int, timezone: ZoneInfo, span: Span, ignoring: UUID | None = None) -> Board:
    """Return what is known of a venue's resources, by their keys, over these local dates.

    `ignoring` leaves out the claims of one visit (a reschedule does not stand in its own way). Dates that the index
    does not hold (long past, or beyond the horizon) are computed from the truth: slower, never wrong.
    """
    days = span.with_margin()
    rows = index.read(venue_id=venue_id, days=days)
    if any(day not in rows.opening for day in days):
        rows = reindex.computed(venue_id=venue_id, days=days)
    if ignoring is not None:
        _leave_out(rows, timezone, ignoring)
    return as_board(timezone, days, rows)


def as_board(timezone: ZoneInfo, days: Sequence[date], rows: Rows) -> Board:
    """Return the rows of one venue as the engine's board."""
    resources = [(rows.keys[id_], days_of_it) for id_, days_of_it in rows.resources.items()]
    return Board.of(
        timezone,
        days,
        Index(
            opening=rows.opening,
            planned={key: {day: row.planned for day, row in of_it.items()} for key, of_it in resources},
            absent={key: {day: row.absent for day, row in of_it.items()} for key, of_it in resources},
            taken={key: {day: row.taken for day, row in of_it.items()} for key, of_it in resources},
            ends={key: {day: row.ends for day, row in of_it.items()} for key, of_it in resources},
        ),
    )


CLAIMS_OF_VISIT = """
    SELECT resource_id, extract(epoch FROM lower(span))::bigint / 300,
        extract(epoch FROM upper(span))::bigint / 300
    FROM scheduling_claim WHERE visit = %s
"""


def _leave_out(rows: Rows, timezone: ZoneInfo, visit: UUID) -> None:
    """Free the bits of one visit. Claims never overlap, so no other claim has a bit, or an end, in common with it."""
    with connection.cursor() as cursor:
        cursor.execute(CLAIMS_OF_VISIT, [visit])
        claims = cursor.fetchall()
    for resource, start, end in claims:
        for day in days_touched(timezone, [(start, end)]):
            row = rows.resources.get(resource, {}).get(day.date)
            if row is not None:
                row.taken &= ~day.mask((start, end))
                row.ends &= ~day.bit(end)
