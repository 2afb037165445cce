"""`balinea venue`: what people and scripts see of it."""

import json

import pytest
from click.testing import CliRunner

from balinea.config.cli.venue import command
from balinea.venues.models import Venue
from tests.salon import SMALL

pytestmark = pytest.mark.django_db


def venue(*arguments, stdin=None):
    return CliRunner().invoke(command, arguments, input=stdin, obj=None)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "salon.json"
    path.write_text(json.dumps(SMALL))
    return path


def test_what_is_imported_is_exported(file):
    done = venue("import", str(file))
    assert (done.exit_code, done.stdout) == (0, "Imported essai: services 3, bookings 0.\n")
    done = venue("export", "essai")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout) == SMALL


def test_a_file_comes_from_standard_input_and_replaces_the_venue(file):
    venue("import", str(file))
    done = venue("import", "-", stdin=file.read_text())
    assert (done.exit_code, done.stdout) == (0, "Replaced essai: services 3, bookings 0.\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "the document: expected JSON"),
        (json.dumps(SMALL | {"balinea": 2}), "/balinea: expected a whole number from 1 to 1"),
        (json.dumps(SMALL | {"extra": 2}), "/extra: expected no such key"),
    ],
)
def test_wrong_input_is_named_in_one_line_and_nothing_is_written(file, text, line):
    file.write_text(text)
    done = venue("import", str(file))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {file}: {line}")
    assert done.stderr.count("\n") == 1
    assert Venue.objects.count() == 0


def test_a_missing_file_and_an_unknown_slug_are_wrong_input(tmp_path):
    assert venue("import", str(tmp_path / "none.json")).exit_code == 2
    done = venue("export", "nowhere")
    assert (done.exit_code, done.stderr) == (2, "Error: nowhere: expected the slug of a venue\n")
