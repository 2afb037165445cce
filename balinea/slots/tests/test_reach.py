"""The random cases reach the rules: taking a feature out of a case changes some answers."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from balinea.slots.tests import oracle
from balinea.slots.tests.strategies import SCENES, baths, cases, features, visits

pytestmark = pytest.mark.laws
EVERYWHERE = [scene for scenes in SCENES.values() for scene in scenes]
Case = dict[str, Any]


class Reached(Exception):  # noqa: N818 (no error: it ends the search for examples)
    pass


def answer(case: Case) -> list[dict[str, Any]] | str:
    try:
        return oracle.slots(case)
    except oracle.Collision:
        return "collision"


@pytest.mark.parametrize(
    ("strategy", "removals"),
    [
        (cases(EVERYWHERE), features.SINGLE),
        (visits(EVERYWHERE), features.VISITS),
        (baths(EVERYWHERE), features.BATHS),
    ],
    ids=["single services", "visits", "crowded rooms"],
)
def test_every_feature_decides_some_answers(
    strategy: st.SearchStrategy[Case], removals: dict[str, Callable[[Case], Case]]
):
    undecided = set(removals)

    @settings(max_examples=1500, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(strategy)
    def look(case: Case) -> None:
        changed = {feature: removals[feature](case) for feature in undecided}
        told = {feature: one for feature, one in changed.items() if one != case}
        if told:
            expected = answer(case)
            undecided.difference_update(feature for feature, one in told.items() if answer(one) != expected)

        if not undecided:
            raise Reached

    with suppress(Reached):
        look()
    assert undecided == set()
