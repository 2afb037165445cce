"""One salon, committed, behind real web processes, for all tests of the interface over HTTP."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from balinea.search.relist import relist
from tests.rows import Venue
from tests.salon import open_salon, small
from tests.served import served


@pytest.fixture(scope="package")
def open_database(django_db_setup, django_db_blocker):
    """The test database, for whatever these tests commit to it; empty again for those of other folders."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="package")
def web(open_database, tmp_path_factory):
    with served(tmp_path_factory.mktemp("web")) as client:
        yield client


@pytest.fixture(scope="package")
def salon(open_database):
    week = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    document = small(slug="essai-http", opening=week, public_holidays="open")
    for person in document["staff"]:
        person["weeks"] = [week]
    salon = open_salon(document, now=timezone.now())
    Venue.objects.filter(pk=salon.venue.pk).update(latitude=48.8532, longitude=2.3694, city="Paris")
    salon.venue.services.filter(key="cut").update(treatment="coupe-femme")
    relist(venues=[salon.venue.pk])
    return salon


@pytest.fixture(scope="package")
def tomorrow(salon):
    return (timezone.now().astimezone(salon.timezone) + timedelta(days=1)).date()
