"""The days of many candidates at once: rows of the availability index turned into starts."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from balinea.scheduling import queries
from balinea.search import starts
from balinea.search.candidates import Candidate
from balinea.search.question import Question
from balinea.search.recipes import Recipe, read
from balinea.search.starts import DAY, Masks, Stretch
from balinea.slots.masks import bits
from balinea.slots.starts import Person

SHOWN = 3  # starts of one venue on a page
SLICE = 400  # candidates whose people are read at first; then four times as many


Terms = tuple[ZoneInfo, int, int]  # zone, lead time, horizon: what venues often share


class Asked(NamedTuple):
    """A candidate whose starts are asked for from a local day on."""

    candidate: Candidate
    recipe: Recipe
    first: date


class Known(NamedTuple):
    """A candidate with its starts over a stretch: all of them, or plenty where no more was asked for."""

    candidate: Candidate
    here: Stretch
    starts: int

    def first_instant(self) -> float:
        """Return the first start as a Unix time."""
        return float(self.here.unix((self.starts & -self.starts).bit_length() - 1))

    def first_instants(self) -> tuple[datetime, ...]:
        """Return the first few starts, in the venue's zone."""
        return tuple(self.here.instant(bit) for bit in islice(bits(self.starts), SHOWN))


def recipe_of(candidate: Candidate) -> Recipe:
    """Return the candidate's recipe."""
    return read(candidate.recipe)


def local_date(recipe: Recipe, now: datetime) -> date:
    """Return the date on the venue's wall."""
    return now.astimezone(recipe.timezone).date()


class Calendar:
    """Answers when candidates have starts, at one instant of asking."""

    def __init__(self, question: Question, now: datetime) -> None:
        self._question = question
        self._now = now

    def over(self, asked: Sequence[Asked], days: int) -> list[Known]:
        """Return all starts of each over `days` local days from its first, read with a day's margin on both sides."""
        wide = [(one, starts.stretch(one.recipe.timezone, one.first - DAY, days + 2)) for one in asked]
        openings, people = _openings(wide, days + 2), _people(wide, days + 2)
        found = []
        for one, here in wide:
            masks = Masks(openings.get(one.candidate.venue, 0), people)
            allowed = here.allowed(self._now, one.recipe.lead_minutes, one.recipe.horizon_days)
            # the margin is no part of the answer, and the gap rule looks at each day for itself
            own = starts.starts(one.recipe, here, masks, allowed)
            found.append(Known(one.candidate, here, own & self._wanted(here)))
        return found

    def on(self, candidates: Sequence[Candidate], day: date, *, plenty: int | None = None) -> Iterator[Known]:
        """Yield who has a start on the day, in no order: with all starts, or, with `plenty`, with so many at least.

        Who is closed or has no free hour in the window is left out on the word of the venue's day alone. Days of people are
        read as the reader of this goes on, in slices that grow.
        """
        hopeful, openings = self._hopeful(candidates, day)
        begun, size = 0, SLICE
        while begun < len(hopeful):
            some = hopeful[begun : begun + size]
            if plenty is None:
                yield from self._slice(some, openings, day)
            else:
                yield from self._quick_slice(some, openings, day, plenty)
            begun, size = begun + size, size * 4

    def _quick_slice(
        self, asked: Sequence[Asked], openings: dict[int, int], day: date, plenty: int
    ) -> Iterator[Known]:
        """Look at one person and one room of each venue first, and at the others only where that is not plenty."""
        one_each = [one._replace(recipe=one.recipe.of_one()) for one in asked]
        settled = set()
        for known in self._slice(one_each, openings, day):
            if known.starts.bit_count() >= plenty:
                settled.add(known.candidate.venue)
                yield known
        rest = [one for one in asked if one.candidate.venue not in settled]
        yield from self._slice(rest, openings, day)

    def _slice(self, asked: Sequence[Asked], openings: dict[int, int], day: date) -> Iterator[Known]:
        people = _OneDay(asked, day)
        aside = self._aside(asked, openings, day)
        terms: dict[Terms, tuple[Stretch, int, int]] = {}
        for candidate, recipe, _ in asked:
            known = aside.get(candidate.venue)
            if known is None:
                term = (recipe.timezone, recipe.lead_minutes, recipe.horizon_days)
                if term not in terms:
                    terms[term] = self._terms(term, day)
                here, allowed, window = terms[term]
                own = starts.starts(recipe, here, Masks(openings[candidate.venue], people), allowed)
                known = Known(candidate, here, own & window)
            if known.starts:
                yield known

    def _aside(self, asked: Sequence[Asked], openings: dict[int, int], day: date) -> dict[int, Known]:
        """Return those (by venue) whose buffers may pass midnight: they are read with a margin."""
        awkward = [
            one for one in asked if starts.near_midnight(one.recipe, openings[one.candidate.venue], day)
        ]
        return {known.candidate.venue: known for known in (self.over(awkward, 1) if awkward else ())}

    def _terms(self, term: Terms, day: date) -> tuple[Stretch, int, int]:
        """Return the day in a zone, the steps of it that lead time and horizon allow, and those of the window."""
        zone, lead_minutes, horizon_days = term
        here = starts.stretch(zone, day, 1)
        window = starts.window(zone, day, self._question.earliest, self._question.latest)
        return here, here.allowed(self._now, lead_minutes, horizon_days), window

    def _hopeful(self, candidates: Sequence[Candidate], day: date) -> tuple[list[Asked], dict[int, int]]:
        """Return who may have a start, and the openings of the day by venue."""
        hours = self._question.hours
        rows = {row[0]: row for row in queries.venues_on((one.venue for one in candidates), day)}
        hopeful = [
            Asked(one, read(one.recipe), day)
            for one in candidates
            if (row := rows.get(one.venue)) and row[1] and _may_have_start(one, row, hours)
        ]
        return hopeful, {row[0]: int.from_bytes(row[1], "little") for row in rows.values()}

    def _wanted(self, here: Stretch) -> int:
        """Return the steps of the window on each day of a stretch but its margins."""
        wanted = 0
        for number, edge in enumerate(here.edges[1:-2], start=1):
            day = here.first + number * DAY
            mask = starts.window(here.zone, day, self._question.earliest, self._question.latest)
            wanted |= mask << edge
        return wanted


