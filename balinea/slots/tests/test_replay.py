"""Bookings of a venue file take what they take, in file order (rule 12)."""

import pytest

from balinea.slots import venue_file
from balinea.slots.document import VenueFileError
from balinea.slots.tests.salon import block, booking, person, salon, service, starts

CABINS = [{"key": "cabin", "kind": "cabin", "units": 2}, {"key": "suite", "kind": "cabin"}]
CABIN = {"room_kind": "cabin"}


def units(file):
    parsed = venue_file.parse(file)
    return [placed.unit for visit in parsed.visits for placed in visit.services]


def refusal(file):
    with pytest.raises(VenueFileError) as error:
        venue_file.parse(file)
    return error.value.pointer


def test_bookings_take_the_best_fit_one_after_the_other():
    file = salon(service("bath", -60, **CABIN), rooms=CABINS, blocks=[block("suite", "11:00", "12:00")])
    file["bookings"] = [booking("bath", None, "09:00") for _ in range(3)]
    assert units(file) == ["suite", "cabin#1", "cabin#2"]
    file["bookings"].append(booking("bath", None, "09:30"))
    assert refusal(file) == "/bookings/3"


def test_a_named_room_is_taken_and_the_next_booking_sees_it():
    file = salon(service("bath", -60, **CABIN), rooms=CABINS)
    file["bookings"] = [booking("bath", None, "09:00", room="cabin#1"), booking("bath", None, "10:00")]
    assert units(file) == ["cabin#1", "cabin#1"]
    file["bookings"].append(booking("bath", None, "09:55", room="cabin#1"))
    assert refusal(file) == "/bookings/2"


def test_blocks_may_overlap_and_come_before_every_booking():
    file = salon(service("care", 30))
    file["blocks"] = [block("ana", "09:00", "10:00"), block("ana", "09:30", "10:30")]
    file["bookings"] = [booking("care", "ana", "10:30")]
    assert starts(file, "care") == ["11:00", "11:30"]
    file["bookings"] = [booking("care", "ana", "10:25")]
    assert refusal(file) == "/bookings/0"


def test_reception_may_overbook_hours_absences_and_closed_days():
    ana = person("ana", absences=[{"from": "2026-11-24T00:00", "to": "2026-11-25T00:00"}])
    file = salon(service("care", 30), staff=[ana])
    file["venue"]["exceptions"] = [{"date": "2026-11-26", "hours": []}]
    file["bookings"] = [
        booking("care", "ana", "10:00"),
        booking("care", "ana", "23:45"),
        booking("care", "ana", "10:00", day="2026-11-26"),
    ]
    assert len(venue_file.parse(file).visits) == 3


def test_only_neighbours_in_the_file_make_a_visit():
    file = salon(service("care", 30, buffer_after=10), service("talk", 10, by=("bea",)))
    together = [booking("care", "ana", "09:00", visit="a"), booking("care", "ana", "09:30", visit="a")]
    file["bookings"] = together
    assert len(venue_file.parse(file).visits) == 1
    file["bookings"] = [together[0], booking("talk", "bea", "11:00"), together[1]]
    assert refusal(file) == "/bookings/2"
    file["bookings"] = [booking("care", "ana", "09:00"), booking("care", "ana", "09:30")]
    assert refusal(file) == "/bookings/1"


def test_a_visit_with_a_wait_keeps_its_buffers():
    file = salon(service("care", 30, buffer_after=10))
    file["bookings"] = [
        booking("care", "ana", "09:00", visit="a"),
        booking("care", "ana", "09:35", visit="a"),
    ]
    assert refusal(file) == "/bookings/1"
    file["bookings"][1] = booking("care", "ana", "09:40", visit="a")
    assert len(venue_file.parse(file).visits) == 1


def test_a_visit_that_spreads_over_weeks_is_none():
    file = salon(service("care", 30))
    file["bookings"] = [
        booking("care", "ana", "09:00", visit="a"),
        booking("care", "ana", "09:00", "2026-12-24", visit="a"),
    ]
    assert refusal(file) == "/bookings/1/start"


def test_the_booking_without_a_free_room_is_named_within_its_visit():
    file = salon(
        service("care", 30), service("bath", -30, **CABIN), blocks=[block("cabin", "09:40", "10:00")]
    )
    file["bookings"] = [booking("care", "ana", "09:00", visit="a"), booking("bath", None, "09:30", visit="a")]
    assert refusal(file) == "/bookings/1"


def test_a_booking_over_a_clock_change_lasts_as_long_as_ever():
    file = salon(service("care", 60), opening=("01:00-05:00",), venue={"horizon_days": 200})
    file["bookings"] = [booking("care", "ana", "01:30", day="2027-03-28")]
    asked = {"from": "2027-03-28", "now": "2027-03-27T08:00:00Z"}
    assert starts(file, "care", **asked) == ["2027-03-28T03:30", "2027-03-28T04:00"]


def test_blocks_and_absences_may_last_for_ever():
    ana = person("ana", absences=[{"from": "0001-01-01T00:00", "to": "2026-11-24T10:00"}])
    file = salon(service("care", 30), staff=[ana])
    file["blocks"] = [{"resource": "ana", "from": "2026-11-24T11:00", "to": "9999-12-31T23:55"}]
    assert starts(file, "care", days=30) == ["10:00", "10:30"]
