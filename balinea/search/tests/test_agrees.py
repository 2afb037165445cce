"""Search finds what the slot page offers: the same starts, the same first instants, for every kind of venue."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from balinea.booking import queries
from balinea.search.find import find
from balinea.search.tests.town import open_town
from balinea.search.values import SearchQuery
from balinea.slots.values import Item, Query
from balinea.venues.models import Venue
from tests.salon import MONDAY, NOW

WINDOWS = [(None, None), (time(9), time(11, 30)), (time(17, 45), None), (None, time(0, 30))]
FIRST_SERVICE = "s0"


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        salons = open_town(50, seed=7)
        yield salons
        Venue.objects.filter(pk__in=[salon.venue.pk for salon in salons]).delete()


def offered(salon, day, days, earliest, latest):
    """Return the starts in the window that the slot page offers for the venue's first service."""
    query = Query(items=(Item(service=FIRST_SERVICE),), first=day, days=days, now=NOW)
    starts = [
        slot.start.astimezone(salon.timezone) for slot in queries.offers(venue_slug=salon.slug, query=query)
    ]
    return [start for start in starts if (earliest or time.min) <= start.time() <= (latest or time.max)]


def everything(query):
    """Turn all pages of a search."""
    found = []
    page = find(query, now=NOW)
    found += page.results
    while page.next_cursor:
        page = find(replace(query, cursor=page.next_cursor), now=NOW)
        found += page.results
    assert len(found) == page.count
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(("ahead", "window"), list(enumerate([*WINDOWS, *WINDOWS])), ids=str)
def test_on_a_day_search_finds_exactly_the_venues_with_a_start(town, ahead, window):
    day = MONDAY + timedelta(days=ahead - 1)
    query = SearchQuery(
        treatment="coupe-femme", near="Bastille", day=day, earliest=window[0], latest=window[1]
    )
    expected = {salon.slug: offered(salon, day, 1, *window)[:3] for salon in town}
    found = {result.venue.slug: list(result.next_slots) for result in everything(query)}
    assert found == {slug: starts for slug, starts in expected.items() if starts}


@pytest.mark.django_db
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_without_a_date_every_venue_shows_its_next_starts(town, window):
    query = SearchQuery(treatment="coupe-femme", near="Bastille", earliest=window[0], latest=window[1])
    found = {result.venue.slug: list(result.next_slots) for result in everything(query)}
    expected = {salon.slug: offered(salon, MONDAY - timedelta(days=1), 25, *window)[:3] for salon in town}
    assert found == expected
