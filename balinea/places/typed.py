"""What somebody typed for a place, taken apart: noise words, city, postcode, district number, point."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from balinea.platform.text import plain

_AROUND = {"about", "around", "at", "by", "close", "from", "in", "near", "next", "of", "to", "me"}
_AUTOUR = {
    "a",
    "au",
    "autour",
    "aux",
    "chez",
    "cote",
    "dans",
    "depuis",
    "en",
    "moi",
    "pres",
    "proche",
    "sur",
    "vers",
}
_SORTS = {
    "area",
    "arr",
    "ardt",
    "arrondissement",
    "arrondissements",
    "district",
    "france",
    "metro",
    "rer",
    "station",
}
_QUARTERS = {"neighborhood", "neighbourhood", "quartier", "ville"}
NOISE = frozenset(_AROUND | _AUTOUR | _SORTS | _QUARTERS)
LITTLE = frozenset({"d", "de", "des", "du", "l", "la", "le", "les", "the", "et", "and"})
LONG_FORMS = {"st": "saint", "ste": "sainte", "bd": "boulevard", "av": "avenue", "pl": "place"}

_POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_POSTCODE = re.compile(r"\b(\d{5})\b")
_LETTER_THEN_DIGIT = re.compile(r"(?<=[a-z]{4})(?=\d)")
_ORDINAL = re.compile(r"(\d{1,2})\s?(?:er|ere|e|em|eme|ieme|nd|nde|rd|st|th)?")
_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})\s?(?:e|er|eme)")
_ROMAN_UNITS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
LATITUDES, LONGITUDES = 90, 180


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One way to read the text: words that name a place, perhaps in a named city (in plain letters)."""

    words: str
    city: str | None


def bare(text: str) -> str:
    """Return plain text without little words: names are compared in this form."""
    words = [LONG_FORMS.get(word, word) for word in plain(text).split()]
    return " ".join(word for word in words if word not in LITTLE) or " ".join(words)


def point(text: str) -> tuple[float, float] | None:
    """Return latitude and longitude of `48.853,2.369`, or nothing."""
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    latitude, longitude = float(match[1]), float(match[2])
    return (latitude, longitude) if abs(latitude) <= LATITUDES and abs(longitude) <= LONGITUDES else None


def postcode(text: str) -> tuple[str | None, str]:
    """Return the first postcode of the text, and the text without it."""
    match = _POSTCODE.search(text)
    return (match[1], _POSTCODE.sub(" ", text, count=1)) if match else (None, text)


def readings(text: str, cities: frozenset[str]) -> Iterator[Reading]:
    """Yield the ways to read a text, the most literal first."""
    literal = bare(_LETTER_THEN_DIGIT.sub(" ", plain(text)))
    yield Reading(words=literal, city=None)
    told = " ".join(word for word in literal.split() if word not in NOISE)
    if told and told != literal:
        yield Reading(words=told, city=None)
    words = told.split()
    for city in sorted(cities.intersection(words)):
        yield Reading(words=" ".join(word for word in words if word != city), city=city)


def district_number(words: str) -> int | None:
    """Return 11 for `11`, `11e`, `11 eme`, `11th` or `xie`; nothing for anything else."""
    match = _ORDINAL.fullmatch(words)
    if match:
        return int(match[1])
    match = _ROMAN.fullmatch(words)
    if match and (match[1] or match[2]):
        return 10 * len(match[1]) + _ROMAN_UNITS.index(match[2])
    return None
