"""Search on one local day: who has a start inside the window."""

from datetime import date, datetime

from balinea.search import candidates, rules
from balinea.search.calendar import Calendar, Known
from balinea.search.question import Question
from balinea.search.ranked import COUNTED, Ranked, chunk_size
from balinea.search.values import Sort

COUNT_STEPS = (400, 1_600, 6_400, 200_000)  # candidates looked at, at a time, to count

# so many starts in the window say all that an order needs to know; None: all of them
PLENTY: dict[Sort, int | None] = {
    "best": rules.PLENTY_OF_STARTS,
    "soonest": None,
    "distance": 1,
    "price": 1,
    "rating": 1,
}


class Dated:
    """Venues with a start inside the window of the day, in chunks of the static order."""

    def __init__(self, question: Question, day: date, now: datetime) -> None:
        self._question = question
        self._day = day
        self._calendar = Calendar(question, now)
        self._size = chunk_size(question.sort)

    def chunk(self, number: int) -> list[Ranked] | None:
        """Return the venues of a chunk that have a start, unordered; None when there is no such chunk."""
        found = candidates.read(self._question, skip=number * self._size, most=self._size)
        if not found:
            return None
        places = {candidate.venue: place for place, candidate in enumerate(found)}
        return [
            self._ranked(places[known.candidate.venue], known)
            for known in self._calendar.on(found, self._day, plenty=PLENTY[self._question.sort])
        ]

    def count(self, first_chunk: int) -> int:
        """Return how many venues have a start, stopping beyond `COUNTED`; `first_chunk` is what chunk 0 holds of them."""
        total, skip = first_chunk, self._size
        for step in COUNT_STEPS:
            if total > COUNTED:
                break
            found = candidates.read(self._question, skip=skip, most=step)
            for _ in self._calendar.on(found, self._day, plenty=1):
                total += 1
                if total > COUNTED:
                    break
            skip += step
            if len(found) < step:
                break
        return total

    def next_starts(self, page: list[Ranked]) -> dict[int, tuple[datetime, ...]]:
        """Return the next starts of each venue (by its id) on a page."""
        found = [ranked.candidate for ranked in page]
        return {
            known.candidate.venue: known.first_instants() for known in self._calendar.on(found, self._day)
        }

    def _ranked(self, place: int, known: Known) -> Ranked:
        candidate = known.candidate
        value = float(place)
        if self._question.sort == "soonest":
            value = known.first_instant()
        elif self._question.sort == "best":
            static = candidate.static_score(nearness_counts=self._question.nearness_counts)
            value = -static - rules.availability_in_window(known.starts.bit_count())
        return Ranked(value, candidate)
