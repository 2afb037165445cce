"""The taxonomy of treatments, and which treatment a text means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from balinea.catalog.treatments import TREATMENTS, Treatment
from balinea.catalog.vocabulary import (
    HOLDERS,
    PHRASES,
    UNKNOWN_WEIGHT,
    WEIGHTS,
    Phrase,
    meanings,
    words,
)

LONGEST = 120  # letters of a text that are looked at
WEAKEST = 0.5  # fits below are no match
BESIDE_THE_BEST = 0.6  # a match fits at least so well compared with the best one
OTHER_LANGUAGE, SYNONYM, WITH_MORE = 0.98, 0.99, 0.85  # what a fit loses
CONFIDENT = 0.7  # fit from which an imported service takes the treatment that its name means

_BY_SLUG = {treatment.slug: treatment for treatment in TREATMENTS}
_ORDER = {treatment.slug: number for number, treatment in enumerate(TREATMENTS)}
_CHILDREN: dict[str, list[str]] = defaultdict(list)
for _treatment in TREATMENTS:
    if _treatment.parent:
        _CHILDREN[_treatment.parent].append(_treatment.slug)


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A treatment that a text may mean; `fit` is above 0, and 1 for its exact name."""

    slug: str
    fit: float


def all_treatments() -> tuple[Treatment, ...]:
    """Return every treatment, parents before their children, in the order of display."""
    return TREATMENTS


def families() -> tuple[Treatment, ...]:
    """Return the six families."""
    return tuple(treatment for treatment in TREATMENTS if treatment.parent is None)


def by_slug(slug: str) -> Treatment | None:
    """Return the treatment with this slug, if there is one."""
    return _BY_SLUG.get(slug)


def within(slug: str) -> tuple[str, ...]:
    """Return the slug with those of all treatments below it."""
    return (slug, *(below for child in _CHILDREN.get(slug, ()) for below in within(child)))


@lru_cache(maxsize=4096)
def match(text: str, language: str) -> tuple[Match, ...]:
    """Return the treatments that a text means, best first; none when it means none.

    Forgives accents, word order, plurals, typing errors and unfinished words; knows synonyms of both languages, those of
    `language` a little better. A parent stands for its children (`within`); they are not listed for its sake.
    """
    fits = _fits(words(text[:LONGEST]), language)
    ranked = sorted(fits.items(), key=lambda item: (-item[1], _ORDER[item[0]]))
    floor = max(WEAKEST, BESIDE_THE_BEST * ranked[0][1]) if ranked else 1.0
    return tuple(Match(slug=slug, fit=round(fit, 4)) for slug, fit in ranked if fit >= floor)


@lru_cache(maxsize=4096)
def guess(name: str, category: str) -> str:
    """Return the treatment of a service from its name and the category that it stands under; empty when unsure.

    Never a family: that would say nothing about the service.
    """
    context = match(category, "fr")
    family = _BY_SLUG[context[0].slug].family if context and context[0].fit >= CONFIDENT else None
    for text in (name, f"{category} {name}"):
        for found in match(text, "fr"):
            treatment = _BY_SLUG[found.slug]
            if found.fit >= CONFIDENT and treatment.parent and family in {None, treatment.family}:
                return found.slug
    return ""


def _fits(typed: Iterable[str], language: str) -> dict[str, float]:
    """Return how well each treatment fits the typed words: that of its best phrase."""
    heard = {word: meanings(word) for word in typed}
    touched = {number for known in heard.values() for word in known for number in HOLDERS[word]}
    fits: dict[str, float] = defaultdict(float)
    for number in touched:
        phrase = PHRASES[number]
        fits[phrase.slug] = max(fits[phrase.slug], _fit(phrase, heard, language))
    return fits


def _fit(phrase: Phrase, heard: Mapping[str, Mapping[str, float]], language: str) -> float:
    """Return the share of weight that phrase and typed words have in common, 1 when all of both."""
    shared, covered, asked = 0.0, set(), 0.0
    for known in heard.values():
        best = max(((sure, word) for word, sure in known.items() if word in phrase.words), default=None)
        said = WEIGHTS[max(known, key=known.__getitem__)] if known else UNKNOWN_WEIGHT
        asked += said
        if best is not None and best[1] not in covered:
            covered.add(best[1])
            shared += best[0] * min(said, WEIGHTS[best[1]])
    held = sum(WEIGHTS[word] for word in phrase.words)
    fit = 2 * shared / (asked + held)
    if covered == phrase.words:  # all of it was said, among other words
        fit = max(fit, WITH_MORE * shared / held * min(1.0, 0.5 + shared / asked))
    if phrase.language != language[:2]:
        fit *= OTHER_LANGUAGE
    return fit if phrase.is_name else fit * SYNONYM
