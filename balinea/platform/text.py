"""Comparing words that people type: accents, case, punctuation, spelling by ear, slips of a finger."""

import re
import unicodedata

from rapidfuzz.distance import OSA

SHORTEST_WITH_A_SLIP = 4  # shorter words have too many neighbours to forgive anything
LETTERS_PER_SLIP = 6  # Grenoble is not Grenelle

_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_BY_EAR = [
    (re.compile(r"ph"), "f"),
    (re.compile(r"qu|ck|k|c(?![hei])"), "k"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"eau|au"), "o"),
    (re.compile(r"ain|ein"), "in"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)(es?|[stdx]+)\b"), ""),
]


def plain(text: str) -> str:
    """Return lower-case words of plain letters and digits with one space between: `Père-Lachaise` is `pere lachaise`."""
    text = text.casefold().replace("\u0153", "oe").replace("\u00e6", "ae")
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", letters).strip()


def by_ear(text: str) -> str:
    """Return `plain` text in a spelling that French homophones share: `republik` and `republique` are alike."""
    for pattern, sound in _BY_EAR:
        text = pattern.sub(sound, text)
    return text


def slips(length: int) -> int:
    """Return how many slips a word of this length may have and still be taken for what it resembles."""
    return 0 if length < SHORTEST_WITH_A_SLIP else 1 + (length - SHORTEST_WITH_A_SLIP) // LETTERS_PER_SLIP


def slipped(typed: str, meant: str) -> int | None:
    """Return the slips (a letter more, less, other or swapped) between two texts; nothing when there are too many."""
    limit = slips(min(len(typed), len(meant)))
    if limit < abs(len(typed) - len(meant)):
        return None
    found = OSA.distance(typed, meant, score_cutoff=limit)
    return found if found <= limit else None