def _may_have_start(candidate: Candidate, row: tuple[int, bytes, int, int], hours: int) -> bool:
    if candidate.hours_of == "staff":
        return bool(row[2] & hours)
    if candidate.hours_of == "units":
        return bool(row[3] & hours)
    return True


def _openings(asked: Sequence[tuple[Asked, Stretch]], days: int) -> dict[int, int]:
    stretches = {one.candidate.venue: here for one, here in asked}
    found = dict.fromkeys(stretches, 0)
    rows = queries.venue_days([(venue, here.first) for venue, here in stretches.items()], days=days)
    for venue, day, opening, _, _ in rows:
        here = stretches[venue]
        found[venue] |= int.from_bytes(opening, "little") << here.edges[(day - here.first).days]
    return found


class _OneDay(dict[int, Person]):
    """The masks of one day of everybody and everything that the recipes name, made when they are looked at."""

    def __init__(self, asked: Sequence[Asked], day: date) -> None:
        wanted = [(one.candidate.venue, resource) for one in asked for resource in one.recipe.resources]
        self._rows = {row[0]: row for row in (queries.resources_on(wanted, day) if wanted else ())}

    def __missing__(self, resource: int) -> Person:
        row = self._rows.get(resource)
        if row is None:
            return starts.NOT_INDEXED
        _, planned, absent, taken, ends = row
        load = int.from_bytes
        person = Person(
            load(planned, "little"), load(absent, "little"), load(taken, "little"), load(ends, "little")
        )
        self[resource] = person
        return person


def _people(asked: Sequence[tuple[Asked, Stretch]], days: int) -> dict[int, Person]:
    """Return the long masks of everybody and everything that the recipes name."""
    wanted = [
        (one.candidate.venue, resource, here.first)
        for one, here in asked
        for resource in one.recipe.resources
    ]
    stretches = {resource: here for one, here in asked for resource in one.recipe.resources}
    load = int.from_bytes
    found = dict.fromkeys(stretches, starts.NOT_INDEXED)
    for resource, planned, absent, taken, ends, day in queries.resource_days(wanted, days=days):
        here = stretches[resource]
        edge = here.edges[(day - here.first).days]
        so_far = found[resource]
        found[resource] = Person(
            so_far.planned | load(planned, "little") << edge,
            so_far.absent | load(absent, "little") << edge,
            so_far.taken | load(taken, "little") << edge,
            so_far.ends | load(ends, "little") << edge,
        )
    return found
