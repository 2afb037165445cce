"""The conformance cases: files with a venue, a query and the slots expected."""

import json
from pathlib import Path

import pytest

from balinea.slots import case

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))


def test_all_42_cases_are_here():
    assert len(CASES) == 42


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_the_slots_expected(path):
    document = json.loads(path.read_text())
    assert case.answer(document) == {"slots": document["expect"]}
