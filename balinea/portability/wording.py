"""The words of an imported file, kept wherever they still mean what the tables say.

Whoever imports a file and exports the venue gets their own file back: the optional keys that they wrote, in
their order. What changed since is written anew, part by part.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from balinea.portability import document, meaning
from balinea.portability.document import Document
from balinea.slots import venue_file
from balinea.slots.document import VenueFileError
from balinea.slots.file_values import VenueFile

WHOLE = ("business", "venue", "blocks", "bookings")
BY_KEY = ("staff", "rooms", "services")


def keep(told: Mapping[str, Any], now: VenueFile) -> Document:
    """Return the document of what the tables say now (a file in the plainest form), in the words of the file `told`."""
    before = meaning.of(venue_file.parse(told))
    anew = document.of(now)
    kept: Document = dict(told)
    for section in (*WHOLE, *BY_KEY):
        if getattr(before, section) == getattr(now, section):
            continue
        kept[section] = (
            anew[section] if section in WHOLE else _entries(told.get(section, ()), before, anew, section)
        )
    return kept if means(kept, now) else kept | {"bookings": anew["bookings"]}


def means(told: Document, now: VenueFile) -> bool:
    """Return whether a document still parses, and to this meaning.

    Words that did not change may not be enough: a booking that names no unit goes where the rules put it, and these look
    at hours, rooms and the menu.
    """
    try:
        return meaning.of(venue_file.parse(told)) == now
    except VenueFileError:
        return False


def _entries(told: Iterable[Any], before: VenueFile, anew: Document, section: str) -> list[Any]:
    """Return the entries of a section, each in its old words if it is the same as before."""
    then = {entry["key"]: entry for entry in document.of(before)[section]}
    words = {entry["key"]: entry for entry in told}
    return [words[new["key"]] if then.get(new["key"]) == new else new for new in anew[section]]
