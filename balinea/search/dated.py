"""Search on one local day: who has a start inside the window."""

from datetime import date, datetime

from balinea.search import candidates, rules
from balinea.search.calendar import Known, known_day
from balinea.search.candidates import Candidate
from balinea.search.question import Question
from balinea.search.ranked import COUNTED, Ranked, chunk_size

COUNT_STEPS = (800, 4_000, 200_000)  # candidates looked at, at a time, to count


class Dated:
    """Venues with a start inside the window of the day, in chunks of the static order."""

    def __init__(self, question: Question, day: date, now: datetime) -> None:
        self._question = question
        self._day = day
        self._now = now
        self._size = chunk_size(question.sort)

    def chunk(self, number: int) -> list[Ranked] | None:
        """Return the venues of a chunk that have a start, unordered; None when there is no such chunk."""
        found = candidates.read(self._question, skip=number * self._size, most=self._size)
        if not found:
            return None
        places = {candidate.venue: place for place, candidate in enumerate(found)}
        return [
            self._ranked(places[known.asked.candidate.venue], known, starts)
            for known in self._known(found)
            if (starts := known.all_starts())
        ]

    def count(self, first_chunk: int) -> int:
        """Return how many venues have a start, stopping beyond `COUNTED`; `first_chunk` is what chunk 0 holds of them."""
        total, skip = first_chunk, self._size
        for step in COUNT_STEPS:
            if total > COUNTED:
                break
            found = candidates.read(self._question, skip=skip, most=step)
            for known in self._known(found):
                total += known.has_start()
                if total > COUNTED:
                    break
            skip += step
            if len(found) < step:
                break
        return total

    def finished(self, page: list[Ranked]) -> list[Ranked]:
        """Return the page with its starts; here they are known already."""
        return page

    def _known(self, found: list[Candidate]) -> list[Known]:
        return known_day(found, question=self._question, day=self._day, now=self._now)

    def _ranked(self, place: int, known: Known, starts: int) -> Ranked:
        instants = known.first_instants(starts)
        candidate = known.asked.candidate
        value = float(place)
        if self._question.sort == "soonest":
            value = float(instants[0].timestamp())
        elif self._question.sort == "best":
            static = candidate.static_score(nearness_counts=self._question.nearness_counts)
            value = -static - rules.availability_in_window(starts.bit_count())
        return Ranked(value, candidate, instants)
