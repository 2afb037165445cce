"""Write the listings of venues anew: call it after whatever changed a venue, its team, its rooms or its menu."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction

from balinea.search import rules
from balinea.search.cells import cell_of
from balinea.search.menus import Offer, offers_of
from balinea.search.models import Listing
from balinea.search.whereabouts import city_of, districts_of, turn_of

AT_ONCE = 500  # venues in memory
COPY = """
    COPY search_listing (treatment, venue_id, service_id, price_minor, city, districts, cell, latitude, longitude,
        rating, reviews, standing, timezone, hours_of, recipe) FROM STDIN
"""
Row = tuple[object, ...]


@transaction.atomic
def relist(*, venues: Sequence[int]) -> None:
    """Replace the listings of these venues (ids); one that is gone or unpublished is no longer found."""
    for start in range(0, len(venues), AT_ONCE):
        some = venues[start : start + AT_ONCE]
        Listing.objects.filter(venue_id__in=some).delete()
        _write(row for offer in offers_of(some) for row in _rows(offer))


def _write(rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for row in rows:
            copy.write_row(row)


def _rows(offer: Offer) -> Iterator[Row]:
    venue = offer.venue
    where = (
        city_of(venue.city, venue.latitude, venue.longitude),
        list(districts_of(venue.latitude, venue.longitude)),
        cell_of(venue.latitude, venue.longitude),
        venue.latitude,
        venue.longitude,
    )
    merit = (None, 0, rules.standing(rating=None, reviews=0, turn=turn_of(venue.slug)), venue.timezone)
    for treatment, best in offer.best_matches():
        price = offer.price_from(treatment)
        yield (treatment, venue.pk, best.service, price, *where, *merit, best.hours_of, best.recipe)
