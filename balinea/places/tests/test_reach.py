import pytest

from balinea.places.gazetteer import PLACES
from balinea.places.queries import resolve
from balinea.places.values import metres


def reach(text):
    return resolve(text)[0].reach


def test_the_gazetteer_holds_all_packaged_places():
    kinds = [place.kind for place in PLACES]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "city": 2,
        "district": 29,
        "neighbourhood": 100,
        "station": 258,
    }


def test_a_station_reaches_three_kilometres():
    near = reach("Bastille")
    assert near.covers(48.85344 + 0.0269, 2.36874)
    assert not near.covers(48.85344 + 0.0271, 2.36874)


def test_a_district_reaches_its_area_and_half_a_kilometre_more():
    eleventh = reach("75011")
    assert eleventh.covers(48.85906, 2.38006)
    assert eleventh.covers(48.85344, 2.36874)  # Bastille, at its corner
    assert eleventh.covers(48.8560, 2.3650)  # some 300 m outside
    assert not eleventh.covers(48.8566, 2.3522)  # Hôtel de Ville


@pytest.mark.parametrize(
    "place", [p for p in PLACES if p.kind != "city"], ids=lambda p: f"{p.name} {p.postcode}"
)
def test_a_place_lies_in_its_city_and_its_district(place):
    assert reach(place.city).covers(place.latitude, place.longitude)
    assert reach(place.postcode).covers(place.latitude, place.longitude)


def test_a_city_reaches_all_of_it_and_not_its_neighbours():
    assert reach("Paris").city == "Paris"
    assert not reach("Paris").covers(48.8049, 2.1204)  # Versailles
    assert not reach("Lyon").covers(48.8566, 2.3522)


def test_nothing_outside_the_box_is_covered():
    for text in ("Bastille", "75012", "Lyon", "lyon 9"):
        here, box = reach(text), reach(text).box()
        steps = [i / 20 for i in range(-10, 31)]
        points = [
            (box.south + a * (box.north - box.south), box.west + b * (box.east - box.west))
            for a in steps
            for b in steps
        ]
        outside = [p for p in points if not (box.south <= p[0] <= box.north and box.west <= p[1] <= box.east)]
        assert len(outside) == 41 * 41 - 21 * 21
        assert not any(here.covers(*p) for p in outside)


def test_a_kilometre_is_measured_as_one():
    assert metres((48.0, 2.0), (48.0, 2.013437)) == pytest.approx(1000, abs=3)
