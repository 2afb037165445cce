"""What the results page says instead of results: what happened, and what to do now."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from balinea.catalog import taxonomy
from balinea.marketplace import suggestions
from balinea.marketplace.asked import Asked, without_time


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A way out."""

    name: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrong:
    """A page without results. `mark` is an icon."""

    mark: str
    title: str
    text: str
    choices: tuple[Choice, ...]


def of_mistake(asked: Asked) -> Wrong:
    """Return what to say about a question that cannot be answered."""
    path = reverse("marketplace:results")
    today = Choice(name=_("Aujourd’hui"), url=without_time(asked).address(path, when="today"))
    anytime = Choice(name=_("N’importe quel jour"), url=without_time(asked).address(path))
    if asked.mistake == "window":
        whole_day = Choice(name=_("Toute la journée"), url=asked.address(path, **{"from": "", "to": ""}))
        return Wrong(
            mark="clock",
            title=_("Cette plage horaire se termine avant de commencer"),
            text=_("Inversez les deux heures, ou cherchez sur toute la journée."),
            choices=(whole_day,),
        )
    titles = {
        "past": _("Ce jour est déjà passé"),
        "far": _("C’est un peu loin"),
        "date": _("Cette date n’existe pas"),
    }
    return Wrong(
        mark="calendar-x",
        title=titles[asked.mistake],
        text=_("Choisissez un jour entre aujourd’hui et l’année prochaine."),
        choices=(today, anytime),
    )


def unknown_place(asked: Asked) -> Wrong:
    """Return what to say about a place that nobody knows."""
    path = reverse("marketplace:results")
    return Wrong(
        mark="search-x",
        title=_("Nous ne connaissons pas « %(place)s »") % {"place": asked.near},
        text=_(
            "Essayez une station, un quartier, un arrondissement ou un code postal de Paris ou de Lyon. Peut-être l’un de ceux-ci ?"
        ),
        choices=tuple(
            Choice(name=name, url=asked.address(path, near=name))
            for name in suggestions.resembling(asked.near)
        ),
    )


def unknown_treatment(asked: Asked, language: str) -> Wrong:
    """Return what to say about a treatment that nobody knows."""
    path = reverse("marketplace:results")
    return Wrong(
        mark="search-x",
        title=_("Nous ne connaissons pas « %(treatment)s »") % {"treatment": asked.treatment},
        text=_("Essayez d’autres mots, ou partez d’une famille de soins."),
        choices=tuple(
            Choice(name=family.name(language), url=asked.address(path, treatment=family.slug))
            for family in taxonomy.families()
        ),
    )


def nothing_found(asked: Asked) -> Wrong:
    """Return what to say when everything is understood and nothing is free."""
    path = reverse("marketplace:results")
    wider = []
    if asked.earliest or asked.latest:
        wider.append(Choice(name=_("Toute la journée"), url=asked.address(path, **{"from": "", "to": ""})))
    if asked.day:
        wider.append(Choice(name=_("N’importe quel jour"), url=without_time(asked).address(path)))
    if asked.near:
        wider.append(Choice(name=_("N’importe où"), url=asked.address(path, near="")))
    return Wrong(
        mark="calendar-x",
        title=_("Rien de libre ici, à ce moment-là"),
        text=_("Élargissez un peu : d’autres heures, un autre jour, ou plus loin."),
        choices=tuple(wider) or (Choice(name=_("Accueil"), url=reverse("marketplace:home")),),
    )
