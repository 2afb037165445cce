"""The choice of a start: a week to step through, a day of it, its starts by part of the day. Pure but for texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from balinea.platform.ui import formats

WEEK = 7
NOON, EVENING = 12, 18  # hours at which the parts of a day begin


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeStart:
    """A start as a button: `value` is posted, `at` is in the venue's zone, `note` says what is particular (a price)."""

    value: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Morning, afternoon or evening, with its starts."""

    title: str
    slots: tuple[FreeStart, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day of the strip."""

    date: date
    url: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """Seven days; an address is "" where there is nothing to see."""

    title: str
    days: tuple[Day, ...]
    previous_url: str
    next_url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """The days on which a start may lie: today and the last day of the venue's horizon."""

    today: date
    last: date

    def holds(self, day: date) -> bool:
        """Return whether a start may lie on this day."""
        return self.today <= day <= self.last

    def first_of_week(self, wanted: date) -> date:
        """Return the first day of the strip that holds `wanted`; strips follow each other from today on."""
        within = min(max(wanted, self.today), self.last)
        return self.today + timedelta(days=(within - self.today).days // WEEK * WEEK)


def local(moment: datetime, zone: ZoneInfo, *, note: str = "") -> FreeStart:
    """Return the start as a button in the venue's zone; an hour that comes twice says which of the two it is."""
    at = moment.astimezone(zone)
    if at.fold:
        winter = _("(heure d’hiver)")
        note = f"{note} {winter}".strip()
    return FreeStart(value=at.isoformat(timespec="minutes"), at=at, note=note)


def week(
    first: date, chosen: date, starts: Sequence[FreeStart], *, bounds: Bounds, url: Callable[[date], str]
) -> Week:
    """Return the strip of seven days from `first`; `url` gives the address of a day."""
    counts = {day: len(list(group)) for day, group in groupby(starts, key=lambda start: start.at.date())}
    days = [first + timedelta(days=number) for number in range(WEEK)]
    before, after = first - timedelta(days=WEEK), first + timedelta(days=WEEK)
    return Week(
        title=_title(days[0], days[-1]),
        days=tuple(
            Day(date=day, url=url(day), count=counts.get(day, 0), chosen=day == chosen) for day in days
        ),
        previous_url=url(before) if before >= bounds.today else "",
        next_url=url(after) if after <= bounds.last else "",
    )


def parts(starts: Sequence[FreeStart]) -> tuple[Part, ...]:
    """Return the parts of a day that have starts."""
    titles = (_("Matin"), _("Après-midi"), _("Soir"))
    grouped = groupby(starts, key=lambda start: (start.at.hour >= NOON) + (start.at.hour >= EVENING))
    return tuple(Part(title=titles[index], slots=tuple(group)) for index, group in grouped)


def spoken(day: date, count: int, language: str) -> str:
    """Return what a screen reader says once the day is shown."""
    text = ngettext("%(day)s : %(count)s heure libre", "%(day)s : %(count)s heures libres", count)
    return text % {"day": formats.day(day, language), "count": count}


def clock_note(day: date, zone: ZoneInfo) -> str:
    """Return a word about the clocks on a day on which they change, "" on any other."""
    midnight, next_midnight = (
        datetime(at.year, at.month, at.day, tzinfo=zone) for at in (day, day + timedelta(days=1))
    )
    before, after = midnight.utcoffset(), next_midnight.utcoffset()
    if before == after or before is None or after is None:
        return ""
    if after > before:
        return _(
            "Ce jour-là, on passe à l’heure d’été : les heures affichées sont celles de la montre, après le changement."
        )
    return _(
        "Ce jour-là, on passe à l’heure d’hiver : les heures affichées sont celles de la montre, après le changement."
    )


def _title(first: date, last: date) -> str:
    language = get_language() or "fr"
    if first.month == last.month:
        text = formats.month(first, language)
    elif first.year == last.year:
        text = f"{formats.month(first, language).rsplit(' ', 1)[0]} – {formats.month(last, language)}"
    else:
        text = f"{formats.month(first, language)} – {formats.month(last, language)}"
    return text[:1].upper() + text[1:]
