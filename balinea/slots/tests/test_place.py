"""How visits are seated: people, waits, units by best fit, and what exactly is claimed."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest

from balinea.slots import offers, place, venue_file
from balinea.slots.tests.salon import block, booking, person, salon, service
from balinea.slots.values import Item, Query

DAY = date(2026, 11, 24)


def at(text):
    """An instant of the day by the clock in Paris."""
    return datetime.fromisoformat(f"2026-11-24T{text}:00+01:00").astimezone(UTC)


def clock(instant):
    return (instant + timedelta(hours=1)).strftime("%H:%M")


def seatings(file, start, *items, **options):
    """Each way to seat the visit: for each service, its start, person and unit."""
    return [
        [(clock(placed.start), placed.staff, placed.unit) for placed in placement.services]
        for placement in placements(file, start, *items, **options)
    ]


def placements(file, start, *items, **options):
    parsed = venue_file.parse(file)
    wanted = tuple(
        Item(service=item) if isinstance(item, str) else Item(service=item[0], staff=item[1])
        for item in items
    )
    board = venue_file.board(parsed, DAY, 1)
    return list(place.placements(board, venue_file.menu(parsed), wanted, at(start), **options))


def claims(placement):
    return [
        (claim.resource, clock(claim.start), clock(claim.end))
        for placed in placement.services
        for claim in placed.claims
    ]


def test_short_waits_come_first_then_the_order_of_the_team():
    file = salon(
        service("care", 30, by=("bea", "ana")), service("mask", 30, by=("bea", "ana")), venue={"max_wait": 5}
    )
    file["blocks"] = [block("bea", "09:30", "10:00")]
    assert seatings(file, "09:00", "care", "mask") == [
        [("09:00", "ana", None), ("09:30", "ana", None)],
        [("09:00", "ana", None), ("09:35", "ana", None)],
        [("09:00", "bea", None), ("09:30", "ana", None)],
        [("09:00", "bea", None), ("09:35", "ana", None)],
    ]


def test_each_phase_is_claimed_alone_and_a_buffer_with_the_phase_beside_it():
    file = salon(service("colour", 30, -30, 15, buffer_before=5, buffer_after=10, room_kind="cabin"))
    (placement,) = placements(file, "09:00", "colour")
    (placed,) = placement.services
    assert (clock(placed.start), clock(placed.end), placed.unit) == ("09:00", "10:15", "cabin")
    assert claims(placement) == [
        ("ana", "08:55", "09:30"),
        ("ana", "10:00", "10:25"),
        ("cabin", "08:55", "10:25"),
    ]


def test_a_buffer_beside_a_phase_without_the_person_is_a_claim_of_its_own():
    file = salon(service("pose", -15, 30, -15, buffer_before=5, buffer_after=10))
    (placement,) = placements(file, "10:00", "pose")
    assert claims(placement) == [
        ("ana", "09:55", "10:00"),
        ("ana", "10:15", "10:45"),
        ("ana", "11:00", "11:10"),
    ]


def test_services_that_join_claim_one_room_once_and_keep_the_outer_buffers():
    file = salon(
        service("care", 30, buffer_before=5, buffer_after=10, room_kind="cabin"),
        service("mask", 30, buffer_before=15, buffer_after=20, room_kind="cabin"),
    )
    (placement,) = placements(file, "09:30", "care", "mask")
    assert [placed.unit for placed in placement.services] == ["cabin", "cabin"]
    assert claims(placement) == [
        ("ana", "09:25", "10:00"),
        ("cabin", "09:25", "10:50"),
        ("ana", "10:00", "10:50"),
    ]


def test_another_person_keeps_the_buffers_in_the_room_that_goes_on():
    file = salon(
        service("care", 30, buffer_after=10, room_kind="cabin"),
        service("mask", 30, by=("bea",), buffer_before=15, room_kind="cabin"),
    )
    (placement,) = placements(file, "09:30", "care", "mask")
    assert claims(placement) == [
        ("ana", "09:30", "10:10"),
        ("cabin", "09:30", "10:30"),
        ("bea", "09:45", "10:30"),
    ]


@pytest.mark.parametrize(
    ("blocks", "unit"),
    [
        ([], "cabin-1"),
        ([block("cabin-2", "11:00", "12:00")], "cabin-2"),
        ([block("cabin-2", "09:00", "09:30")], "cabin-2"),
        ([block("cabin-1", "11:00", "12:00"), block("cabin-2", "10:45", "11:00")], "cabin-2"),
        ([block("cabin-1", "11:00", "11:30"), block("cabin-2", "11:00", "12:00")], "cabin-1"),
        # What lies before opening or after closing bounds no gap.
        ([block("cabin-2", "08:00", "08:55"), block("cabin-3", "12:05", "13:00")], "cabin-1"),
        ([block("cabin-1", "10:00", "10:05")], "cabin-2"),
    ],
)
def test_the_best_fit_is_the_shortest_gap_then_file_order(blocks, unit):
    file = salon(service("care", 30, room_kind="cabin"), blocks=blocks)
    file["rooms"] = [{"key": f"cabin-{number}", "kind": "cabin"} for number in (1, 2, 3)]
    assert seatings(file, "10:00", "care") == [[("10:00", "ana", unit)]]


def test_the_gap_of_a_service_outside_the_opening_ends_with_the_day():
    file = salon(service("care", 30, room_kind="cabin"))
    file["rooms"] = [{"key": "a", "kind": "cabin"}, {"key": "b", "kind": "cabin"}]
    file["blocks"] = [block("a", "10:00", "11:00"), block("b", "09:00", "10:00")]
    assert seatings(file, "14:00", "care") == []
    # Free around 14:00: 11:00 to 24:00 in a, 10:00 to 24:00 in b.
    assert seatings(file, "14:00", "care", within_hours=False) == [[("14:00", "ana", "a")]]


def test_outside_hours_claims_still_count():
    file = salon(service("care", 30, buffer_after=10), staff=[person("ana", "09:00-10:00")])
    file["staff"][0]["absences"] = [{"from": "2026-11-24T09:00", "to": "2026-11-24T12:00"}]
    file["blocks"] = [block("ana", "15:35", "16:00")]
    assert seatings(file, "09:00", "care") == []
    assert seatings(file, "09:00", "care", within_hours=False) == [[("09:00", "ana", None)]]
    assert seatings(file, "15:00", "care", within_hours=False) == []
    assert seatings(file, "14:55", "care", within_hours=False) == [[("14:55", "ana", None)]]


def test_a_stay_leaves_a_unit_that_a_later_stay_needs():
    """The best fit of the first stay is not taken if the second one could not be seated then."""
    file = salon(
        service("care", 30, buffer_after=30, room_kind="cabin"),
        service("bath", -10),
        service("mask", 30, room_kind="cabin"),
        staff=[person("ana"), person("bea")],
    )
    file["rooms"] = [{"key": "a", "kind": "cabin"}, {"key": "b", "kind": "cabin"}]
    file["services"][2]["performed_by"] = {"bea": {}}
    file["blocks"] = [block("b", "10:10", "12:00")]
    # Care fits b best (09:00 to 10:10), and mask at 09:40 needs a.
    assert seatings(file, "09:00", "care", "bath", "mask") == [
        [("09:00", "ana", "b"), ("09:30", None, None), ("09:40", "bea", "a")]
    ]
    file["blocks"] = [block("a", "10:05", "12:00"), block("b", "09:00", "09:20")]
    # Only a is free for care, and then only b for mask.
    assert seatings(file, "09:00", "care", "bath", "mask") == [
        [("09:00", "ana", "a"), ("09:30", None, None), ("09:40", "bea", "b")]
    ]


def test_lead_grid_and_horizon_are_not_asked():
    file = salon(service("care", 30), venue={"lead_minutes": 600, "horizon_days": 0})
    assert seatings(file, "09:05", "care") == [[("09:05", "ana", None)]]


def test_nothing_starts_between_two_steps_or_outside_the_board():
    file = salon(service("care", 30))
    parsed = venue_file.parse(file)
    board, menu = venue_file.board(parsed, DAY, 1), venue_file.menu(parsed)
    items = (Item(service="care"),)
    for start in (
        at("09:00") + timedelta(minutes=1),
        at("09:00") + timedelta(days=9),
        at("09:00") - timedelta(days=9),
    ):
        assert list(place.placements(board, menu, items, start)) == []


def test_a_visit_is_offered_exactly_where_it_can_be_seated_and_claims_what_is_free():
    """Over a day with many claims, for two services with rooms, waits and buffers."""
    file = salon(
        service("care", 20, -10, 15, by=("ana", "bea"), buffer_after=10, room_kind="cabin"),
        service("mask", 15, by=("ana", "bea"), buffer_before=5, room_kind="cabin"),
        opening=("09:00-19:00",),
        venue={"grid_minutes": 5, "max_wait": 20},
        rooms=[{"key": "cabin", "kind": "cabin", "units": 2}],
    )
    file["blocks"] = [block("ana", f"{hour:02}:10", f"{hour:02}:40") for hour in range(9, 19, 2)]
    file["blocks"] += [block("bea", f"{hour:02}:50", f"{hour + 1:02}:20") for hour in range(9, 18, 3)]
    file["blocks"] += [block("cabin#1", f"{hour:02}:00", f"{hour:02}:50") for hour in range(9, 19, 3)]
    file["bookings"] = [booking("mask", "bea", "14:00"), booking("care", "ana", "15:45", room="cabin#2")]
    parsed = venue_file.parse(file)
    board, menu = venue_file.board(parsed, DAY, 1), venue_file.menu(parsed)
    items = (Item(service="care"), Item(service="mask"))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    offered = {slot.start for slot in offers.find(board, menu, Query(items=items, first=DAY, now=now))}
    candidates = [at("09:00") + timedelta(minutes=5) * step for step in range(120)]
    seated = {start: list(place.placements(board, menu, items, start)) for start in candidates}
    assert {start for start, ways in seated.items() if ways} == offered
    assert 0 < len(offered) < len(candidates)
    for placement in (way for ways in seated.values() for way in ways):
        spans = [claim for placed in placement.services for claim in placed.claims]
        for claim in spans:
            taken = board.taken[claim.resource]
            assert not any(taken >> bit & 1 for bit in range(board.bit(claim.start), board.bit(claim.end)))
        for one, other in combinations(spans, 2):
            assert one.resource != other.resource or one.end <= other.start or other.end <= one.start
