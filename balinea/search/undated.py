"""Search without a date: everybody who fits, with the next free starts of each."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from balinea.scheduling import queries
from balinea.search import candidates, rules
from balinea.search.calendar import SHOWN, Asked, Calendar, local_date, recipe_of
from balinea.search.candidates import Candidate
from balinea.search.question import Question
from balinea.search.ranked import COUNTED, Ranked, chunk_size

ROUNDS = (2, 12, 400)  # local days read at a time, until enough starts are found or the horizon is reached
NEVER = float(2**40)
DAY_BY_DAY = 2  # first days that are asked one by one, without margins, before wider rounds


class Hope(NamedTuple):
    """The local day before which a venue has no start, today if nothing is known; None: no start at all."""

    today: date
    day: date | None


class Undated:
    """Venues that fit, in chunks of the static order."""

    def __init__(self, question: Question, now: datetime) -> None:
        self._question = question
        self._now = now
        self._calendar = Calendar(question, now)
        self._size = chunk_size(question.sort)

    def chunk(self, number: int) -> list[Ranked] | None:
        """Return the venues of a chunk, unordered; None when there is no such chunk."""
        found = candidates.read(self._question, skip=number * self._size, most=self._size)
        if not found:
            return None
        if self._question.sort == "soonest":
            return self._by_first_start(found)
        if self._question.sort == "best":
            hopes = self._hopes(found)
            return [Ranked(self._rank(one, hopes[one.venue]), one) for one in found]
        return [Ranked(float(place), one) for place, one in enumerate(found)]

    def count(self, first_chunk: int) -> int:
        """Return how many venues fit, stopping beyond `COUNTED`."""
        if first_chunk < self._size:
            return first_chunk
        return candidates.count(self._question, most=COUNTED + 1)

    def next_starts(self, page: list[Ranked]) -> dict[int, tuple[datetime, ...]]:
        """Return the next starts of each venue (by its id) on a page."""
        found = [ranked.candidate for ranked in page]
        return self._next_starts(found, self._hopes(found)) if found else {}

    def _by_first_start(self, found: list[Candidate]) -> list[Ranked]:
        hopes = self._hopes(found)
        first: dict[int, float] = {}
        for day in sorted({hope.day for hope in hopes.values() if hope.day})[:DAY_BY_DAY]:
            soon = [one for one in found if hopes[one.venue].day == day]
            for known in self._calendar.on(soon, day):
                first[known.candidate.venue] = known.first_instant()
        later = [one for one in found if one.venue not in first]
        for venue, own in self._next_starts(later, hopes).items():
            if own:
                first[venue] = own[0].timestamp()
        return [Ranked(first.get(one.venue, NEVER), one) for one in found]

    def _rank(self, one: Candidate, hope: Hope) -> float:
        ahead = None if hope.day is None else (hope.day - hope.today).days
        static = one.static_score(nearness_counts=self._question.nearness_counts)
        return -static - rules.availability_soon(ahead)

    def _hopes(self, found: list[Candidate]) -> dict[int, Hope]:
        today = {one.venue: local_date(recipe_of(one), self._now) for one in found}
        first = min(today.values())
        rows = queries.first_free(venues=list(today), first=first, hours=self._question.hours)
        free = {row.venue_id: row.day for row in rows}
        hopes = {}
        for one in found:
            day = free.get(one.venue) if one.hours_of else today[one.venue]
            hopes[one.venue] = Hope(today[one.venue], day and max(day, today[one.venue]))
        return hopes

    def _next_starts(self, found: list[Candidate], hopes: dict[int, Hope]) -> dict[int, tuple[datetime, ...]]:
        """Return up to `SHOWN` next starts of each venue, reading ahead in a few rounds."""
        starts: dict[int, tuple[datetime, ...]] = {one.venue: () for one in found}
        ahead = [
            Asked(one, recipe_of(one), hope.day)
            for one in found
            if (hope := hopes[one.venue]).day is not None
        ]
        for days in ROUNDS:
            for known in self._calendar.over(ahead, days):
                venue = known.candidate.venue
                starts[venue] = (starts[venue] + known.first_instants())[:SHOWN]
            ahead = [
                one._replace(first=one.first + timedelta(days=days))
                for one in ahead
                if len(starts[one.candidate.venue]) < SHOWN and self._before_horizon(one, days)
            ]
            if not ahead:
                break
        return starts

    def _before_horizon(self, one: Asked, days: int) -> bool:
        last = local_date(one.recipe, self._now) + timedelta(days=one.recipe.horizon_days)
        return one.first + timedelta(days=days) <= last
