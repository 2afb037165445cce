"""Civil hours on the days when clocks change, and elsewhere (rules 1 to 3)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from balinea.slots import hours
from balinea.slots.hours import OpeningHours, WorkingHours
from balinea.slots.masks import bits

PARIS = ZoneInfo("Europe/Paris")
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
CLOSED = ((),) * 7


def spans(mask):
    """The mask's intervals in hours from midnight."""
    found = []
    for bit in bits(mask):
        if found and found[-1][1] == bit:
            found[-1][1] = bit + 1
        else:
            found.append([bit, bit + 1])
    return [(low / 12, high / 12) for low, high in found]


def clock(text):
    return tuple(int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))


@pytest.mark.parametrize(
    ("zone", "day", "steps"),
    [
        ("Europe/Paris", date(2026, 11, 24), 288),
        ("Europe/Paris", SPRING, 276),
        ("Europe/Paris", AUTUMN, 300),
        ("Australia/Lord_Howe", date(2026, 10, 4), 282),
        ("Australia/Lord_Howe", date(2026, 4, 5), 294),
        ("Asia/Beirut", date(2026, 3, 29), 276),
        ("Asia/Kolkata", date(2026, 6, 1), 288),
        ("Pacific/Apia", date(2011, 12, 30), 0),
    ],
)
def test_a_day_has_as_many_steps_as_its_zone_says(zone, day, steps):
    assert hours.steps(ZoneInfo(zone), day) == steps


@pytest.mark.parametrize(
    ("day", "interval", "elapsed"),
    [
        (SPRING, "01:00-05:00", [(1, 4)]),
        (SPRING, "01:00-02:00", [(1, 2)]),
        (SPRING, "01:00-02:30", [(1, 2.5)]),
        (SPRING, "02:00-03:00", []),
        (SPRING, "02:30-03:00", []),
        (SPRING, "02:30-03:15", []),
        (SPRING, "02:15-04:00", [(2.25, 3)]),
        (SPRING, "20:00-24:00", [(19, 23)]),
        (AUTUMN, "01:00-05:00", [(1, 6)]),
        (AUTUMN, "01:00-02:30", [(1, 2.5)]),
        (AUTUMN, "02:30-03:00", [(2.5, 4)]),
        (AUTUMN, "20:00-24:00", [(21, 25)]),
    ],
)
def test_an_interval_is_converted_at_both_ends(day, interval, elapsed):
    assert spans(hours.day_mask(PARIS, day, [clock(interval)])) == elapsed


def test_intervals_are_converted_one_by_one_and_merged_afterwards():
    around_the_gap = [clock("02:00-02:30"), clock("02:30-03:00"), clock("03:00-04:00")]
    assert spans(hours.day_mask(PARIS, SPRING, around_the_gap)) == [(2, 3)]


def test_midnight_that_does_not_exist_is_the_first_instant_of_the_day():
    beirut = ZoneInfo("Asia/Beirut")
    assert spans(hours.day_mask(beirut, date(2026, 3, 29), [clock("00:00-02:00")])) == [(0, 1)]
    assert spans(hours.day_mask(beirut, date(2026, 3, 28), [clock("22:00-24:00")])) == [(22, 24)]


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2027-03-28T02:30", "2027-03-28T01:30Z"),
        ("2026-10-25T02:30", "2026-10-25T00:30Z"),
        ("2026-10-25T03:00", "2026-10-25T02:00Z"),
    ],
)
def test_a_wall_time_moves_forward_if_missing_and_is_the_first_if_doubled(wall, instant):
    assert hours.instant(PARIS, datetime.fromisoformat(wall)) == datetime.fromisoformat(instant)


def test_time_that_never_ends_ends_with_the_calendar():
    end = hours.instant(ZoneInfo("America/New_York"), datetime.fromisoformat("9999-12-31T23:55"))
    assert end.year == 9999


def test_spans_of_instants_are_cut_to_the_day_and_cover_every_step_that_they_touch():
    span = (datetime(2026, 11, 23, 12, tzinfo=UTC), datetime(2026, 11, 24, 0, 1, tzinfo=UTC))
    assert spans(hours.spans_mask(PARIS, date(2026, 11, 24), [span])) == [(0, 13 / 12)]
    assert spans(hours.spans_mask(PARIS, date(2026, 11, 23), [span])) == [(13, 24)]
    assert spans(hours.spans_mask(PARIS, date(2026, 11, 22), [span])) == []


def opening(**changes):
    given = {"timezone": PARIS, "week": ((clock("09:00-12:00"),),) * 7, "closed_on_holidays_of": ("FR", None)}
    return OpeningHours(**{**given, **changes})


def test_opening_asks_exceptions_then_holidays_then_the_week():
    armistice, day_after = date(2026, 11, 11), date(2026, 11, 12)
    assert spans(hours.opening_mask(opening(), day_after)) == [(9, 12)]
    assert spans(hours.opening_mask(opening(), armistice)) == []
    assert spans(hours.opening_mask(opening(closed_on_holidays_of=None), armistice)) == [(9, 12)]
    exceptions = {armistice: (clock("10:00-11:00"),), day_after: ()}
    assert spans(hours.opening_mask(opening(exceptions=exceptions), armistice)) == [(10, 11)]
    assert spans(hours.opening_mask(opening(exceptions=exceptions), day_after)) == []


def test_a_region_has_holidays_of_its_own():
    saint_stephen = date(2026, 12, 26)
    assert hours.opening_mask(opening(), saint_stephen)
    assert not hours.opening_mask(opening(closed_on_holidays_of=("FR", "57")), saint_stephen)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 2), 0),
        (date(2026, 11, 8), 0),
        (date(2026, 11, 9), 1),
        (date(2026, 11, 16), 2),
        (date(2026, 11, 23), 0),
        (date(2026, 11, 1), 2),
        (date(2026, 10, 26), 2),
        (date(2026, 10, 25), 1),
        (date(2027, 1, 4), 0),
    ],
)
def test_the_rota_turns_every_monday_and_counts_backwards(day, week):
    weeks = tuple(((clock(f"{hour:02}:00-12:00"),),) * 7 for hour in (8, 9, 10))
    working = WorkingHours(weeks=weeks, rota_from=date(2026, 11, 2))
    all_day = hours.day_mask(PARIS, day, [clock("00:00-24:00")])
    planned = hours.planned_mask(working, PARIS, day, all_day)
    assert planned == hours.day_mask(PARIS, day, [clock(f"{8 + week:02}:00-12:00")])


def test_working_hours_are_cut_to_the_opening_and_exceptions_beat_the_rota():
    day = date(2026, 11, 24)
    working = WorkingHours(weeks=(((clock("08:00-20:00"),),) * 7,), exceptions={day: (clock("11:00-20:00"),)})
    open_steps = hours.day_mask(PARIS, day, [clock("09:00-12:00"), clock("14:00-19:00")])
    assert spans(hours.planned_mask(working, PARIS, day, open_steps)) == [(11, 12), (14, 19)]
    next_day = date(2026, 11, 25)
    assert spans(hours.planned_mask(working, PARIS, next_day, open_steps)) == [(9, 12), (14, 19)]
