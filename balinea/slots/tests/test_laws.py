"""The engine against the oracle, over random venues."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given

from balinea.slots import case as engine
from balinea.slots.tests import oracle
from balinea.slots.tests.examples import examples
from balinea.slots.tests.strategies import SCENES, baths, cases, visits, with_collisions
from balinea.slots.venue_file import VenueFileError

pytestmark = pytest.mark.laws
EVERYWHERE = [scene for scenes in SCENES.values() for scene in scenes]


@pytest.mark.parametrize("where", SCENES)
def test_a_single_service_starts_where_the_rules_say(where: str):
    seen: Counter[str] = Counter()

    @examples(500)
    @given(cases(SCENES[where]))
    def agree(case: dict[str, Any]) -> None:
        expected = oracle.slots(case)
        assert engine.answer(case)["slots"] == expected
        seen["starts" if expected else "no start"] += 1

    agree()
    assert seen["starts"] > seen["no start"] > 0


@pytest.mark.parametrize("where", SCENES)
def test_a_visit_starts_where_the_rules_say(where: str):
    seen: Counter[str] = Counter()

    @examples(60)
    @given(visits(SCENES[where]))
    def agree(case: dict[str, Any]) -> None:
        expected = oracle.slots(case)
        assert engine.answer(case)["slots"] == expected
        seen["starts" if expected else "no start"] += 1

    agree()
    assert seen["starts"] > 0
    assert seen["no start"] > 0


@examples(400)
@given(baths(EVERYWHERE))
def test_crowded_rooms_are_taken_by_best_fit(case: dict[str, Any]):
    assert engine.answer(case)["slots"] == oracle.slots(case)


@examples(300)
@given(with_collisions(EVERYWHERE))
def test_exactly_the_files_whose_bookings_collide_are_refused(case: dict[str, Any]):
    try:
        expected = oracle.slots(case)
    except oracle.Collision:
        with pytest.raises(VenueFileError):
            engine.answer(case)
    else:
        assert engine.answer(case)["slots"] == expected


@examples(300)
@given(cases(EVERYWHERE))
def test_the_first_rule_that_refuses_a_start_is_named(case: dict[str, Any]):
    told = [
        {"start": refusal["start"], "staff": refusal["staff"], "rule": refusal["rule"]}
        for refusal in engine.explained(case)["refused"]
    ]
    assert told == oracle.refused(case)


@examples(60)
@given(visits(EVERYWHERE))
def test_each_start_of_a_visit_is_either_offered_or_explained(case: dict[str, Any]):
    offered = [slot["start"] for slot in engine.answer(case)["slots"]]
    explained = [refusal["start"] for refusal in engine.explained(case)["refused"]]
    assert sorted(offered + explained) == sorted(oracle.tried(case))
