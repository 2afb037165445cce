"""Give a venue out as a venue file."""

import json
from dataclasses import dataclass

from django.db import transaction

from balinea.portability import document, tables, wording
from balinea.portability.document import Document
from balinea.portability.models import ImportedFile
from balinea.venues.models import Venue


class NoSuchVenueError(LookupError):
    """No venue has this slug."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A venue file. `faithful` is false when its bookings no longer follow from its menu: services changed since."""

    document: Document
    faithful: bool


@transaction.atomic
def export_file(*, slug: str) -> Exported:
    """Return the document of a venue: an import of it, unchanged, is returned in its own words. Raises NoSuchVenueError."""
    venue = Venue.objects.select_related("business").filter(slug=slug).first()
    if venue is None:
        raise NoSuchVenueError(slug)
    now = tables.read(venue)
    imported = ImportedFile.objects.filter(venue=venue).first()
    told = document.of(now) if imported is None else wording.keep(json.loads(imported.document), now)
    return Exported(document=told, faithful=wording.means(told, now))
