"""What is offered in situations that the cases do not show."""

import pytest

from balinea.slots import case
from balinea.slots.tests.salon import block, booking, person, question, salon, service, starts, who

LATE = {"opening": ("00:00-01:00", "23:00-24:00")}


def test_a_service_never_passes_midnight_however_the_hours_touch():
    file = salon(service("care", 60), **LATE)
    assert starts(file, "care") == ["00:00", "23:00"]


def test_a_visit_may_go_on_after_midnight():
    file = salon(service("care", 60), service("bath", -60), **LATE)
    assert starts(file, "care", "bath") == ["23:00"]
    assert starts(file, "care", "bath", days=2) == ["23:00", "2026-11-25T23:00"]


def test_a_visit_over_midnight_keeps_the_person_and_drops_the_buffers():
    file = salon(service("care", 60, buffer_after=10), service("mask", 60, buffer_before=10), **LATE)
    assert starts(file, "care", "mask") == ["23:00"]
    file["venue"]["max_wait"] = 30
    file["blocks"] = [block("ana", "00:00", "00:05", day="2026-11-25")]
    assert starts(file, "care", "mask") == []


def test_a_buffer_over_midnight_meets_the_claims_of_the_next_day():
    file = salon(service("care", 60, buffer_after=20), **LATE)
    file["blocks"] = [block("ana", "00:15", "00:30", day="2026-11-25")]
    assert starts(file, "care") == ["00:00"]
    file["blocks"] = [block("ana", "00:20", "00:30", day="2026-11-25")]
    assert starts(file, "care") == ["00:00", "23:00"]


def test_a_buffer_over_midnight_meets_the_claims_of_the_day_before():
    file = salon(service("care", 60, buffer_before=20), **LATE)
    file["blocks"] = [block("ana", "23:00", "23:45", day="2026-11-23")]
    assert starts(file, "care") == ["23:00"]


def test_a_named_person_who_does_not_perform_the_service_gives_no_slots():
    file = salon(service("care", 60), service("bath", -60))
    assert starts(file, ("care", "bea")) == []
    assert starts(file, ("bath", "ana")) == []
    assert starts(file, ("care", "bea"), "bath") == []


def test_a_service_that_nobody_performs_gives_no_slots():
    file = salon(service("care", 60, by=()))
    assert starts(file, "care") == []
    del file["services"][0]["performed_by"]
    assert starts(file, "care") == []


def test_a_service_without_a_room_of_its_kind_left_gives_no_slots():
    file = salon(service("care", 60, room_kind="cabin"), blocks=[block("cabin", "09:00", "12:00")])
    assert starts(file, "care") == []


def test_a_price_and_a_length_of_their_own():
    file = salon(service("care", 60, -30, by={"bea": {"minutes": [30, 15], "price": "7.5"}, "ana": {}}))
    slots = case.answer(question(file, "care"))["slots"]
    assert slots[0]["options"] == [
        {"staff": "ana", "minutes": 90, "price": "10.00"},
        {"staff": "bea", "minutes": 45, "price": "7.50"},
    ]
    assert slots[-1]["options"] == [{"staff": "bea", "minutes": 45, "price": "7.50"}]


def test_a_currency_without_cents_has_prices_without_cents():
    file = salon(service("care", 60), venue={"currency": "JPY"})
    file["services"][0]["price"] = "3000"
    assert case.answer(question(file, "care"))["slots"][0]["options"][0]["price"] == "3000"


def test_a_first_phase_without_staff_starts_on_the_persons_grid_and_may_run_through_their_claims():
    file = salon(service("pose", -30, 30), blocks=[block("ana", "09:30", "10:00")])
    assert starts(file, "pose") == ["09:30", "10:00", "10:30", "11:00"]


def test_buffers_of_a_service_that_needs_nobody_keep_the_room():
    file = salon(service("bath", -30, buffer_before=10, buffer_after=20, room_kind="cabin"))
    file["blocks"] = [block("cabin", "10:00", "10:25")]
    assert starts(file, "bath") == ["09:00", "11:00", "11:30"]


def test_flush_starts_follow_every_end_of_the_person_and_of_no_other():
    flush = {"venue": {"flush_to_previous": True, "grid_minutes": 60}}
    file = salon(
        service("cut", 20),
        service("colour", 20, -35, 10, buffer_after=5),
        service("wash", 20, by=("bea",)),
        **flush,
    )
    file["bookings"] = [booking("colour", "ana", "09:00"), booking("wash", "bea", "10:20")]
    assert starts(file, "cut") == ["09:20", "10:10", "11:00"]


