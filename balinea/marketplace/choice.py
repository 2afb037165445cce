"""What the slot choice shows: the first start, a week, the chosen day. Used to book and to change a booking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from balinea.booking import queries
from balinea.catalog.values import VenueMenu
from balinea.marketplace import days
from balinea.marketplace.days import Bounds, FreeStart, Part, Week
from balinea.marketplace.wish import Chosen
from balinea.money import from_decimal
from balinea.platform.ui import formats
from balinea.platform.ui.notice import Notice
from balinea.slots.values import Query, Slot
from balinea.venues.values import VenuePage

AHEAD = 28  # days looked through for the first free start when the week in view has none


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """For which visit at which venue; `ignoring` is the visit whose own claims do not count."""

    venue: VenuePage
    known: VenueMenu
    chosen: Chosen
    now: datetime
    ignoring: UUID | None = None

    @property
    def bounds(self) -> Bounds:
        """The days on which a start may lie."""
        today = self.now.astimezone(self.venue.timezone).date()
        return Bounds(today=today, last=today + timedelta(days=self.venue.policies.horizon_days))

    def starts(self, first: date, count: int) -> list[FreeStart]:
        """Return the free starts of `count` days."""
        query = Query(
            items=self.chosen.items, first=first, days=count, now=self.now, any_order=self.chosen.any_order
        )
        slots = queries.offers(venue_slug=self.venue.slug, query=query, ignoring=self.ignoring)
        return [days.local(slot.start, self.venue.timezone, note=self._note(slot)) for slot in slots]

    def _note(self, slot: Slot) -> str:
        """Return the price of a start where it is not the menu's."""
        if not slot.options or len(self.chosen.items) != 1:
            return ""
        item = self.chosen.items[0]
        usual = self.known.menu.services[item.service].price_of(item.staff)
        prices = {option.price for option in slot.options}
        return "" if usual in prices else self._amount(min(prices))

    def _amount(self, price: Decimal) -> str:
        minor = from_decimal(price, self.known.currency).minor
        return formats.amount(minor, self.known.currency, get_language() or "fr")


@dataclass(frozen=True, kw_only=True, slots=True)
class Empty:
    """What to say when the chosen day has nothing."""

    title: str
    text: str
    url: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DateChoice:
    """The page's moving part. `carried` are the hidden fields of the form whose buttons post `start`."""

    first: FreeStart | None
    week: Week
    parts: tuple[Part, ...]
    spoken: str
    clock_note: str
    empty: Empty | None
    action: str
    carried: Sequence[tuple[str, str]]
    verb: str
    notice: Notice | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """Where a chosen start is posted, and how the days are addressed."""

    action: str
    carried: Sequence[tuple[str, str]]
    verb: str
    url: Callable[[date], str]
    notice: Notice | None = None


def choose(asked: Asked, day_asked: str, form: Form) -> DateChoice:
    """Return the choice for a day (ISO 8601), or for the first day that has a start."""
    bounds, wanted = asked.bounds, _day(day_asked)
    first_day = bounds.first_of_week(wanted or bounds.today)
    starts = asked.starts(first_day, days.WEEK)
    first = starts[0] if starts and first_day == bounds.today else _first(asked)
    if not starts and first and wanted is None:
        first_day = bounds.first_of_week(first.at.date())
        starts = asked.starts(first_day, days.WEEK)
    day = wanted if wanted and bounds.holds(wanted) else _first_day(starts, first_day)
    of_day = [start for start in starts if start.at.date() == day]
    return DateChoice(
        first=first,
        week=days.week(first_day, day, starts, bounds=bounds, url=form.url),
        parts=days.parts(of_day),
        spoken=days.spoken(day, len(of_day), get_language() or "fr"),
        clock_note=days.clock_note(day, asked.venue.timezone),
        empty=None if of_day else _empty(day, first, form),
        action=form.action,
        carried=form.carried,
        verb=form.verb,
        notice=form.notice,
    )


def _first_day(starts: Sequence[FreeStart], otherwise: date) -> date:
    return starts[0].at.date() if starts else otherwise


def _first(asked: Asked) -> FreeStart | None:
    """Return the first free start of the coming weeks."""
    starts = asked.starts(asked.bounds.today, AHEAD)
    return starts[0] if starts else None


def _empty(day: date, first: FreeStart | None, form: Form) -> Empty:
    title = _("Rien de libre %(day)s") % {"day": formats.day(day, get_language() or "fr")}
    if first is None:
        return Empty(
            title=title,
            text=_(
                "Le salon n’a plus d’heure libre pour ce choix dans les semaines qui viennent. Essayez avec une autre personne ou un autre soin."
            ),
            url="",
            name="",
        )
    return Empty(
        title=title,
        text=_("Choisissez un autre jour, ou prenez la première heure libre."),
        url=form.url(first.at.date()),
        name=_("Aller au premier jour libre"),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
