"""No stranded gaps (rule 11) where the cases do not look: buffers over breaks, passive edges, rooms, lead time."""

from balinea.slots.tests.salon import block, person, salon, service, starts

NO_GAPS = {"slot_policy": "no_gaps", "grid_minutes": 5}


def shop(*services, hours=("09:00-12:00",), **parts):
    settings = {**NO_GAPS, **parts.pop("venue", {})}
    return salon(*services, opening=("08:00-13:00",), staff=[person("ana", *hours)], venue=settings, **parts)


def test_a_rest_of_the_shortest_service_or_more_is_no_gap():
    file = shop(service("care", 60), service("brows", 30), hours=("09:00-11:00",))
    assert starts(file, "care") == ["09:00", "09:30", "10:00"]


def test_only_services_of_that_person_count_with_their_own_minutes():
    file = shop(
        service("care", 60),
        service("brows", 30, by={"ana": {"minutes": [45]}}),
        service("bath", -5),
        service("wash", 5, by=()),
        hours=("09:00-11:00",),
    )
    assert starts(file, "care") == ["09:00", "10:00"]


def test_a_buffer_past_working_hours_leaves_no_rest():
    file = shop(service("care", 30, buffer_before=20, buffer_after=20), hours=("09:00-10:00",))
    assert starts(file, "care") == ["09:10", "09:15", "09:20"]


def test_a_buffer_that_passes_an_absence_or_a_break_leaves_no_rest_beyond():
    """Ten minutes are left between the buffer and the next claim, but the run around the claim ended before."""
    file = shop(service("care", 60, buffer_after=15), service("brows", 30), venue={"grid_minutes": 10})
    file["blocks"] = [block("ana", "10:25", "11:00")]
    file["staff"][0]["absences"] = [{"from": "2026-11-24T10:00", "to": "2026-11-24T10:10"}]
    assert starts(file, "care") == ["09:00", "11:00"]
    file["staff"] = [person("ana", "09:00-10:00", "10:10-12:10")]
    file["blocks"].append(block("ana", "11:00", "11:10"))
    assert starts(file, "care") == ["09:00", "11:10"]
    file["staff"] = [person("ana", "09:00-12:10")]
    assert starts(file, "care") == ["11:10"]


def test_a_claim_in_the_phase_without_the_person_is_inside_and_the_next_one_bounds_the_run():
    file = shop(service("colour", 30, -30, buffer_after=10), service("brows", 15), hours=("09:00-12:00",))
    file["blocks"] = [block("ana", "09:40", "09:50"), block("ana", "10:20", "12:00")]
    # From 9:00 the buffer ends at 10:10, ten minutes before the next claim: too short a rest, as from any other start.
    assert starts(file, "colour") == ["09:00", "09:05", "09:10"]
    file["blocks"][1]["from"] = "2026-11-24T10:30"
    assert starts(file, "colour") == ["09:00"]


def test_the_rule_looks_at_the_starts_that_are_left_on_that_date():
    file = shop(service("care", 60), service("brows", 30), hours=("09:00-10:30",), venue={"grid_minutes": 10})
    assert starts(file, "care") == ["09:00", "09:30"]
    assert starts(file, "care", now="2026-11-24T08:05:00Z") == ["09:30"]
    file["blocks"] = [block("ana", "10:20", "10:30")]
    # 9:10 and 9:20 are left, and would both be hidden.
    assert starts(file, "care", now="2026-11-24T08:05:00Z") == ["09:10", "09:20"]


def test_each_date_is_looked_at_alone():
    file = shop(service("care", 60), service("brows", 30), hours=("09:00-11:00",), venue={"grid_minutes": 10})
    file["blocks"] = [block("ana", "10:20", "11:00")]
    tomorrow = [f"2026-11-25T{start}" for start in ("09:00", "09:30", "10:00")]
    assert starts(file, "care", days=2) == ["09:00", "09:10", "09:20", *tomorrow]


def test_each_person_is_looked_at_alone_and_a_visit_not_at_all():
    file = shop(service("care", 60, by=("ana", "bea")), service("brows", 30), venue={"grid_minutes": 10})
    file["staff"] = [person("ana", "09:00-10:30"), person("bea", "09:00-10:30")]
    assert starts(file, ("care", "ana")) == ["09:00", "09:30"]
    assert starts(file, ("care", "bea")) == ["09:00", "09:10", "09:20", "09:30"]
    assert starts(file, "brows", "brows") == ["09:00", "09:10", "09:20", "09:30"]


def test_a_start_hidden_by_the_room_does_not_count_as_left():
    file = shop(service("care", 60, room_kind="cabin"), service("brows", 30), hours=("09:00-10:20",))
    file["venue"]["grid_minutes"] = 10
    file["blocks"] = [block("cabin", "08:00", "09:10"), block("cabin", "10:10", "11:00")]
    assert starts(file, "care") == ["09:10"]
