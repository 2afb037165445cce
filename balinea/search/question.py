"""What a query means: its treatments, its place, its window."""

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from balinea.catalog import taxonomy
from balinea.places import queries as gazetteer
from balinea.places.values import Place
from balinea.search.values import SearchQuery, Sort

DAY_START, DAY_END = time(0, 0), time(23, 59)
ANYTHING = ""  # the listing of whatever a venue offers
ALMOST_AS_GOOD = 0.9  # readings of a text that fit so much as well as the best are searched too
MOST_READINGS = 8


class UnknownPlace(Exception):  # noqa: N818 - reads as the refusal that it is
    """`near` names no place that we know."""


class ImpossibleWindow(Exception):  # noqa: N818
    """The window ends before it begins."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """`treatments` gives the fit (0 to 1) of each slug that may be meant; empty: nothing that we know is meant."""

    treatments: dict[str, float]
    place: Place | None
    day: date | None
    earliest: time
    latest: time
    sort: Sort

    @property
    def hours(self) -> int:
        """The mask of wall-clock hours that the window touches."""
        return sum(1 << hour for hour in range(self.earliest.hour, self.latest.hour + 1))

    @property
    def nearness_counts(self) -> bool:
        """Whether nearer is better: not within a city as a whole."""
        return self.place is not None and self.place.reach.city is None


def understand(query: SearchQuery) -> Question:
    """Return what the query means. Raises `UnknownPlace`, `ImpossibleWindow`."""
    earliest, latest = query.earliest or DAY_START, query.latest or DAY_END
    if latest < earliest:
        raise ImpossibleWindow
    return Question(
        treatments=_treatments(query.treatment, query.language),
        place=_place(query.near),
        day=query.day,
        earliest=earliest,
        latest=latest,
        sort=query.sort,
    )


def _treatments(text: str, language: str) -> dict[str, float]:
    text = text.strip()
    if not text:
        return {ANYTHING: 1.0}
    if taxonomy.by_slug(text):
        return {text: 1.0}
    matches = taxonomy.match(text, language)
    if not matches:
        return {}
    good = [match for match in matches if match.fit >= ALMOST_AS_GOOD * matches[0].fit][:MOST_READINGS]
    return {match.slug: match.fit for match in good}


@lru_cache(maxsize=4096)
def _place(text: str) -> Place | None:
    if not text.strip():
        return None
    places = gazetteer.resolve(text)
    if not places:
        raise UnknownPlace(text)
    return places[0]
