from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from balinea.booking.rules import bounds, cancel_until

PARIS = ZoneInfo("Europe/Paris")


def paris(*moment):
    return datetime(*moment, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("start", "hours", "until"),
    [
        pytest.param(paris(2026, 11, 25, 10), 24, paris(2026, 11, 24, 10), id="an ordinary day"),
        pytest.param(
            paris(2026, 3, 29, 10), 24, paris(2026, 3, 28, 10), id="23 hours since that time the day before"
        ),
        pytest.param(
            paris(2026, 10, 25, 10), 24, paris(2026, 10, 24, 11), id="25 hours: 24 elapsed is later"
        ),
        pytest.param(paris(2026, 11, 25, 10), 0, paris(2026, 11, 25, 10), id="until the start"),
        pytest.param(
            paris(2026, 3, 30, 2, 30), 24, paris(2026, 3, 29, 3, 30), id="a wall time that does not exist"
        ),
    ],
)
def test_the_deadline_is_the_later_of_elapsed_and_wall_time(start, hours, until):
    assert cancel_until(start=start, cancel_hours=hours, timezone=PARIS) == until


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_local_day_is_as_long_as_its_clocks_say(day, hours):
    start, end = bounds(day, PARIS)
    assert (end - start).total_seconds() == hours * 3600
