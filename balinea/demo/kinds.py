"""The kinds of salon: how often each comes, when it opens, and of which family it is."""

from dataclasses import dataclass
from random import Random

from balinea.slots.hours import Interval, Week

HOUR = 60
LATE = 21 * HOUR


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """Hours are minutes of the day. `monday` and `sunday` are the chances to open then, `lunch` to close at noon."""

    family: str
    share: int
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    monday: float
    sunday: float
    lunch: float


def _kind(family: str, share: int, opens: tuple[float, ...], closes: tuple[float, ...], odds: str) -> Kind:
    monday, sunday, lunch = (float(chance) for chance in odds.split())
    return Kind(
        family=family,
        share=share,
        opens=tuple(int(hour * HOUR) for hour in opens),
        closes=tuple(int(hour * HOUR) for hour in closes),
        monday=monday,
        sunday=sunday,
        lunch=lunch,
    )


KINDS = {
    "hair": _kind("coiffure", 30, (9, 9.5, 10), (18.5, 19, 19.5), "0.25 0.08 0.15"),
    "barber": _kind("coiffure", 9, (10, 10.5), (19.5, 20), "0.7 0.25 0.1"),
    "wax": _kind("epilation", 9, (10, 10.5), (19, 20), "0.8 0.1 0.15"),
    "nails": _kind("ongles", 14, (10, 10.5), (19, 19.5, 20), "0.8 0.15 0.1"),
    "institute": _kind("soins", 12, (9.5, 10), (18.5, 19, 19.5), "0.5 0.04 0.3"),
    "lashes": _kind("soins", 6, (10, 10.5), (19, 19.5), "0.6 0.08 0.2"),
    "massage": _kind("spa", 9, (10, 11), (20, 21), "0.9 0.6 0"),
    "hammam": _kind("spa", 4, (10, 11), (20, 21), "0.7 0.9 0"),
    "fitness": _kind("fitness", 7, (7, 8), (20, 21), "1 0.3 0.2"),
}


def any_kind(chance: Random) -> str:
    """Draw a kind of salon."""
    return chance.choices(list(KINDS), [kind.share for kind in KINDS.values()])[0]


def opening(chance: Random, kind: Kind) -> Week:
    """Draw the weekly opening of a salon: lunch breaks, late evenings and closed days included."""
    start, end = chance.choice(kind.opens), chance.choice(kind.closes)
    lunch = chance.choice([(750, 810), (780, 840)]) if chance.random() < kind.lunch else None
    late = chance.choice([(), (3,), (3, 4), (2, 3)])  # Wednesday, Thursday, Friday
    week = [_day(start, max(end, LATE) if day in late else end, lunch) for day in range(5)]
    saturday = _day(start, min(end, 19 * HOUR), None)
    sunday = ((11 * HOUR, 18 * HOUR),) if chance.random() < kind.sunday else ()
    if chance.random() >= kind.monday:
        week[0] = ()
    return (*week, saturday, sunday)


def _day(start: int, end: int, lunch: Interval | None) -> tuple[Interval, ...]:
    return ((start, end),) if lunch is None else ((start, lunch[0]), (lunch[1], end))
