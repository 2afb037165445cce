"""Laws that the engine keeps whatever the venue, found without the oracle."""

from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from balinea.slots.case import answer
from balinea.slots.tests.examples import examples
from balinea.slots.tests.strategies import SCENES, cases, cases_and_blocks, visits

pytestmark = pytest.mark.laws
EVERYWHERE = [scene for scenes in SCENES.values() for scene in scenes]
ANY = st.one_of(cases(EVERYWHERE), cases(EVERYWHERE), visits(EVERYWHERE))
Case = dict[str, Any]


def starts(case: Case) -> set[tuple[str, str | None]]:
    """Give each start with each person offered; a visit names nobody."""
    return {
        (slot["start"], option["staff"])
        for slot in answer(case)["slots"]
        for option in slot.get("options", [{"staff": None}])
    }


def with_venue(case: Case, **changes: Any) -> Case:
    file = case["venue_file"]
    return {**case, "venue_file": {**file, "venue": {**file["venue"], **changes}}}


def with_query(case: Case, **changes: Any) -> Case:
    return {**case, "query": {**case["query"], **changes}}


def with_claims(case: Case, key: str, *more: dict[str, Any]) -> Case:
    file = case["venue_file"]
    return {**case, "venue_file": {**file, key: [*file[key], *more]}}


def later(case: Any, days: int) -> Any:
    """Move every date in a case by some days."""
    if isinstance(case, dict):
        return {key: later(value, days) for key, value in case.items()}
    if isinstance(case, list):
        return [later(value, days) for value in case]
    if not isinstance(case, str) or not case.startswith("202"):
        return case
    if "T" in case:
        return (datetime.fromisoformat(case) + timedelta(days=days)).isoformat()[: len(case)]
    return (date.fromisoformat(case) + timedelta(days=days)).isoformat()


@examples(100)
@given(st.one_of(cases(SCENES["plain"]), visits(SCENES["plain"])), st.integers(-2, 10))
def test_weeks_later_the_answer_is_weeks_later(case: Case, weeks: int):
    case = with_venue(case, public_holidays="open")
    moved = later(case, 7 * weeks)
    assert answer(moved)["slots"] == later(answer(case)["slots"], 7 * weeks)


@examples(150)
@given(cases_and_blocks(EVERYWHERE))
def test_a_further_claim_never_adds_a_start(drawn: tuple[Case, Case]):
    case, block = drawn
    case = with_venue(case, flush_to_previous=False, slot_policy="all")
    case["venue_file"]["bookings"] = []  # another block could send a booking to another room
    assert starts(with_claims(case, "blocks", block)) <= starts(case)


@examples(150)
@given(cases(EVERYWHERE), st.randoms(use_true_random=False))
def test_an_offered_start_can_be_booked_once(case: Case, chance: Any):
    slots = [slot for slot in answer(case)["slots"] if happens_first(case, slot["start"])]
    assume(slots)
    slot = chance.choice(slots)
    staff = chance.choice(slot["options"])["staff"]
    booking = {"service": case["query"]["items"][0]["service"], "staff": staff, "start": slot["start"][:16]}
    booked = with_claims(case, "bookings", booking)
    after = starts(booked)
    if staff is not None:
        assert (slot["start"], staff) not in after
    if not case["venue_file"]["venue"].get("flush_to_previous") and not has_gap_policy(case):
        assert after <= starts(case)


def happens_first(case: Case, start: str) -> bool:
    """Say whether the wall time of a start, without its offset, means this start."""
    zone = ZoneInfo(case["venue_file"]["venue"]["timezone"])
    return datetime.fromisoformat(start[:16]).replace(tzinfo=zone) == datetime.fromisoformat(start)


def has_gap_policy(case: Case) -> bool:
    return case["venue_file"]["venue"].get("slot_policy") == "no_gaps"


@examples(100)
@given(ANY, st.sampled_from([5, 60, 600]))
def test_a_longer_lead_time_never_adds_a_start(case: Case, longer: int):
    case = with_venue(case, slot_policy="all")
    lead = case["venue_file"]["venue"].get("lead_minutes", 0)
    assert starts(with_venue(case, lead_minutes=lead + longer)) <= starts(case)


@examples(100)
@given(visits(EVERYWHERE))
def test_any_order_offers_all_that_the_given_order_does(case: Case):
    assert starts(with_query(case, any_order=False)) <= starts(with_query(case, any_order=True))


@examples(100)
@given(visits(EVERYWHERE), st.sampled_from([5, 15, 30]))
def test_a_longer_wait_never_takes_a_start_away(case: Case, longer: int):
    wait = case["venue_file"]["venue"].get("max_wait", 0)
    assert starts(case) <= starts(with_venue(case, max_wait=wait + longer))


@examples(150)
@given(ANY)
def test_days_answer_each_for_itself(case: Case):
    first = date.fromisoformat(case["query"]["from"])
    each = [
        answer(with_query(case, **{"from": (first + timedelta(days=number)).isoformat(), "days": 1}))["slots"]
        for number in range(3)
    ]
    assert answer(with_query(case, days=3))["slots"] == [slot for slots in each for slot in slots]


@examples(100)
@given(cases(EVERYWHERE))
def test_anyone_is_each_person_in_the_order_of_the_team(case: Case):
    (item,) = case["query"]["items"]
    team = [person["key"] for person in case["venue_file"]["staff"]]
    anyone = answer(with_query(case, items=[{**item, "staff": None}]))["slots"]
    for slot in anyone:
        staff = [option["staff"] for option in slot["options"]]
        assert staff in ([None], [key for key in team if key in staff])
    for key in team:
        named = answer(with_query(case, items=[{**item, "staff": key}]))["slots"]
        own = [
            (slot["start"], option) for slot in anyone for option in slot["options"] if option["staff"] == key
        ]
        assert [(slot["start"], *slot["options"]) for slot in named] == own


@examples(100)
@given(ANY)
def test_what_is_left_out_is_the_default(case: Case):
    spelled = deepcopy(case)
    spelled["query"] = {"days": 1, "any_order": False, **spelled["query"]}
    spelled["venue_file"]["venue"] = {
        "flush_to_previous": False,
        "slot_policy": "all",
        "max_wait": 0,
        "lead_minutes": 0,
        "horizon_days": 60,
        **spelled["venue_file"]["venue"],
    }
    for service in spelled["venue_file"]["services"]:
        service.setdefault("buffer_before", 0)
        service.setdefault("buffer_after", 0)
        for phase in service["phases"]:
            phase.setdefault("staff", True)
    for room in spelled["venue_file"]["rooms"]:
        room.setdefault("units", 1)
    assert answer(spelled) == answer(case)
