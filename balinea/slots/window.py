"""Which instants may be offered at all: the dates asked for, lead time and horizon (rule 8)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from balinea.slots.board import Board
from balinea.slots.values import Item, Menu, Query, Rules

_SHORTEST_DAY = 22 * 60
"""Minutes: no change of clocks takes more than two hours from a day."""


def mask(board: Board, rules: Rules, query: Query) -> int:
    """The steps of the board that the query may be answered with."""
    return dates(board, query) & lead(board, rules, query.now) & horizon(board, rules, query.now)


def margin(menu: Menu, items: Sequence[Item]) -> int:
    """How many local days before and after the dates asked for a board needs for these services.

    Buffers reach over midnight, and a visit of several services may go on the next day.
    """
    minutes = menu.rules.max_wait * (len(items) - 1)
    for service in (menu.services[item.service] for item in items):
        longest = max(sum(service.minutes_of(staff)) for staff in (None, *menu.performers(service)))
        minutes += longest + service.buffer_before + service.buffer_after
    return 1 + minutes // _SHORTEST_DAY


def dates(board: Board, query: Query) -> int:
    """The steps of the dates asked for."""
    return board.dates(query.first, query.first + timedelta(days=query.days - 1))


def lead(board: Board, rules: Rules, now: datetime) -> int:
    """The steps from now plus the lead time on."""
    soonest = board.bit(earliest(rules, now))
    return board.whole >> soonest << soonest if soonest > 0 else board.whole


def horizon(board: Board, rules: Rules, now: datetime) -> int:
    """The steps up to the end of the last bookable date."""
    return board.dates(board.days[0], last_date(rules, now))


def earliest(rules: Rules, now: datetime) -> datetime:
    """The first instant that the lead time allows."""
    return now.astimezone(UTC) + timedelta(minutes=rules.lead_minutes)


def last_date(rules: Rules, now: datetime) -> date:
    """The last bookable local date, included."""
    return local_date(rules.timezone, now) + timedelta(days=rules.horizon_days)


def local_date(timezone: ZoneInfo, instant: datetime) -> date:
    """The date on the venue's wall at an instant."""
    return instant.astimezone(timezone).date()
