"""Why is there no slot: each rule names itself, in its order, once for each start of the grid."""

import json
from pathlib import Path

import pytest

from balinea.slots import case
from balinea.slots.tests.salon import block, person, refused, salon, service, starts

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))


def rules(entries):
    return {start: rule for start, _, rule, _ in entries}


def test_each_rule_refuses_in_its_turn():
    absent = {"absences": [{"from": "2026-11-24T12:30", "to": "2026-11-24T13:00"}]}
    file = salon(
        service("care", 60, buffer_after=10, room_kind="cabin"),
        service("brows", 30),
        opening=("09:00-19:00",),
        staff=[person("ana", "09:00-13:30", "14:00-18:30", **absent)],
        venue={"lead_minutes": 30, "slot_policy": "no_gaps"},
        blocks=[
            block("ana", "14:30", "15:00"),
            block("ana", "16:05", "16:20"),
            block("cabin", "10:35", "11:20"),
        ],
    )
    entries = refused(file, "care", now="2026-11-24T08:30:00Z")
    assert [(start, rule) for start, _, rule, _ in entries] == [
        ("09:00", "lead"),
        ("09:30", "lead"),
        ("10:00", "room"),
        ("10:30", "room"),
        ("11:00", "room"),
        ("12:00", "absence"),
        ("12:30", "absence"),
        ("13:00", "hours"),
        ("14:00", "claim"),
        ("14:30", "claim"),
        ("15:00", "claim"),
        ("15:30", "claim"),
        ("16:00", "claim"),
        ("16:30", "gap"),
        ("17:00", "gap"),
        ("18:00", "hours"),
    ]
    details = {start: detail for start, _, _, detail in entries}
    assert details["15:00"] == "a buffer meets another claim"
    assert details["14:00"] == "a phase meets another claim"
    assert details["10:00"] == "no unit is free for the service"
    assert starts(file, "care", now="2026-11-24T08:30:00Z") == ["11:30", "17:30"]


def test_a_buffer_in_the_room_is_said_to_be_one():
    file = salon(
        service("bath", -60, buffer_after=30, room_kind="cabin"), blocks=[block("cabin", "10:20", "12:00")]
    )
    assert refused(file, "bath")[0] == ("09:00", None, "room", "no unit is free for a buffer")


def test_closing_comes_before_working_hours():
    file = salon(service("colour", 30, -60, 30), opening=("09:00-11:00", "11:30-13:00"))
    assert rules(refused(file, "colour")) == {
        "09:30": "opening",
        "10:00": "opening",
        "10:30": "opening",
        "11:30": "opening",
        "12:00": "opening",
        "12:30": "opening",
    }


def test_the_horizon_is_named_with_its_last_date():
    file = salon(service("care", 180), venue={"horizon_days": 1})
    assert refused(file, "care", **{"from": "2026-11-25"}) == [
        ("09:00", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
        ("09:30", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
        ("10:00", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
        ("10:30", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
        ("11:00", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
        ("11:30", "ana", "horizon", "later than 2026-11-24, the last bookable date"),
    ]


def test_a_gap_is_named_with_the_person_who_would_have_it():
    file = salon(service("care", 60), service("brows", 45), venue={"slot_policy": "no_gaps"})
    assert rules(refused(file, "care")) == {"09:30": "gap", "10:30": "gap", "11:30": "opening"}


def test_people_are_asked_one_by_one_in_the_order_of_the_team():
    file = salon(service("care", 90, by=("bea", "ana")), blocks=[block("bea", "09:00", "12:00")])
    entries = refused(file, "care")
    assert [(start, staff, rule) for start, staff, rule, _ in entries][:2] == [
        ("09:00", "bea", "claim"),
        ("09:30", "bea", "claim"),
    ]
    assert [(start, staff, rule) for start, staff, rule, _ in entries][-2:] == [
        ("11:30", "ana", "opening"),
        ("11:30", "bea", "opening"),
    ]


def test_a_service_that_needs_nobody_names_nobody():
    file = salon(service("bath", -60, room_kind="cabin"), blocks=[block("cabin", "09:00", "11:00")])
    assert refused(file, "bath")[0] == ("09:00", None, "room", "no unit is free for the service")


def test_a_visit_is_refused_by_the_rule_that_leaves_no_choice():
    file = salon(
        service("care", 60, by=("ana", "bea")), service("mask", 60), blocks=[block("ana", "10:00", "10:30")]
    )
    assert refused(file, "mask", "care") == [
        ("09:30", ["ana", "bea"], "claim", "a phase meets another claim"),
        ("10:00", ["ana", "bea"], "claim", "a phase meets another claim"),
        ("10:30", ["ana", "bea"], "opening", "the service leaves the opening hours"),
        ("11:00", ["ana", "bea"], "opening", "the service leaves the opening hours"),
        ("11:30", ["ana", "bea"], "opening", "the service leaves the opening hours"),
    ]


def test_buffers_of_a_visit_that_meet_each_other_are_a_claim():
    file = salon(service("care", 30, buffer_after=20), service("bath", -15), service("mask", 30))
    assert refused(file, "care", "bath", "mask")[0] == (
        "09:00",
        ["ana"],
        "claim",
        "a buffer meets another claim",
    )


def test_somebody_who_does_not_perform_the_service_has_no_grid():
    assert refused(salon(service("care", 60)), ("care", "bea")) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_start_of_the_grid_is_either_offered_or_refused(path):
    """A start and person is never both; what is refused lies on the dates asked for."""
    document = json.loads(path.read_text())
    slots, refusals = case.answer(document)["slots"], case.explained(document)["refused"]
    if len(document["query"]["items"]) == 1:
        offered = {(slot["start"], option["staff"]) for slot in slots for option in slot["options"]}
        turned_away = [(entry["start"], entry["staff"]) for entry in refusals]
    else:
        offered = {slot["start"] for slot in slots}
        turned_away = [entry["start"] for entry in refusals]
    assert len(turned_away) == len(set(turned_away))
    assert offered.isdisjoint(turned_away)
    order = [entry["start"] for entry in refusals]
    assert order == sorted(order, key=lambda start: start[:10])
