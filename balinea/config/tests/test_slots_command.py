"""`balinea slots`: what stands on standard output, what on standard error, and the exit status."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from balinea.config.cli.program import main

CASES = Path(__file__).parents[2] / "slots" / "tests" / "cases"


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def balinea_slots(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["balinea", "slots", *map(str, arguments)])
        with pytest.raises(SystemExit) as ending:
            main()
        return Done(ending.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def broken(tmp_path):
    def write(content):
        path = tmp_path / "case.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def test_it_prints_the_slots_and_nothing_else(balinea_slots):
    path = CASES / "20-gap-rule-never-empties-a-day.json"
    done = balinea_slots(path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"slots": json.loads(path.read_text())["expect"]}


def test_explain_adds_what_was_refused(balinea_slots):
    path = CASES / "08-clean-up-after-closing.json"
    done = balinea_slots("--explain", path)
    answer = json.loads(done.stdout)
    assert list(answer) == ["slots", "refused"]
    assert answer["slots"] == json.loads(path.read_text())["expect"]
    assert answer["refused"][0] == {
        "start": "2026-11-24T11:15:00+01:00",
        "staff": "lea",
        "rule": "hours",
        "detail": "a phase leaves the working hours",
    }


def wrong_hours():
    document = json.loads((CASES / "01-plain-day.json").read_text())
    document["venue_file"]["venue"]["opening"]["tue"] = ["22:00-02:00"]
    return document


def odd_key():
    document = json.loads((CASES / "01-plain-day.json").read_text())
    document["venue_file"]["venue"]["two\nlines \x1b"] = 1
    return document


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (
            wrong_hours(),
            "/venue_file/venue/opening/tue/0: expected an interval of one day such as 09:00-19:00",
        ),
        (odd_key(), r"/venue_file/venue/two\nlines \x1b: expected no such key"),
        (b'{"query": 1, "query": 2}', "/query: expected a key that comes only once"),
        (b"{", "the document: expected JSON"),
        (b"\xff", "expected text in UTF-8"),
    ],
    ids=["hours", "key", "twice", "json", "bytes"],
)
def test_wrong_input_is_told_in_one_line(balinea_slots, broken, content, place):
    path = broken(content)
    done = balinea_slots(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"{path}: {place}" in done.stderr


def test_a_file_that_is_not_there_is_told_in_one_line(balinea_slots, tmp_path):
    done = balinea_slots(tmp_path / "none.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "none.json: expected a readable file" in done.stderr
