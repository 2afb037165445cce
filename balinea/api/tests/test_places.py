import pytest


def test_a_typed_station_is_found_in_spite_of_a_slip(client):
    answer = client.get("/api/v1/places", {"q": "bastile"})
    assert answer.status_code == 200
    best = answer.json()[0]
    assert set(best) == {"kind", "name", "city", "postcode", "latitude", "longitude"}
    assert (best["name"], best["city"]) == ("Bastille", "Paris")


@pytest.mark.parametrize(
    ("text", "postcode"), [("11e", "75011"), ("75011", "75011"), ("Lyon 3e", "69003"), ("Part-Dieu", "69003")]
)
def test_districts_postcodes_and_stations_resolve(client, text, postcode):
    assert client.get("/api/v1/places", {"q": text}).json()[0]["postcode"] == postcode


def test_a_point_is_a_place(client):
    (point,) = client.get("/api/v1/places", {"q": "48.8530,2.3690"}).json()
    assert (point["kind"], point["latitude"], point["longitude"]) == ("point", 48.853, 2.369)


@pytest.mark.parametrize("text", ["xyzzyqwv", "91,181", ""])
def test_what_is_no_place_is_an_empty_list(client, text):
    answer = client.get("/api/v1/places", {"q": text})
    assert (answer.status_code, answer.json()) == (200, [])


@pytest.mark.parametrize("query", [{}, {"q": "x" * 101}, {"q": "a\x00b"}])
def test_a_text_that_cannot_be_a_place_is_refused(client, query):
    answer = client.get("/api/v1/places", query)
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/q"]
