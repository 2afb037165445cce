"""The salon's day: who comes when, for what, to whom; kept fresh by a fragment that answers only when something changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from balinea.booking import agenda, queries
from balinea.partner.access import desk
from balinea.partner.entries import Entry, Wall, entries
from balinea.partner.notices import notice
from balinea.venues import units
from balinea.venues.values import VenuePage

YEARS = range(2000, 2200)  # those with a day before and a day after, and then some
UNCHANGED = 204  # htmx leaves the page as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A venue's day. `past` and `coming` are apart, with the time between them, on the present day only."""

    venue: VenuePage
    on: date
    today: date
    clock: datetime
    past: tuple[Entry, ...]
    coming: tuple[Entry, ...]
    requests: tuple[Entry, ...]

    @property
    def is_today(self) -> bool:
        """Whether this is the present day there."""
        return self.on == self.today

    @property
    def before(self) -> date:
        """The day before."""
        return self.on - timedelta(days=1)

    @property
    def after(self) -> date:
        """The day after."""
        return self.on + timedelta(days=1)

    @property
    def standing(self) -> Sequence[Entry]:
        """The visits that take place or took place."""
        return [
            entry for entry in (*self.past, *self.coming) if entry.status.key not in {"cancelled", "no_show"}
        ]

    @property
    def total_minor(self) -> int:
        """What they bring, in minor units."""
        return sum(entry.total_minor for entry in self.standing)


@require_safe
@desk
def today(request: HttpRequest, venue: VenuePage) -> HttpResponse:
    """Lead to the present day there."""
    del request
    here = timezone.now().astimezone(venue.timezone).date()
    return redirect("partner:day", venue.slug, here.isoformat())


@require_safe
@desk
def day(request: HttpRequest, venue: VenuePage, on: str) -> HttpResponse:
    """Show the day."""
    shown = read(venue, _date(on), timezone.now())
    context = {
        "day": shown,
        "venue": venue,
        "list": _list(request, shown),
        "notice": notice(request.GET.get("done", "")),
    }
    return render(request, "partner/day.html", context)


@require_safe
@desk
def fresh(request: HttpRequest, venue: VenuePage, on: str) -> HttpResponse:
    """Answer with the list if it is another than the one that the page has (`seen`)."""
    markup, version = _list(request, read(venue, _date(on), timezone.now()))
    if request.GET.get("seen") == version:
        return HttpResponse(status=UNCHANGED)
    return render(request, "partner/live.html", {"list": (markup, version), "venue": venue, "on": on})


@require_safe
@desk
def chosen(request: HttpRequest, venue: VenuePage) -> HttpResponse:
    """Lead to the day of the date field, for browsers without scripts and with."""
    return redirect("partner:day", venue.slug, _date(request.GET.get("date", "")).isoformat())


def read(venue: VenuePage, on: date, now: datetime) -> Day:
    """Return a day of a venue as it is at `now`."""
    wall = Wall(zone=venue.timezone, units=units.names(venue.pk), now=now)
    here = now.astimezone(venue.timezone)
    listed = entries(queries.day(venue_id=venue.pk, day=on, timezone=venue.timezone), wall)
    return Day(
        venue=venue,
        on=on,
        today=here.date(),
        clock=here,
        past=tuple(entry for entry in listed if entry.over),
        coming=tuple(entry for entry in listed if not entry.over),
        requests=entries(agenda.waiting(venue_id=venue.pk, now=now), wall),
    )


def _list(request: HttpRequest, shown: Day) -> tuple[str, str]:
    """Return the list's markup and what tells it from any other."""
    markup = render_to_string("partner/list.html", {"day": shown, "venue": shown.venue}, request)
    # the token against forged requests is masked anew each time: it must not make the list look changed
    plain = f"{get_language()} {shown.requests} {shown.past} {shown.coming} {shown.clock:%H:%M}"
    return markup, sha256(plain.encode()).hexdigest()[:16]


def _date(text: str) -> date:
    try:
        on = date.fromisoformat(text)
    except ValueError:
        raise Http404(text) from None
    if on.year not in YEARS:
        raise Http404(text)
    return on
