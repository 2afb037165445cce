"""Sample people: plainly fictional names, rotas with staggered lunch breaks, holidays."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from balinea.demo.lists import WORDS
from balinea.platform.text import plain
from balinea.slots.file_values import FileStaff
from balinea.slots.hours import Interval, Week, WorkingHours

SIZES = {1: 30, 2: 30, 3: 18, 4: 10, 5: 5, 6: 3, 8: 2, 10: 1, 12: 1}  # people: how often in a hundred
SHIFT = 8 * 60  # nobody works longer with the break
LONG_DAY = 6 * 60  # whoever works longer has a lunch break
WORKED_DAYS = (5, 5, 4, 4, 3)
ROTA_FROM = date(2026, 1, 5)
BREAKS = (720, 735, 750, 765, 780, 795, 810, 840)
CLOSED_DAY: tuple[Interval, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A staff member and how they differ: `dearer` in percent of the price, `slower` in minutes a long phase."""

    staff: FileStaff
    dearer: int
    slower: int


def size(chance: Random) -> int:
    """Draw how many people work in a salon."""
    return chance.choices(list(SIZES), list(SIZES.values()))[0]


def people(chance: Random, count: int, opening: Week, today: date) -> tuple[Person, ...]:
    """Draw a team for an opening; on every open day somebody is there."""
    names = chance.sample(WORDS["first"], count)
    open_days = [day for day in range(7) if opening[day]]
    return tuple(
        _person(chance, name, _rota(chance, number, opening, open_days), today)
        for number, name in enumerate(names)
    )


def _person(chance: Random, name: str, weeks: tuple[Week, ...], today: date) -> Person:
    away: tuple[tuple[datetime, datetime], ...] = ()
    if chance.random() < 0.1:  # noqa: PLR2004 - one in ten is on holiday for a week
        monday = today + timedelta(days=chance.randrange(-10, 45))
        away = ((_midnight(monday), _midnight(monday + timedelta(days=7))),)
    exceptions: dict[date, tuple[Interval, ...]] = {}
    if chance.random() < 0.08:  # noqa: PLR2004 - one in twelve takes a day off
        exceptions[today + timedelta(days=chance.randrange(1, 30))] = CLOSED_DAY
    kind = chance.random()
    return Person(
        staff=FileStaff(
            key=plain(name).replace(" ", "-"),
            name=f"{name} {chance.choice(WORDS['last'])}",
            hours=WorkingHours(
                weeks=weeks, rota_from=ROTA_FROM if len(weeks) > 1 else None, exceptions=exceptions
            ),
            absences=away,
        ),
        dearer=chance.choice([10, 15, 20]) if kind < 0.15 else -15 if kind > 0.9 else 0,  # noqa: PLR2004
        slower=10 if kind > 0.9 else 0,  # noqa: PLR2004 - apprentices cost less and take longer
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _rota(chance: Random, number: int, opening: Week, open_days: list[int]) -> tuple[Week, ...]:
    """Return one week, or two that differ in the days off."""
    late = number % 2 == 1
    rest = max(0, len(open_days) - chance.choice(WORKED_DAYS))
    weeks = 2 if rest and chance.random() < 0.25 else 1  # noqa: PLR2004
    lunch = BREAKS[(number * 3 + chance.randrange(2)) % len(BREAKS)]
    return tuple(
        tuple(
            _worked(opening[day], lunch, late=late)
            if day in open_days and not _off(open_days.index(day), number + week, len(open_days), rest)
            else CLOSED_DAY
            for day in range(7)
        )
        for week in range(weeks)
    )


def _off(position: int, turn: int, days: int, rest: int) -> bool:
    """Say whether it is this person's turn to be off: days off go round, the first person never lacks alone."""
    return (position - turn * 2) % days < rest


def _worked(opened: tuple[Interval, ...], lunch: int, *, late: bool) -> tuple[Interval, ...]:
    start, end = opened[0][0], opened[-1][1]
    if end - start > SHIFT:
        start, end = (end - SHIFT, end) if late else (start, start + SHIFT)
    if len(opened) > 1:  # the salon closes for lunch
        return tuple((max(a, start), min(b, end)) for a, b in opened if max(a, start) < min(b, end))
    if end - start <= LONG_DAY or not start < lunch < end - 45:
        return ((start, end),)
    return ((start, lunch), (lunch + 45, end))
