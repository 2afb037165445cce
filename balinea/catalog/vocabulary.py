"""The words of the taxonomy, indexed once: which treatment names hold a word, and how telling that word is."""

import math
from collections import defaultdict
from dataclasses import dataclass

from balinea.catalog.treatments import TREATMENTS, Treatment
from balinea.platform.text import by_ear, plain, slipped

_ARTICLES = {"a", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les", "un", "une", "the", "s", "of"}
_OWN = {"ma", "mes", "mon", "my"}
_LINKS = {"and", "avec", "en", "et", "for", "on", "ou", "par", "pour", "sans", "sur", "to", "with"}
LITTLE = frozenset(_ARTICLES | _OWN | _LINKS)
EXACT, BY_EAR, SLIPPED, BEGUN = 1.0, 0.97, 0.9, 0.75  # how surely a typed word is a word of the vocabulary
SHORTEST_BEGINNING = 3  # letters of a word that is still being typed


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """A name or synonym of a treatment, as the set of its words, in one language (`fr`, `en`)."""

    slug: str
    language: str
    is_name: bool
    words: frozenset[str]


def words(text: str) -> tuple[str, ...]:
    """Return the telling words of a text in plain letters; all of its words when none is telling."""
    found = plain(text).split()
    return tuple(word for word in found if word not in LITTLE) or tuple(found)


def _phrases(treatment: Treatment) -> list[Phrase]:
    spoken = [("fr", True, treatment.name_fr), ("en", True, treatment.name_en)]
    spoken += [("fr", False, text) for text in treatment.synonyms_fr]
    spoken += [("en", False, text) for text in treatment.synonyms_en]
    return [
        Phrase(slug=treatment.slug, language=language, is_name=is_name, words=frozenset(words(text)))
        for language, is_name, text in spoken
    ]


PHRASES = tuple(phrase for treatment in TREATMENTS for phrase in _phrases(treatment))


def _index() -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, phrase in enumerate(PHRASES):
        for word in phrase.words:
            index[word].append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


HOLDERS = _index()  # word -> the numbers of the phrases that hold it
_HEARD: dict[str, list[str]] = defaultdict(list)
for _word in HOLDERS:
    _HEARD[by_ear(_word)].append(_word)


def weight(word: str) -> float:
    """Return how telling a word is: the rarer in the taxonomy, the more; unknown words are the rarest."""
    treatments = {PHRASES[number].slug for number in HOLDERS.get(word, ())}
    return _weigh(len(treatments))


def _weigh(holders: int) -> float:
    return 1 + math.log(len(TREATMENTS) / max(holders, 1)) / 4


WEIGHTS = {word: weight(word) for word in HOLDERS}
UNKNOWN_WEIGHT = _weigh(0)


def meanings(word: str) -> dict[str, float]:
    """Return the words of the vocabulary that a typed word may be, each with how sure that is (0 to 1)."""
    if word in HOLDERS:
        found = {word: EXACT}
    else:
        found = {known: SLIPPED for known in HOLDERS if slipped(word, known) is not None}
    for known in _HEARD.get(by_ear(word), ()):
        found.setdefault(known, BY_EAR)
    if len(word) >= SHORTEST_BEGINNING and not found:
        found = {known: BEGUN for known in HOLDERS if known.startswith(word)}
    return found
