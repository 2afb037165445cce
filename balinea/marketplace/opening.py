"""Whether a venue is open at this moment, in words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from balinea.platform.ui import formats
from balinea.slots import hours, public_holidays
from balinea.venues.values import VenuePage

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 14  # days looked through for the next opening


@dataclass(frozen=True, kw_only=True, slots=True)
class Now:
    """`open` at this moment, and a sentence that says until or from when."""

    open: bool
    text: str


def now(page: VenuePage, at: datetime, language: str) -> Now:
    """Return whether the venue receives clients at this instant."""
    local = at.astimezone(page.timezone)
    for day in (local.date() + timedelta(days=number) for number in range(AHEAD)):
        for start, end in spans(page, day):
            if start <= at < end:
                until = formats.hour(end.astimezone(page.timezone), language)
                return Now(open=True, text=_("Ouvert jusqu’à %(hour)s") % {"hour": until})
            if at < start:
                return Now(open=False, text=_opens(start.astimezone(page.timezone), local.date(), language))
    return Now(open=False, text=_("Fermé en ce moment"))


def spans(page: VenuePage, day: date) -> list[tuple[datetime, datetime]]:
    """Return the opening of a date as instants, in order (rule 1 of the engine)."""
    if day in page.exceptions:
        texts = page.exceptions[day]
    elif page.closed_on_public_holidays and public_holidays.is_one(day, page.country, page.region or None):
        texts = ()
    else:
        texts = page.opening[WEEKDAYS[day.weekday()]]
    return sorted((_instant(page, day, text[:5]), _instant(page, day, text[6:])) for text in texts)


def _instant(page: VenuePage, day: date, clock: str) -> datetime:
    hour, minute = int(clock[:2]), int(clock[3:])
    wall = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute)  # noqa: DTZ001 - civil hours
    return hours.instant(page.timezone, wall)


def _opens(start: datetime, today: date, language: str) -> str:
    hour = formats.hour(start, language)
    if start.date() == today:
        return _("Ouvre à %(hour)s") % {"hour": hour}
    if start.date() == today + timedelta(days=1):
        return _("Ouvre demain à %(hour)s") % {"hour": hour}
    return _("Ouvre %(day)s à %(hour)s") % {"day": formats.day(start.date(), language), "hour": hour}
