from collections import Counter
from datetime import date

import pytest

from balinea.catalog import taxonomy
from balinea.catalog.record import family_of
from balinea.demo.lists import OFFERS, STREETS, WORDS
from balinea.demo.salon import city_of, salon
from balinea.places.gazetteer import PLACES
from balinea.places.queries import resolve
from balinea.places.values import metres
from balinea.platform.text import plain
from balinea.portability import document
from balinea.slots import venue_file

TODAY = date(2026, 11, 22)
SALONS = [salon(seed=1, number=number, today=TODAY) for number in range(120)]


def test_the_same_number_draws_the_same_salon():
    assert salon(seed=1, number=7, today=TODAY) == SALONS[7]
    assert salon(seed=2, number=7, today=TODAY) != SALONS[7]


def test_a_quarter_of_the_salons_is_in_lyon():
    assert Counter(city_of(number) for number in range(1_200)) == {"Paris": 900, "Lyon": 300}
    assert Counter(one.file.venue.address.city for one in SALONS) == {"Paris": 90, "Lyon": 30}


def test_hair_salons_stand_near_bastille():
    bastille = resolve("Bastille")[0]
    near = [
        one
        for one in SALONS[::40]
        if metres(one.file.venue.location, (bastille.latitude, bastille.longitude)) < 900
    ]
    assert [one.family for one in near] == ["coiffure"] * 3


@pytest.mark.parametrize("one", SALONS, ids=lambda one: one.number)
def test_every_salon_is_a_right_venue_file(one):
    assert venue_file.parse(document.of(one.file)) == one.file


@pytest.mark.parametrize("one", SALONS, ids=lambda one: one.number)
def test_every_salon_is_plausible(one):
    file = one.file
    assert 8 <= len(file.services) <= 40
    assert 1 <= len(file.staff) <= 12
    assert any(file.venue.week)
    assert resolve(file.venue.address.postcode)[0].reach.covers(*file.venue.location)
    assert taxonomy.by_slug(one.family).parent is None
    assert len(one.treatments) == len(file.services)
    assert family_of(one.treatments) in {one.family, "soins", "spa"}
    for entry in file.services:
        assert 5 <= entry.service.price <= 500
        assert entry.service.performers or not entry.service.staffed


def test_the_salons_show_what_the_product_can_do():
    files = [one.file for one in SALONS]
    services = [entry.service for file in files for entry in file.services]
    assert len({one.family for one in SALONS}) == 6
    assert any(len(day) == 2 for file in files for day in file.venue.week)  # lunch breaks
    assert any(day and day[-1][1] >= 21 * 60 for file in files for day in file.venue.week)  # late evenings
    assert any(len(person.hours.weeks) == 2 for file in files for person in file.staff)
    assert any(person.absences for file in files for person in file.staff)
    assert any(not phase.staff for service in services for phase in service.phases)
    assert any(room.kind == "steam" and room.units == 6 for file in files for room in file.rooms)
    assert any(performer.price for service in services for performer in service.performers.values())
    assert any(performer.minutes for service in services for performer in service.performers.values())
    assert any(one.approves_first for one in SALONS)
    assert {file.venue.rules.slot_policy for file in files} == {"all", "no_gaps"}
    assert {file.venue.rules.flush_to_previous for file in files} == {True, False}


def test_the_packaged_lists_fit_the_taxonomy_and_the_gazetteer():
    offers = [offer for of_kind in OFFERS.values() for offer in of_kind]
    assert len(offers) == 223
    assert [offer.treatment for offer in offers if taxonomy.by_slug(offer.treatment) is None] == []
    assert [offer.name for offer in offers if "massage" in plain(offer.name)] == []
    assert set(STREETS) == {place.postcode for place in PLACES if place.kind == "district"}
    assert len(WORDS["first"]) == len(set(WORDS["first"]))
