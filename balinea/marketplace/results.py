"""The results of a search: a plain GET form, whose address says everything."""

from datetime import time

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from balinea.catalog import taxonomy
from balinea.marketplace import asked as question
from balinea.marketplace import headers, wrong
from balinea.marketplace.asked import Asked
from balinea.marketplace.cards import card
from balinea.marketplace.suggestions import suggestions
from balinea.places.queries import resolve
from balinea.platform.ui import formats
from balinea.search import find
from balinea.search.cursor import WrongCursor
from balinea.search.question import UnknownPlace
from balinea.search.values import SearchPage

A_PAGE = 18
HOURS = tuple(time(half // 2, 30 * (half % 2)) for half in range(14, 45))  # 07:00 to 22:00


@require_safe
def results(request: HttpRequest) -> HttpResponseBase:
    """Show what is free for the question in the address."""
    asked = question.read(request.GET, now=timezone.now())
    language = translation.get_language()
    found = _found(asked, language)
    context = {
        "asked": asked.fields() | {"treatment": _treatment(asked, language)},
        "suggestions": suggestions(language),
        "hours": HOURS,
        "sorts": _sorts(),
        "title": _title(asked, language),
        "summary": _summary(asked, language),
        "indexed": not (asked.day or asked.cursor or asked.mistake or asked.earliest or asked.latest),
    }
    tags = ["search"]
    if isinstance(found, SearchPage):
        path = reverse("marketplace:results")
        context |= {
            "cards": [card(one, day=asked.day) for one in found.results],
            "counted": _counted(found, asked, language),
            "next_url": asked.address(path, cursor=found.next_cursor) if found.next_cursor else "",
        }
        tags += [f"venue-{one.venue.slug}" for one in found.results]
    else:
        context["wrong"] = found
    page = render(request, "marketplace/results.html", context)
    return headers.public(page, request, seconds=headers.MOMENT, tags=tags)


def _found(asked: Asked, language: str) -> SearchPage | wrong.Wrong:
    """Return the page that answers, or what to say instead."""
    if asked.mistake:
        return wrong.of_mistake(asked)
    if (
        asked.treatment
        and not taxonomy.by_slug(asked.treatment)
        and not taxonomy.match(asked.treatment, language)
    ):
        return wrong.unknown_treatment(asked, language)
    try:
        page = find.find(asked.query(limit=A_PAGE, language=language), now=timezone.now())
    except UnknownPlace:
        return wrong.unknown_place(asked)
    except WrongCursor:
        first = question.without_cursor(asked).query(limit=A_PAGE, language=language)
        page = find.find(first, now=timezone.now())
    return page if page.results else wrong.nothing_found(asked)


def _sorts() -> list[tuple[str, str]]:
    return [
        ("best", _("pertinence")),
        ("soonest", _("heure")),
        ("distance", _("distance")),
        ("price", _("prix")),
        ("rating", _("note")),
    ]


def _treatment(asked: Asked, language: str) -> str:
    known = taxonomy.by_slug(asked.treatment)
    return known.name(language) if known else asked.treatment


def _place(asked: Asked) -> str:
    """Return `à Paris 11e`, `vers Bastille`; the text as typed where it is unknown, "" without one."""
    if not asked.near:
        return ""
    places = resolve(asked.near)
    if not places:
        return asked.near
    if places[0].kind == "point":
        return _("autour de ce point")
    text = _("à %(place)s") if places[0].kind in {"city", "district"} else _("vers %(place)s")
    return text % {"place": places[0].name}


def _title(asked: Asked, language: str) -> str:
    what = _treatment(asked, language) or _("Tous les soins")
    return f"{what[:1].upper()}{what[1:]} {_place(asked)}".strip()


def _summary(asked: Asked, language: str) -> str:
    parts = [_treatment(asked, language) or _("Tous les soins"), asked.near or _("partout")]
    if asked.day:
        parts.append(f"{formats.weekday(asked.day, language)} {formats.short_day(asked.day, language)}")
    return " · ".join(parts)


def _counted(found: SearchPage, asked: Asked, language: str) -> str:
    number = _("Plus de %(count)s") % {"count": found.count} if found.count_more else str(found.count)
    if asked.day is None:
        text = ngettext(
            "%(number)s salon, avec ses prochaines heures libres.",
            "%(number)s salons, avec leurs prochaines heures libres.",
            found.count,
        )
        return text % {"number": number}
    text = ngettext(
        "%(number)s salon a une heure libre %(when)s.",
        "%(number)s salons ont une heure libre %(when)s.",
        found.count,
    )
    return text % {"number": number, "when": _when(asked, language)}


def _when(asked: Asked, language: str) -> str:
    """Return `samedi 28 novembre, dès 14 h, jusqu’à 18 h`."""
    parts = [formats.day(asked.day, language)] if asked.day else []
    if asked.earliest:
        parts.append(_("dès %(hour)s") % {"hour": formats.hour(asked.earliest, language)})
    if asked.latest:
        parts.append(_("jusqu’à %(hour)s") % {"hour": formats.hour(asked.latest, language)})
    return ", ".join(parts)
