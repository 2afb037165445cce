import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from balinea.portability import document, meaning, tables
from balinea.portability.export_file import NoSuchVenueError, export_file
from balinea.portability.import_file import Imported, import_file
from balinea.portability.models import ImportedFile
from balinea.portability.tests.odd import EVERYTHING
from balinea.slots import venue_file
from balinea.venues.models import Venue
from tests.truth import drift

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CASES = sorted((Path(__file__).parents[2] / "slots" / "tests" / "cases").glob("*.json"))
FILES = {case.stem: json.loads(case.read_text())["venue_file"] for case in CASES} | {"everything": EVERYTHING}


def test_all_cases_are_tried():
    assert len(CASES) == 42


@pytest.mark.parametrize("name", FILES)
def test_an_unchanged_import_is_exported_in_its_own_words(name):
    told = FILES[name]
    imported = import_file(document=told, now=NOW)
    assert imported == Imported(
        slug=told["venue"]["slug"],
        services=len(told["services"]),
        bookings=len(told["bookings"]),
        replaced=False,
    )
    exported = export_file(slug=told["venue"]["slug"])
    assert exported.faithful
    assert json.dumps(exported.document) == json.dumps(told)
    assert drift() == []


@pytest.mark.parametrize("name", FILES)
def test_the_tables_alone_say_all_that_the_file_meant(name):
    told = FILES[name]
    import_file(document=told, now=NOW)
    venue = Venue.objects.get(slug=told["venue"]["slug"])
    meant = meaning.of(venue_file.parse(told))
    assert tables.read(venue) == meant
    anew = document.of(tables.read(venue))
    assert meaning.of(venue_file.parse(anew)) == meant
    ImportedFile.objects.all().delete()
    assert export_file(slug=venue.slug).document == anew


def test_what_is_written_anew_can_be_taken_in_again():
    import_file(document=EVERYTHING, now=NOW)
    ImportedFile.objects.all().delete()
    first = export_file(slug="essai").document
    assert import_file(document=first, now=NOW).replaced
    second = export_file(slug="essai")
    assert second.faithful
    assert second.document == first
    assert drift() == []


def test_an_unknown_venue_is_not_exported():
    with pytest.raises(NoSuchVenueError):
        export_file(slug="nowhere")
