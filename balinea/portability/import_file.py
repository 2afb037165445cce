"""Take a venue file in: the whole venue or nothing."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from django.db import connection, transaction

from balinea.booking import menus
from balinea.booking import standing as booked
from balinea.booking.record import PastVisit, record_visits
from balinea.catalog.record import NewMenu, family_of, guessed, record_menus
from balinea.portability.models import ImportedFile
from balinea.scheduling import reindex
from balinea.scheduling import standing as diary
from balinea.scheduling.claim import Wanted
from balinea.scheduling.lock import lock_many
from balinea.scheduling.record import record_blocks, record_hours
from balinea.search.relist import relist
from balinea.slots import hours, venue_file
from balinea.slots.document import VenueFileError
from balinea.slots.file_values import VenueFile
from balinea.venues.models import Venue
from balinea.venues.record import NewVenue, RecordedVenue, record_venues

LONGEST_SLUG = 100  # as tables and addresses take it
LONGEST_KEY = 250  # letters of a key: tables index them
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class HasBookingsError(Exception):
    """Clients booked at the venue through Balinea: it cannot be replaced."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What was taken in; `replaced` when a venue with the slug was there before."""

    slug: str
    services: int
    bookings: int
    replaced: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class _Kept:
    """What a replaced venue keeps: its rows' keys, and what no venue file says."""

    told: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def import_file(*, document: object, now: datetime) -> Imported:
    """Write the venue of a document (what `venue_file.load` returns), with its bookings and its availability.

    A venue with the same slug is replaced as a whole; it keeps its address in the product, its owners and what a file
    does not say. Raises VenueFileError (nothing is written) and HasBookingsError.
    """
    file = venue_file.parse(document)
    _check_lengths(file)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [f"import {file.venue.slug}"])
    kept = _clear(file)
    treatments = guessed([*file.services])
    new = NewVenue(file=file, family=family_of(treatments), **kept.told)  # type: ignore[arg-type]
    [recorded] = record_venues(venues=[new], now=now)
    menu = NewMenu(
        venue_id=recorded.venue_id,
        currency=file.venue.currency,
        resources=recorded.resources,
        services=file.services,
        treatments=treatments,
    )
    record_menus(menus=[menu])
    _record_diary(recorded, now)
    reindex.rebuild_to_horizon(venue_ids=[recorded.venue_id], now=now)
    relist(venues=[recorded.venue_id])
    wording = json.dumps(document, ensure_ascii=False)
    ImportedFile.objects.create(venue_id=recorded.venue_id, document=wording, imported_at=now)
    return Imported(
        slug=file.venue.slug,
        services=len(file.services),
        bookings=len(file.bookings),
        replaced=bool(kept.told),
    )


def _check_lengths(file: VenueFile) -> None:
    if len(file.venue.slug) > LONGEST_SLUG:
        raise VenueFileError("/venue/slug", f"at most {LONGEST_SLUG} characters")
    keys = {
        "staff": [one.key for one in file.staff],
        "rooms": [one.key for one in file.rooms],
        "services": [one.service.key for one in file.services],
    }
    for section, of_section in keys.items():
        for position, key in enumerate(of_section):
            if len(key) > LONGEST_KEY:
                raise VenueFileError(f"/{section}/{position}/key", f"at most {LONGEST_KEY} characters")


def _clear(file: VenueFile) -> _Kept:
    """Delete the venue that has the slug already, except what it keeps."""
    venue = Venue.objects.filter(slug=file.venue.slug).select_related("business").first()
    if venue is None:
        return _Kept()
    lock_many(venue_ids=[venue.pk])
    if booked.made_here(venue_id=venue.pk):
        raise HasBookingsError(venue.slug)
    kept = _Kept(
        told={
            "phone": venue.phone,
            "email": venue.email,
            "approves_first": venue.approves_first,
            "cancel_hours": venue.cancel_hours,
            "published": venue.published,
            "venue_id": venue.pk,
            "business_id": venue.business_id,
        }
    )
    business = venue.business
    business.name, business.siret, business.vat = file.business.name, file.business.siret, file.business.vat
    business.save()
    booked.erase(venue_id=venue.pk)
    venue.delete()
    return kept


def _record_diary(recorded: RecordedVenue, now: datetime) -> None:
    file, resources = recorded.file, recorded.resources
    timezone = file.venue.rules.timezone
    people = [
        diary.of_file(resource_id=resources[one.key], person=one, timezone=timezone) for one in file.staff
    ]
    record_hours(staff=people)
    blocks = [
        Wanted(
            resource_id=resources[one.resource],
            start=hours.instant(timezone, one.start),
            end=hours.instant(timezone, one.end),
        )
        for one in file.blocks
    ]
    record_blocks(blocks=[block for block in blocks if block.start < block.end])
    known = menus.of_id(venue_id=recorded.venue_id)
    record_visits(
        visits=[
            (known, PastVisit(visit=uuid4(), placement=placement, created_at=now))
            for placement in file.visits
        ]
    )
