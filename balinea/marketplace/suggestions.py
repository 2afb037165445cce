"""What the search bar proposes while one types, and what it proposes instead of a place that nobody knows."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from balinea.catalog import taxonomy
from balinea.places.gazetteer import PLACES

OFTEN_ASKED = ("Bastille", "République", "Montmartre", "Part-Dieu", "Bellecour")
ALIKE = 55  # percent of likeness below which a place is no help


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestions:
    """Names for the two text fields."""

    treatments: tuple[str, ...]
    places: tuple[str, ...]


@lru_cache(maxsize=2)
def suggestions(language: str) -> Suggestions:
    """Return the names of all treatments and of the places that are asked for most, in the order of display."""
    return Suggestions(
        treatments=tuple(treatment.name(language) for treatment in taxonomy.all_treatments()),
        places=tuple(place.name for place in PLACES if place.kind in {"city", "district"}),
    )


def resembling(text: str, limit: int = 4) -> tuple[str, ...]:
    """Return names of places that look a little like `text`, or those asked for most when none does."""
    names = dict.fromkeys(place.name for place in PLACES)
    alike = process.extract(
        text, names.keys(), scorer=fuzz.ratio, processor=str.lower, limit=limit, score_cutoff=ALIKE
    )
    return tuple(name for name, _score, _index in alike) or OFTEN_ASKED
