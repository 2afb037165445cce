"""What place a text means. In memory, over the packaged gazetteer."""

import re
from collections.abc import Iterable, Iterator

from balinea.places import typed
from balinea.places.gazetteer import ALIASES, PLACES, point
from balinea.places.typed import Reading
from balinea.places.values import Place
from balinea.platform.text import by_ear, slipped

MOST = 10  # places that one text resolves to
LONGEST = 120  # letters of a text that are looked at

# How well a name fits what was typed. Anything below WEAKEST is no match.
EXACT, BY_EAR, SAME_WORDS, SLIPPED, BEGINS, CONTAINS, NAMED = 100, 96, 94, 92, 80, 70, 60
A_SLIP = 4
SHORTEST_BEGINNING, SHORTEST_PART = 2, 4  # letters
ORDER = {"city": 0, "district": 1, "station": 2, "neighbourhood": 3, "point": 4}

_APART = re.compile(r" - |[()]")
_PREFIXES = ("gare ", "place ")
_AREA_CODE = re.compile(r"(?<=^75)1(?=16$)")  # 75116 is the other half of 75016


def _names(place: Place) -> Iterator[str]:
    """Yield the names under which a place is found, in bare form."""
    name = place.name.split(" / ")[0]
    yield typed.bare(name)
    for part in _APART.split(name):
        key = typed.bare(part)
        yield key
        for prefix in _PREFIXES:
            if key.startswith(prefix) and key.removeprefix(prefix) not in _CITIES:
                yield key.removeprefix(prefix)


def _index() -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, place in enumerate(PLACES):
        for key in _names(place):
            if key and number not in index.setdefault(key, []):
                index[key].append(number)
    meant = {(place.city, place.name): number for number, place in enumerate(PLACES)}
    for alias, target in ALIASES.items():
        index.setdefault(typed.bare(alias), []).insert(0, meant[target])
    return index


_CITIES = frozenset(typed.bare(place.name) for place in PLACES if place.kind == "city")
_INDEX = _index()
_KEYS = [(key, by_ear(key), frozenset(key.split()), numbers) for key, numbers in _INDEX.items()]
_BY_POSTCODE = {place.postcode: place for place in PLACES if place.kind in {"city", "district"}}


def _fit(words: str, ear: str, bag: frozenset[str], key: tuple[str, str, frozenset[str], list[int]]) -> int:
    """Return how well the typed words fit a key, 0 for not at all."""
    name, sound, parts, _ = key
    if words == name:
        return EXACT
    if ear == sound:
        return BY_EAR
    if bag == parts:
        return SAME_WORDS
    slips = slipped(words, name)
    if slips is None:
        slips = slipped(ear, sound)
    if slips is not None:
        return SLIPPED - A_SLIP * slips
    return _part_fit(words, bag, name, parts)


def _part_fit(words: str, bag: frozenset[str], name: str, parts: frozenset[str]) -> int:
    """Return how well words fit that are less or more than the name."""
    if len(words) >= SHORTEST_BEGINNING and name.startswith(words):
        return BEGINS
    if len(words) >= SHORTEST_PART and bag < parts and not name.startswith("porte "):
        return CONTAINS  # but the town of Vanves is not Porte de Vanves
    if len(name) > SHORTEST_PART and parts < bag and name not in _CITIES:
        return NAMED
    return 0


def _fits(readings: Iterable[Reading]) -> dict[int, int]:
    """Return the best fit of each place (by its number) over the readings."""
    best: dict[int, int] = {}
    for reading in readings:
        ear, bag = by_ear(reading.words), frozenset(reading.words.split())
        for key in _KEYS:
            fit = _fit(reading.words, ear, bag, key)
            for number in key[3] if fit else ():
                if reading.city in {None, typed.bare(PLACES[number].city)}:
                    best[number] = max(best.get(number, 0), fit)
    return best


def _districts(reading: Reading) -> tuple[Place, ...] | None:
    """Return the districts with the number that was typed; nothing when no number was typed."""
    number = typed.district_number(reading.words)
    if number is None:
        return None
    return tuple(
        place
        for place in PLACES
        if place.kind == "district"
        and int(place.postcode[-2:]) == number
        and reading.city in {None, typed.bare(place.city)}
    )


def _ranked(text: str) -> tuple[Place, ...]:
    readings = [reading for reading in typed.readings(text, _CITIES) if reading.words]
    for reading in reversed(readings):  # the reading that knows the city comes last
        districts = _districts(reading)
        if districts is not None:
            return districts
    fits = _fits(readings)
    order = sorted(fits, key=lambda number: (-fits[number], ORDER[PLACES[number].kind], number))
    return tuple(PLACES[number] for number in order)


def resolve(text: str) -> tuple[Place, ...]:
    """Return the places that a text may mean, best first; none when it means no place that we know.

    Understands names with or without accents and with typing errors, noise ("pres de Bastille"), districts (`11e`,
    `Paris 11`, `lyon 3e`), postcodes and `latitude,longitude`.
    """
    text = text[:LONGEST]
    at = typed.point(text)
    if at is not None:
        return (point(*at),)
    code, rest = typed.postcode(text)
    if code is None:
        return _ranked(text)[:MOST]
    district = _BY_POSTCODE.get(_AREA_CODE.sub("0", code))
    if district is None:
        return ()
    ranked = _ranked(rest)
    if ranked and ranked[0].kind in {"city", "district"}:
        return (district,)
    named = [p for p in ranked if p.city == district.city and p.kind not in {"city", "district"}]
    return (*named[: MOST - 1], district)


def suggest(text: str, limit: int) -> tuple[Place, ...]:
    """Return at most `limit` places for a text that is still being typed, best first."""
    return resolve(text)[:limit]
