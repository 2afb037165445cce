"""Pure decisions of booking."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from balinea.slots import hours

HOLD_MINUTES = 10
MOST_SERVICES = 5  # of one visit: in any order there are 120 ways through them, and with one more 720
LIVE = ("pending", "booked", "confirmed")  # statuses in which a client may still cancel or change


def cancel_until(*, start: datetime, cancel_hours: int, timezone: ZoneInfo) -> datetime:
    """Return until when cancelling is free: fixed once, when the visit is booked.

    Of "so many elapsed hours before" and "the same wall-clock time so many hours earlier", the later: nobody loses an
    hour to a change of clocks.
    """
    elapsed = start.astimezone(UTC) - timedelta(
        hours=cancel_hours
    )  # in its own zone, this would be wall time
    wall = start.astimezone(timezone).replace(tzinfo=None) - timedelta(hours=cancel_hours)
    return max(elapsed, hours.instant(timezone, wall)).astimezone(UTC)


def bounds(day: date, timezone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants at which a local date begins and ends."""
    first, last = (datetime.combine(at, time()) for at in (day, day + timedelta(days=1)))
    return hours.instant(timezone, first), hours.instant(timezone, last)
