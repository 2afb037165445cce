"""The days of many candidates at once: rows of the availability index turned into starts."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from balinea.scheduling import queries
from balinea.search import starts
from balinea.search.candidates import Candidate
from balinea.search.question import Question
from balinea.search.recipes import Recipe, read
from balinea.search.starts import Masks, Stretch
from balinea.slots.masks import bits, span
from balinea.slots.starts import Person

SHOWN = 3  # starts of one venue on a page
MINUTE = 60


class Asked(NamedTuple):
    """A candidate whose starts are asked for from a local day on."""

    candidate: Candidate
    recipe: Recipe
    first: date


class Known(NamedTuple):
    """What is known of a candidate over a stretch: its masks, the steps that rules 8 allow, the steps asked for."""

    asked: Asked
    here: Stretch
    masks: Masks
    allowed: int
    wanted: int

    def all_starts(self) -> int:
        """Return every start asked for."""
        return starts.starts(self.asked.recipe, self.here, self.masks, self.allowed) & self.wanted

    def has_start(self) -> bool:
        """Return whether there is any; stops at the first person who has one."""
        found = starts.starts(self.asked.recipe, self.here, self.masks, self.allowed, self.wanted)
        return bool(found & self.wanted)

    def first_instants(self, found: int) -> tuple[datetime, ...]:
        """Return the first few of some starts, in the venue's zone."""
        zone = self.asked.recipe.timezone
        return tuple(
            datetime.fromtimestamp(self.here.instant(bit), zone) for bit in islice(bits(found), SHOWN)
        )


def recipe_of(candidate: Candidate) -> Recipe:
    """Return the candidate's recipe."""
    return read(candidate.recipe)


def local_date(recipe: Recipe, now: datetime) -> date:
    """Return the date on the venue's wall."""
    return now.astimezone(recipe.timezone).date()


def known_days(asked: Sequence[Asked], *, days: int, question: Question, now: datetime) -> list[Known]:
    """Return what is known of each over `days` local days from its first, read with a day's margin on both sides."""
    widened = [(one, starts.stretch(one.recipe.timezone, one.first - _DAY, days + 2)) for one in asked]
    openings = _openings(widened, days=days + 2)
    people = _people(widened, days=days + 2)
    return [
        Known(
            asked=one,
            here=here,
            masks=Masks(openings.get(one.candidate.venue, 0), people),
            allowed=_allowed(one, here, margin=1, now=now),
            wanted=_wanted(one, here, days=days, question=question),
        )
        for one, here in widened
    ]


def known_day(
    candidates: Iterable[Candidate], *, question: Question, day: date, now: datetime
) -> list[Known]:
    """Return what is known of those candidates that may have a start on the day, in their order.

    Who is closed or has no free hour in the window is left out on the word of the venue's day alone.
    """
    asked = [Asked(candidate, recipe_of(candidate), day) for candidate in candidates]
    rows = {row.venue_id: row for row in queries.venue_days([(one.candidate.venue, day) for one in asked])}
    hopeful = [one for one in asked if _may_have_start(one.candidate, rows, question)]
    plain: list[tuple[Asked, Stretch, int]] = []
    awkward: list[Asked] = []
    for one in hopeful:
        here = starts.stretch(one.recipe.timezone, day, 1)
        opening = int.from_bytes(rows[one.candidate.venue].opening, "little")
        near = starts.near_midnight(one.recipe, opening, here.edges[-1])
        if near:
            awkward.append(one)
        else:
            plain.append((one, here, opening))
    people = _people([(one, here) for one, here, _ in plain], days=1)
    known = {
        one.candidate.venue: Known(
            asked=one,
            here=here,
            masks=Masks(opening, people),
            allowed=_allowed(one, here, margin=0, now=now),
            wanted=starts.window(one.recipe.timezone, day, question.earliest, question.latest),
        )
        for one, here, opening in plain
    }
    if awkward:
        wide = known_days(awkward, days=1, question=question, now=now)
        known |= {one.asked.candidate.venue: one for one in wide}
    return [known[one.candidate.venue] for one in hopeful]


_DAY = timedelta(days=1)


def _may_have_start(candidate: Candidate, rows: dict[int, queries.VenueDayRow], question: Question) -> bool:
    row = rows.get(candidate.venue)
    if row is None:
        return False
    if candidate.hours_of == "staff":
        return bool(row.free_hours & question.hours)
    if candidate.hours_of == "units":
        return bool(row.free_unit_hours & question.hours)
    return True


def _openings(asked: Sequence[tuple[Asked, Stretch]], *, days: int) -> dict[int, int]:
    edges = {one.candidate.venue: (one.first - _DAY, here.edges) for one, here in asked}
    found: dict[int, int] = {}
    for row in queries.venue_days([(venue, first) for venue, (first, _) in edges.items()], days=days):
        first, marks = edges[row.venue_id]
        mask = int.from_bytes(row.opening, "little") << marks[(row.day - first).days]
        found[row.venue_id] = found.get(row.venue_id, 0) | mask
    return found


def _people(asked: Sequence[tuple[Asked, Stretch]], *, days: int) -> dict[int, Person]:
    """Return the long masks of everybody and everything that the recipes name."""
    margin = _DAY if days > 1 else timedelta()
    wanted = [
        (one.candidate.venue, resource, one.first - margin)
        for one, _ in asked
        for resource in one.recipe.resources
    ]
    load = int.from_bytes
    rows = queries.resource_days(wanted, days=days) if wanted else []
    if days == 1:
        return {
            row[0]: Person(
                load(row[2], "little"), load(row[3], "little"), load(row[4], "little"), load(row[5], "little")
            )
            for row in rows
        }
    edges = {
        resource: (one.first - margin, here.edges) for one, here in asked for resource in one.recipe.resources
    }
    found: dict[int, Person] = {}
    for row in rows:
        first, marks = edges[row.resource_id]
        edge = marks[(row.day - first).days]
        planned, absent, taken, ends = found.get(row.resource_id, (0, 0, 0, 0))
        found[row.resource_id] = Person(
            planned | load(row.planned, "little") << edge,
            absent | load(row.absent, "little") << edge,
            taken | load(row.taken, "little") << edge,
            ends | load(row.ends, "little") << edge,
        )
    return found


def _allowed(one: Asked, here: Stretch, *, margin: int, now: datetime) -> int:
    """Return the steps that lead time and horizon allow; `margin` days stand before the first."""
    last = local_date(one.recipe, now) + timedelta(days=one.recipe.horizon_days)
    days = (last - one.first).days + 1 + margin
    if days <= 0:
        return 0
    until = here.edges[min(days, len(here.edges) - 1)]
    return here.not_before(now.timestamp() + one.recipe.lead_minutes * MINUTE) & span(0, until)


def _wanted(one: Asked, here: Stretch, *, days: int, question: Question) -> int:
    """Return the steps of the window on each of the days, which begin one after the stretch does."""
    wanted = 0
    for number in range(days):
        day = one.first + timedelta(days=number)
        mask = starts.window(one.recipe.timezone, day, question.earliest, question.latest)
        wanted |= mask << here.edges[number + 1]
    return wanted
