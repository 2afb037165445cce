from datetime import UTC, datetime

import pytest
from django.utils import timezone

from tests.rows import Hold


@pytest.fixture
def unlimited(settings):
    settings.RATE_LIMITS = False


def wish(start, staff="lea", service="cut", **more):
    return {"venue": "essai", "items": [{"service": service, "staff": staff}], "start": start, **more}


def test_a_hold_says_what_is_kept_until_when_and_under_which_policy(post, salon, at):
    answer = post("/holds", wish(at("10:00")))
    assert answer.status_code == 201
    assert answer["Cache-Control"] == "no-store"
    held = answer.json()
    assert held["items"] == [
        {
            "service": "cut",
            "name": "Coupe",
            "staff": "lea",
            "staff_name": "Léa",
            "start": at("10:00"),
            "end": at("11:00"),
            "minutes": 60,
            "price": "40.00",
        }
    ]
    assert (held["total"], held["currency"]) == ("40.00", "EUR")
    left = datetime.fromisoformat(held["expires_at"]) - timezone.now()
    assert 590 < left.total_seconds() <= 600
    assert held["policy"]["cancel_hours"] == 24
    assert held["policy"]["approves_first"] is False


@pytest.mark.parametrize("items", [[{"service": "cut", "staff": None}], [{"service": "cut"}]])
def test_without_a_preference_the_answer_names_the_person(post, salon, at, items):
    held = post("/holds", {"venue": "essai", "items": items, "start": at("10:00")}).json()
    assert held["items"][0]["staff"] in {"lea", "zoe"}


def test_a_start_in_another_offset_is_the_same_instant(post, salon, at):
    utc = datetime.fromisoformat(at("10:00")).astimezone(UTC)
    held = post("/holds", wish(utc.isoformat())).json()
    assert held["items"][0]["start"] == at("10:00")


def test_a_taken_start_is_refused_with_three_others(post, salon, at, unlimited):
    assert post("/holds", wish(at("10:00"))).status_code == 201
    answer = post("/holds", wish(at("10:30")))
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["type"].endswith("#slot-taken")
    assert problem["alternatives"] == [
        {"start": at("11:00"), "staff": "lea"},
        {"start": at("11:15"), "staff": "lea"},
        {"start": at("11:30"), "staff": "lea"},
    ]
    assert Hold.objects.count() == 1


@pytest.mark.parametrize("wall", ["08:00", "10:05", "17:15", "22:00"])
def test_outside_hours_and_off_the_grid_nothing_is_offered(post, salon, at, wall):
    answer = post("/holds", wish(at(wall)))
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("#not-offered")
    assert Hold.objects.count() == 0


@pytest.mark.parametrize("start", ["2020-01-01T10:00:00+01:00", "2990-01-01T10:00:00+01:00"])
def test_the_past_and_what_lies_beyond_the_horizon_are_not_offered(post, salon, start):
    answer = post("/holds", wish(start))
    assert (answer.status_code, answer.json()["type"]) == (422, "/api/v1/docs#not-offered")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"venue": "nobody"}, "/venue"),
        ({"venue": 3}, "/venue"),
        ({"items": []}, "/items"),
        ({"items": [{"service": "nothing"}]}, "/items/0/service"),
        ({"items": [{"service": "cut"}, {"service": "cut", "staff": "nobody"}]}, "/items/1/staff"),
        ({"items": [{"service": "cut\x00"}]}, "/items/0/service"),
        ({"items": [{"service": "cut", "price": 0}]}, "/items/0/price"),
        ({"start": "2026-12-01T10:00:00"}, "/start"),
        ({"start": 1764579600}, "/start"),
        ({"start": "0001-01-01T00:00:00+23:59"}, "/start"),
        ({"start": "2026-12-01T25:00:00Z"}, "/start"),
        ({"any_ordr": True}, "/any_ordr"),
        ({"any_order": "perhaps"}, "/any_order"),
    ],
)
def test_a_body_that_is_not_understood_is_refused_at_its_place(post, salon, at, change, pointer):
    answer = post("/holds", wish(at("10:00")) | change)
    assert answer.status_code == 422
    assert [(one["in"], one["pointer"]) for one in answer.json()["errors"]] == [("body", pointer)]


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"venue": NaN}', "application/json", 400),
        (b"[" * 30_000, "application/json", 400),
        (b"", "application/json", 422),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b'{"venue": "\\ud800"}', "application/json", 422),
        (b"venue=essai", "application/x-www-form-urlencoded", 415),
        (b"<a/>", "text/xml", 415),
    ],
)
def test_a_body_that_is_no_json_object_is_a_problem(client, salon, body, media, status):
    answer = client.post("/api/v1/holds", body, content_type=media)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_a_visitor_keeps_one_hold_a_venue_and_asking_again_does_not_renew_it(post, salon, at, settings):
    settings.RATE_LIMITS = True
    first = post("/holds", wish(at("10:00"))).json()
    assert post("/holds", wish(at("10:00"))).json() == first
    other = post("/holds", wish(at("14:00"))).json()
    assert other["id"] != first["id"]
    assert Hold.objects.filter(ended_at=None).count() == 1


def test_the_twenty_first_hold_of_an_hour_is_refused(post, salon, at, settings):
    settings.RATE_LIMITS = True
    walls = [f"{hour:02}:{minute:02}" for hour in range(9, 15) for minute in (0, 15, 30, 45)]
    statuses = [post("/holds", wish(at(wall))).status_code for wall in walls[:20]]
    assert statuses == [201] * 20
    answer = post("/holds", wish(at(walls[20])))
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 3600


def test_a_hold_that_is_given_up_is_free_at_once(client, post, salon, at, unlimited):
    held = post("/holds", wish(at("10:00"))).json()
    answer = client.delete(f"/api/v1/holds/{held['id']}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert client.delete(f"/api/v1/holds/{held['id']}").status_code == 204
    assert post("/holds", wish(at("10:00"))).status_code == 201


@pytest.mark.parametrize("name", ["0d8f6a52-3f0e-4c1b-9c57-2f6a3f1c7e11", "1", "nothing"])
def test_an_unknown_hold_cannot_be_given_up(client, salon, name):
    assert client.delete(f"/api/v1/holds/{name}").status_code == 404
