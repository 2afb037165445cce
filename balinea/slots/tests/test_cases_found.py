"""Cases of our own, a few for each rule, worked out by hand; the oracle must agree with them and with the given cases."""

import json
from pathlib import Path

import pytest

from balinea.slots import case
from balinea.slots.tests import oracle

HERE = Path(__file__).parent
FOUND = sorted((HERE / "cases_found").glob("*.json"))
GIVEN = sorted((HERE / "cases").glob("*.json"))


def read(path):
    document = json.loads(path.read_text())
    return document, document["expect"]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_the_engine_gives_the_slots_expected(path):
    document, expected = read(path)
    assert case.answer(document)["slots"] == expected


@pytest.mark.parametrize("path", [*GIVEN, *FOUND], ids=lambda path: path.stem)
def test_the_oracle_gives_the_slots_expected(path):
    document, expected = read(path)
    assert oracle.slots(document) == expected


@pytest.mark.parametrize("path", [*GIVEN, *FOUND], ids=lambda path: path.stem)
def test_each_refused_start_has_the_first_rule_that_refuses_it(path):
    document, expected = read(path)
    told = [
        (refusal["start"], refusal["staff"], refusal["rule"])
        for refusal in case.explained(document)["refused"]
    ]
    if len(document["query"]["items"]) == 1:
        assert told == [
            (refusal["start"], refusal["staff"], refusal["rule"]) for refusal in oracle.refused(document)
        ]
    else:
        assert sorted({start for start, _, _ in told} | {slot["start"] for slot in expected}) == sorted(
            oracle.tried(document)
        )
