from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from balinea.search.relist import relist
from tests.rows import Venue
from tests.salon import open_salon, small

CLIENT = {
    "first_name": "Camille",
    "last_name": "Essai",
    "email": "camille@example.com",
    "phone": "06 12 34 56 78",
}


@pytest.fixture
def salon(db):
    """The small salon on every weekday of the real calendar."""
    document = small(horizon_days=20, public_holidays="open")
    week = {day: ["09:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    document["venue"]["opening"] = week
    for person in document["staff"]:
        person["weeks"] = [week]
    salon = open_salon(document, now=timezone.now())
    Venue.objects.filter(pk=salon.venue.pk).update(latitude=48.8532, longitude=2.3694, city="Paris")
    salon.venue.services.filter(key="cut").update(treatment="coupe-femme")
    relist(venues=[salon.venue.pk])
    return salon


@pytest.fixture
def day(salon):
    """A local date a week ahead."""
    return (timezone.now().astimezone(salon.timezone) + timedelta(days=7)).date()


@pytest.fixture
def at(salon, day):
    """An instant of that date as text with the venue's offset: `at("10:00")`."""

    def text(wall):
        return datetime.combine(day, time.fromisoformat(wall), salon.timezone).isoformat()

    return text


@pytest.fixture
def post(client):
    """Post JSON: `post("/holds", {...}, key="k")`."""

    def send(path, body=None, key=None):
        headers = {"Idempotency-Key": key} if key else {}
        return client.post(f"/api/v1{path}", body or {}, content_type="application/json", headers=headers)

    return send


@pytest.fixture
def booked(post, at):
    """Hold and book: `booked("10:00")` is the booking's answer."""

    def book(wall, staff="lea", service="cut"):
        held = post(
            "/holds", {"venue": "essai", "items": [{"service": service, "staff": staff}], "start": at(wall)}
        )
        assert held.status_code == 201, held.content
        answer = post("/bookings", {"hold": held.json()["id"], "client": CLIENT, "accept_policy": True})
        assert answer.status_code == 201, answer.content
        return answer.json()

    return book