def test_a_flush_start_outside_working_hours_is_none():
    flush = {"venue": {"flush_to_previous": True, "grid_minutes": 60}}
    file = salon(service("pose", -10, 20), **flush, staff=[person("ana", "10:00-12:00")])
    file["blocks"] = [block("ana", "09:00", "09:55")]
    assert starts(file, "pose") == ["10:00", "11:00"]


def test_the_second_time_of_the_clock_is_a_slot_of_its_own():
    night = ("02:00-03:00",)
    file = salon(service("care", 60), opening=night, venue={"horizon_days": 3})
    slots = case.answer(question(file, "care", **{"from": "2026-10-25", "now": "2026-10-24T12:00:00Z"}))[
        "slots"
    ]
    assert [slot["start"] for slot in slots] == [
        "2026-10-25T02:00:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:00:00+01:00",
    ]


def test_lead_time_counts_to_the_second():
    file = salon(service("care", 60), venue={"lead_minutes": 60})
    assert starts(file, "care", now="2026-11-24T08:00:00Z")[0] == "10:00"
    assert starts(file, "care", now="2026-11-24T08:00:00.000001Z")[0] == "10:30"


def test_the_horizon_is_counted_on_the_venues_calendar():
    file = salon(service("care", 180), venue={"horizon_days": 0, "timezone": "Pacific/Auckland"})
    asked = {"from": "2026-11-23", "days": 4}
    assert starts(file, "care", now="2026-11-23T10:59:00Z", **asked) == []
    assert starts(file, "care", now="2026-11-23T11:00:00Z", **asked) == ["09:00"]


def test_options_follow_the_team():
    file = salon(service("care", 60, by=("bea", "ana")), blocks=[block("ana", "09:00", "10:00")])
    assert who(file, "care") == {
        "09:00": ["bea"],
        "09:30": ["bea"],
        "10:00": ["ana", "bea"],
        "10:30": ["ana", "bea"],
        "11:00": ["ana", "bea"],
    }


@pytest.mark.parametrize(("wait", "offered"), [(10, ["10:00"]), (15, ["09:00", "10:00"])])
def test_a_wait_must_hold_both_buffers_of_the_person(wait, offered):
    cabin = {"room_kind": "cabin"}
    file = salon(service("care", 60, buffer_after=10, **cabin), service("mask", 60, buffer_before=5, **cabin))
    file["venue"]["max_wait"] = wait
    file["rooms"].append({"key": "cabin-2", "kind": "cabin"})
    # From nine o'clock no cabin serves both, so they cannot join: Ana changes cabins after a wait of 10 + 5 minutes.
    file["blocks"] = [block("cabin", "10:10", "12:00"), block("cabin-2", "09:00", "10:00")]
    assert starts(file, "care", "mask") == offered


def test_a_visit_may_come_back_to_a_person_if_the_buffers_fit_in_between():
    visit = ("care", "bath", "mask")
    file = salon(
        service("care", 30, buffer_after=15), service("bath", -30), service("mask", 30, buffer_before=15)
    )
    assert starts(file, *visit) == ["09:00", "09:30", "10:00", "10:30"]
    file["services"][2]["buffer_before"] = 20
    assert starts(file, *visit) == []
    file["services"][2]["performed_by"] = {"bea": {}}
    assert starts(file, *visit) == ["09:00", "09:30", "10:00", "10:30"]
    file["services"][2]["performed_by"] = {"ana": {}}
    file["venue"]["max_wait"] = 5
    assert starts(file, *visit) == ["09:00", "09:30", "10:00"]


def test_a_visit_may_come_back_to_a_cabin_if_the_buffers_fit_in_between():
    visit = ("care", "bath", "mask")
    cabin = {"room_kind": "cabin"}
    file = salon(
        service("care", 30, buffer_after=20, **cabin),
        service("bath", -30),
        service("mask", 30, by=("bea",), buffer_before=15, **cabin),
    )
    assert starts(file, *visit) == []
    file["rooms"].append({"key": "cabin-2", "kind": "cabin"})
    assert starts(file, *visit) == ["09:00", "09:30", "10:00", "10:30"]


def test_a_visit_of_one_service_twice():
    file = salon(
        service("care", 45, buffer_after=5, by=("ana", "bea")), blocks=[block("bea", "09:00", "12:00")]
    )
    assert starts(file, "care", "care") == ["09:00", "09:30", "10:00", "10:30"]


def test_named_people_are_kept_in_any_order():
    file = salon(service("care", 60, by=("ana", "bea")), service("mask", 60, by=("ana", "bea")))
    file["blocks"] = [block("bea", "09:00", "10:00")]
    assert starts(file, ("care", "bea"), ("mask", "ana")) == ["10:00"]
    assert starts(file, ("care", "bea"), ("mask", "ana"), any_order=True) == ["09:00", "09:30", "10:00"]
