from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from balinea.scheduling import reindex
from balinea.search.relist import relist
from tests.rows import (
    Business,
    Performer,
    Resource,
    Service,
    Venue,
    WorkingException,
    WorkingHours,
)

PARIS = ZoneInfo("Europe/Paris")
WEEK = {key: ["09:00-19:00"] for key in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
MENU = (
    ("coupe", "Coupes", "Coupe femme", "coupe-femme", 45, 4800),
    ("brushing", "Coiffages", "Brushing", "brushing", 30, 3000),
)


def open_salon(slug, **changes):
    """A hairdresser near Bastille, open every day, where Inès and Karim work; Karim's cut costs 8 euros more."""
    facts = {
        "business": Business.objects.create(name=slug),
        "slug": slug,
        "name": "Atelier des Lilas",
        "family": "coiffure",
        "timezone": "Europe/Paris",
        "street": "12 rue des Lilas",
        "postcode": "75011",
        "city": "Paris",
        "latitude": 48.8545,
        "longitude": 2.3705,
        "phone": "01 99 00 12 34",
        "opening": WEEK,
        "public_holidays": "open",
    }
    venue = Venue.objects.create(**facts | changes)
    people = [
        Resource.objects.create(venue=venue, position=number, key=key, name=name)
        for number, (key, name) in enumerate((("ines", "Inès"), ("karim", "Karim")))
    ]
    for person in people:
        WorkingHours.objects.create(resource=person, weeks=[WEEK])
    for number, (key, category, name, treatment, minutes, price) in enumerate(MENU):
        service = Service.objects.create(
            venue=venue,
            position=number,
            key=key,
            name=name,
            category=category,
            treatment=treatment,
            price_minor=price,
            minutes=minutes,
            phases=[{"minutes": minutes, "staff": True}],
        )
        for person in people:
            own = price + 800 if (key, person.key) == ("coupe", "karim") else None
            Performer.objects.create(service=service, resource=person, price_minor=own)
    reindex.rebuild_to_horizon(venue_ids=[venue.pk], now=timezone.now())
    relist(venues=[venue.pk])
    return venue


def works_only(venue, key, day, hours):
    """From now on, this person works on no other day and at no other hour."""
    person = Resource.objects.get(venue=venue, key=key)
    WorkingHours.objects.filter(resource=person).update(weeks=[{}])
    WorkingException.objects.create(resource=person, date=day, hours=[hours])
    reindex.rebuild_to_horizon(venue_ids=[venue.pk], now=timezone.now())


@pytest.fixture
def salon(db):
    return open_salon("lilas")


@pytest.fixture
def client_elsewhere():
    """Somebody else, at another network address."""
    return Client(REMOTE_ADDR="192.0.2.7")


@pytest.fixture
def day():
    """A day well ahead, whatever the hour of the test."""
    return timezone.now().astimezone(PARIS).date() + timedelta(days=4)


@pytest.fixture
def at(day):
    """An instant of that day, as the buttons post it."""
    return lambda clock: datetime.combine(day, datetime.strptime(clock, "%H:%M").time(), PARIS).isoformat()  # noqa: DTZ007


@pytest.fixture
def take(client, salon, at):
    """Post a start as a card does, and return the answer."""

    def taking(clock="10:00", *, by=client, slug="lilas", **headers):
        fields = {"service": "coupe", "staff": "ines", "start": at(clock)}
        return by.post(f"/fr/salons/{slug}/hold", fields, headers=headers)

    return taking


TYPED = {
    "first_name": "Camille",
    "last_name": "Durand",
    "email": "camille@example.org",
    "phone": "06 39 98 12 34",
    "note": "Cheveux longs",
    "accept_policy": "on",
}


@pytest.fixture
def book(client, take):
    """Take a start, fill in the form, and return the address of the confirmation."""

    def booking(clock="10:00", by=client):
        checkout = take(clock, by=by).url
        return by.post(checkout, TYPED).url

    return booking
