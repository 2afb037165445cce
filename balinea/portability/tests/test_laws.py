"""The way in and out again, over random venues and over the cases that were found by hand."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given

from balinea.portability import document, meaning, tables
from balinea.portability.export_file import export_file
from balinea.portability.import_file import import_file
from balinea.slots import venue_file
from balinea.slots.tests.examples import examples
from balinea.slots.tests.strategies import SCENES, baths, cases, visits
from balinea.venues.models import Venue
from tests.truth import drift

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
EVERYWHERE = [scene for scenes in SCENES.values() for scene in scenes]
FOUND = sorted((Path(__file__).parents[2] / "slots" / "tests" / "cases_found").glob("*.json"))


def goes_in_and_out(told):
    with transaction.atomic():
        import_file(document=told, now=NOW)
        venue = Venue.objects.get(slug=told["venue"]["slug"])
        meant = meaning.of(venue_file.parse(told))
        assert tables.read(venue) == meant
        assert meaning.of(venue_file.parse(document.of(meant))) == meant
        exported = export_file(slug=venue.slug)
        assert exported.faithful
        assert json.dumps(exported.document) == json.dumps(told)
        assert drift() == []
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_every_case_of_our_own_goes_in_and_out(path):
    goes_in_and_out(json.loads(path.read_text())["venue_file"])


@pytest.mark.laws
@pytest.mark.django_db
@pytest.mark.parametrize("kind", [cases, visits, baths])
def test_every_random_venue_goes_in_and_out(kind):
    @examples(15)
    @given(kind(EVERYWHERE))
    def it_does(case):
        goes_in_and_out(case["venue_file"])

    it_does()
