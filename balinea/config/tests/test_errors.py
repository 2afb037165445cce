import errno

import psycopg
import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import path

from balinea.config.errors import Outage, outage


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("gone"), Outage(cause="database", retry_after=5)),
        (InterfaceError("closed"), Outage(cause="database", retry_after=5)),
        (
            caused(OperationalError(), psycopg.errors.LockNotAvailable()),
            Outage(cause="database", retry_after=5),
        ),
        (caused(OperationalError(), psycopg.errors.DiskFull()), Outage(cause="disk", retry_after=60)),
        (OSError(errno.ENOSPC, "full"), Outage(cause="disk", retry_after=60)),
        (OSError(errno.ENOENT, "missing"), None),
        (ValueError("ours"), None),
        (None, None),
    ],
)
def test_a_passing_trouble_is_told_from_a_fault_of_ours(error, expected):
    assert outage(error) == expected


def fail(_request, kind):
    raise {"database": OperationalError("gone"), "ours": ValueError("ours")}[kind]


urlpatterns = [path("<kind>", fail), path("api/v1/<kind>", fail)]
handler500 = "balinea.config.errors.server_error"


@pytest.fixture
def visitor(settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def test_a_page_says_that_it_is_a_matter_of_moments(visitor):
    response = visitor.get("/database")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_program_gets_a_problem(visitor):
    response = visitor.get("/api/v1/database")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 503


def test_a_fault_of_ours_stays_one(visitor):
    assert visitor.get("/ours").status_code == 500
    response = visitor.get("/api/v1/ours")
    assert (response.status_code, response.json()["title"]) == (500, "Internal error")
    assert "Retry-After" not in response.headers
