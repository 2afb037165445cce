"""Pages: counted, stable, in the order asked for, in a fixed number of statements."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from balinea.search import dated, find, ranked, undated
from balinea.search.cursor import WrongCursor
from balinea.search.find import find as search
from balinea.search.tests.town import open_town
from balinea.search.values import SearchQuery
from balinea.venues.models import Venue
from tests.salon import MONDAY, NOW

BY_DAY = SearchQuery(treatment="coupe-femme", near="Bastille", day=MONDAY, limit=4)
ANY_DAY = replace(BY_DAY, day=None)
ORDERS = {
    "distance": lambda one: one.distance_m,
    "price": lambda one: one.price_from.minor,
    "soonest": lambda one: one.next_slots[0].timestamp() if one.next_slots else float("inf"),
}


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        salons = open_town(24, seed=3)
        yield salons
        Venue.objects.filter(pk__in=[salon.venue.pk for salon in salons]).delete()


def pages(query):
    page = search(query, now=NOW)
    found = [page]
    while page.next_cursor:
        page = search(replace(query, cursor=page.next_cursor), now=NOW + timedelta(minutes=len(found)))
        found.append(page)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("chunk", [400, 7])
@pytest.mark.parametrize("sort", ["best", "distance", "price", "rating", "soonest"])
@pytest.mark.parametrize("query", [BY_DAY, ANY_DAY], ids=["dated", "undated"])
def test_pages_have_no_gaps_and_no_venue_twice(town, monkeypatch, query, sort, chunk):
    monkeypatch.setattr(ranked, "CHUNK", chunk)
    whole = search(replace(query, sort=sort, limit=50), now=NOW)
    turned = pages(replace(query, sort=sort))
    slugs = [one.venue.slug for page in turned for one in page.results]
    assert len(slugs) == len(set(slugs)) == whole.count
    assert slugs == [one.venue.slug for one in whole.results]
    assert [page.count for page in turned] == [whole.count] * len(turned)
    assert [len(page.results) for page in turned[:-1]] == [4] * (len(turned) - 1)


@pytest.mark.django_db
@pytest.mark.parametrize("sort", ORDERS)
@pytest.mark.parametrize("query", [BY_DAY, ANY_DAY], ids=["dated", "undated"])
def test_results_stand_in_the_order_asked_for(town, query, sort):
    results = search(replace(query, sort=sort, limit=50), now=NOW).results
    keys = [ORDERS[sort](one) for one in results]
    assert keys == sorted(keys)
    assert len(keys) > 4


@pytest.mark.django_db
@pytest.mark.parametrize("room", [dated, undated, find], ids=lambda room: room.__name__)
def test_the_count_stops_where_it_says(town, monkeypatch, room):
    for module in (dated, undated, find):
        monkeypatch.setattr(module, "COUNTED", 5)
    query = BY_DAY if room is dated else ANY_DAY
    page = search(query, now=NOW)
    assert (page.count, page.count_more) == (5, True)


@pytest.mark.django_db
@pytest.mark.parametrize("query", [BY_DAY, ANY_DAY], ids=["dated", "undated"])
@pytest.mark.parametrize("sort", ["best", "soonest"])
def test_the_number_of_statements_does_not_grow_with_the_number_of_venues(town, query, sort):
    few = replace(query, sort=sort, near="48.8700,2.4050")  # further off, with few venues in reach
    with CaptureQueriesContext(connection) as for_few:
        search(few, now=NOW)
    with CaptureQueriesContext(connection) as for_all:
        search(replace(query, sort=sort, limit=50), now=NOW)
    assert len(for_all) <= 20
    assert len(for_all) <= len(for_few) + 12


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cursor", ["x", "e30", "W10", "AAAA", "é", "\x00", "bnVsbA", "WzEsMl0", "=" * 9, "9" * 400]
)
def test_a_cursor_that_search_did_not_give_is_refused(town, cursor):
    with pytest.raises(WrongCursor):
        search(replace(BY_DAY, cursor=cursor), now=NOW)


@pytest.mark.django_db
def test_a_cursor_belongs_to_its_question(town):
    page = search(BY_DAY, now=NOW)
    with pytest.raises(WrongCursor):
        search(replace(BY_DAY, treatment="coupe-homme", cursor=page.next_cursor), now=NOW)
