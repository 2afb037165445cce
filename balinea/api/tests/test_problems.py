import pytest

from balinea.api import manners
from balinea.platform.rate_limits import Buckets, Rate


def problem(answer):
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert {"type", "title", "detail"} <= set(body)
    return body


@pytest.mark.parametrize("path", ["nothing", "", "treatments/", "venues/%00/slots", "bookings/../x"])
def test_an_unknown_address_is_a_problem(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert problem(answer)["type"] == "/api/v1/docs#not-found"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_wrong_method_is_a_problem_that_names_the_right_one(client, method):
    answer = getattr(client, method)("/api/v1/treatments")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET"
    assert problem(answer)["type"] == "/api/v1/docs#method-not-allowed"


def test_a_parameter_that_is_not_understood_is_named(client):
    answer = client.get("/api/v1/search", {"limit": "99", "date": "2026-13-40", "from": "25:00"})
    assert answer.status_code == 422
    assert [(one["in"], one["pointer"]) for one in problem(answer)["errors"]] == [
        ("query", "/date"),
        ("query", "/from"),
        ("query", "/limit"),
    ]


def test_too_many_requests_are_told_when_to_come_back(client, settings, monkeypatch):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(manners, "_buckets", Buckets(Rate(burst=2, per_second=0.1)))
    statuses = [client.get("/api/v1/nothing").status_code for _ in range(3)]
    assert statuses == [404, 404, 429]
    answer = client.get("/api/v1/nothing")
    assert 0 < int(answer["Retry-After"]) <= 10
    assert problem(answer)["type"] == "/api/v1/docs#too-many-requests"


def test_load_tests_lift_the_limit(client, settings, monkeypatch):
    settings.RATE_LIMITS = False
    monkeypatch.setattr(manners, "_buckets", Buckets(Rate(burst=1, per_second=0.1)))
    assert [client.get("/api/v1/nothing").status_code for _ in range(3)] == [404, 404, 404]


def test_a_page_elsewhere_is_not_counted(client, settings, monkeypatch):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(manners, "_buckets", Buckets(Rate(burst=1, per_second=0.1)))
    assert [client.get("/health/live").status_code for _ in range(3)] == [200, 200, 200]


def test_a_body_that_is_too_large_is_not_read(client):
    answer = client.post("/api/v1/treatments", b" " * 70_000, content_type="application/json")
    assert answer.status_code == 413
    assert problem(answer)["type"] == "/api/v1/docs#too-large"
