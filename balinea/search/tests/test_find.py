"""What a question finds: treatments, places, windows."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

import pytest

from balinea.catalog.models import Service
from balinea.search.find import find
from balinea.search.question import ImpossibleWindow, UnknownPlace
from balinea.search.relist import relist
from balinea.search.tests.town import settle
from balinea.search.values import SearchQuery
from balinea.venues.models import Venue
from tests.salon import MONDAY, NOW, open_salon, small

pytestmark = pytest.mark.django_db
PLACES = {"bastille": (48.8532, 2.3694), "montmartre": (48.8867, 2.3431), "bellecour": (45.7578, 4.8320)}
QUERY = SearchQuery(treatment="coupe-femme", day=MONDAY)


def slugs(query, now=NOW):
    return sorted(one.venue.slug for one in find(query, now=now).results)


@pytest.fixture
def three():
    salons = [open_salon(small(slug=name)) for name in PLACES]
    for salon in salons:
        settle(salon, Random(1), place=PLACES[salon.slug])
        Venue.objects.filter(pk=salon.venue.pk, slug="bellecour").update(city="Lyon")
    relist(venues=[salon.venue.pk for salon in salons])
    return salons


@pytest.mark.parametrize(
    ("near", "found"),
    [
        ("", ["bastille", "bellecour", "montmartre"]),
        ("Paris", ["bastille", "montmartre"]),
        ("Lyon", ["bellecour"]),
        ("bastile", ["bastille"]),
        ("75018", ["montmartre"]),
        ("18e", ["montmartre"]),
        ("Lyon 2e", ["bellecour"]),
        ("48.8532,2.3694", ["bastille"]),
        ("48.8700,2.3570", ["bastille", "montmartre"]),
        ("0,0", []),
        ("90,180", []),
        ("-90,-180", []),
    ],
)
def test_a_place_reaches_as_far_as_it_says(three, near, found):
    assert slugs(replace(QUERY, near=near)) == found


def test_a_place_that_nobody_knows_is_refused(three):
    with pytest.raises(UnknownPlace):
        find(replace(QUERY, near="xyzzyqwv"), now=NOW)


@pytest.mark.parametrize(
    ("treatment", "count"),
    [
        ("", 3),
        ("coupe-femme", 3),
        ("coupe", 3),
        ("coiffure", 3),
        ("Coupe Femme", 3),
        ("coupe feme", 3),
        ("coupe dame", 3),
        ("womens haircut", 3),
        ("coupe-homme", 0),
        ("hammam", 0),
        ("zzzz", 0),
        ("\x00", 0),
    ],
)
def test_a_treatment_is_understood_by_slug_name_synonym_and_slip(three, treatment, count):
    page = find(replace(QUERY, treatment=treatment), now=NOW)
    assert (page.count, len(page.results), page.count_more) == (count, count, False)


def test_the_window_holds_both_its_ends(three):
    def starts(earliest, latest):
        query = replace(QUERY, near="Lyon", earliest=earliest, latest=latest)
        (one,) = find(query, now=NOW).results or [None]
        return one and [start.strftime("%H:%M") for start in one.next_slots]

    assert starts(time(9), time(9)) == ["09:00"]
    assert starts(time(16, 45), time(23, 59)) == ["16:45", "17:00"]
    assert starts(time(10), time(10, 15)) == ["10:00", "10:15"]
    assert starts(time(17, 1), None) is None


def test_a_window_that_ends_before_it_begins_is_refused(three):
    with pytest.raises(ImpossibleWindow):
        find(replace(QUERY, earliest=time(12), latest=time(11)), now=NOW)


@pytest.mark.parametrize(
    "day",
    [MONDAY - timedelta(days=1), MONDAY + timedelta(days=5), MONDAY + timedelta(days=400), date(2998, 1, 1)],
)
def test_nobody_is_found_in_the_past_on_a_closed_day_or_beyond_the_horizon(three, day):
    page = find(replace(QUERY, day=day), now=NOW)
    assert (page.count, page.results, page.next_cursor) == (0, (), None)


def test_a_result_says_what_the_menu_says(three):
    (one,) = find(replace(QUERY, near="Bellecour"), now=NOW).results
    assert (one.service.key, one.service.name, one.service.minutes) == ("cut", "Coupe", 60)
    assert one.service.price.text() == "40.00"
    assert one.price_from.text() == "30.00"  # Zoé's
    assert (one.rating, one.reviews) == (None, 0)
    assert one.distance_m < 1_000
    assert one.venue.city == "Lyon"


def test_nearer_comes_first_where_all_else_is_equal(three):
    Venue.objects.filter(slug="montmartre").update(latitude=48.8600, longitude=2.3750)
    relist(venues=[salon.venue.pk for salon in three])
    results = find(replace(QUERY, near="Bastille"), now=NOW).results
    assert [one.venue.slug for one in results] == ["bastille", "montmartre"]


def test_what_is_unpublished_or_no_longer_offered_is_no_longer_found(three):
    Venue.objects.filter(slug="bastille").update(published=False)
    Service.objects.filter(venue__slug="montmartre").update(active=False)
    relist(venues=[salon.venue.pk for salon in three])
    assert slugs(QUERY) == ["bellecour"]


def test_a_service_that_nobody_performs_is_not_found(three):
    Service.objects.filter(venue__slug="bastille", key="colour").update(treatment="hammam")
    Service.objects.get(venue__slug="bastille", key="colour").performers.all().delete()
    relist(venues=[salon.venue.pk for salon in three])
    assert slugs(replace(QUERY, treatment="hammam")) == []
