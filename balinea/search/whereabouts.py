"""Where a venue is, in the words that people search with."""

import hashlib
from collections.abc import Iterator

from balinea.places.gazetteer import PLACES
from balinea.places.values import Box, Place
from balinea.platform.text import plain

_CITIES = [(place, place.reach.box()) for place in PLACES if place.kind == "city"]
_DISTRICTS = [(place, place.reach.box()) for place in PLACES if place.kind == "district"]
_HIGHEST_TURN = 0xFFFF


def city_of(named: str, latitude: float | None, longitude: float | None) -> str:
    """Return the gazetteer's city that the address names or the point lies in, or ""."""
    for place, _ in _CITIES:
        if plain(named) == plain(place.name):
            return place.name
    return next((place.name for place in _around(_CITIES, latitude, longitude)), "")


def districts_of(latitude: float | None, longitude: float | None) -> Iterator[str]:
    """Yield the postcodes of the districts whose reach covers the point."""
    for place in _around(_DISTRICTS, latitude, longitude):
        yield place.postcode


def turn_of(slug: str) -> float:
    """Return a venue's turn among equals, 0 to 1: arbitrary, fixed, and not in order of age."""
    digest = hashlib.blake2b(slug.encode(), digest_size=2).digest()
    return int.from_bytes(digest, "big") / _HIGHEST_TURN


def _around(
    places: list[tuple[Place, Box]], latitude: float | None, longitude: float | None
) -> Iterator[Place]:
    if latitude is None or longitude is None:
        return
    for place, box in places:
        near = box.south <= latitude <= box.north and box.west <= longitude <= box.east
        if near and place.reach.covers(latitude, longitude):
            yield place
