"""Bob runs the Salon des Lilas, Charlie runs another one, Ann works at none and Olga operates Balinea."""

import pytest

from balinea.booking.tests.visits import salon
from tests.rows import Business, Membership, User, Venue


def person(client, email, **changes):
    user = User.objects.create_user(email=email, **changes)
    client.force_login(user)
    return user


@pytest.fixture
def venue():
    return salon()


@pytest.fixture
def bob(client, venue):
    user = person(client, "bob@example.org")
    Membership.objects.create(business=venue.business, user=user, role="owner")
    return client


@pytest.fixture
def charlie(client):
    user = person(client, "charlie@example.org")
    other = Business.objects.create(name="Autre SARL")
    Venue.objects.create(
        business=other, slug="chez-charlie", name="Chez Charlie", timezone="Europe/Paris", opening={}
    )
    Membership.objects.create(business=other, user=user, role="owner")
    return client
