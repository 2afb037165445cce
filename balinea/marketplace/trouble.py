"""Pages that say that something is not there, or not now: what happened, what is safe, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """A way on."""

    name: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """`mark` is an icon of the sprite."""

    mark: str
    title: str
    text: str
    actions: Sequence[Action]


def page(request: HttpRequest, trouble: Trouble, *, status: int) -> HttpResponse:
    """Answer with a trouble's page."""
    context = {"mark": trouble.mark, "title": trouble.title, "text": trouble.text, "actions": trouble.actions}
    return render(request, "marketplace/trouble.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's handler404
    """Answer an address that leads nowhere, or a booking's link that opens nothing."""
    trouble = Trouble(
        mark="compass",
        title=_("Cette page n’existe pas"),
        text=_(
            "L’adresse est peut-être incomplète. Si vous cherchez un rendez-vous, ouvrez le lien reçu par e-mail, en entier."
        ),
        actions=[
            Action(name=_("Accueil"), url=reverse("marketplace:home")),
            Action(name=_("Tous les salons"), url=reverse("marketplace:results")),
        ],
    )
    response = page(request, trouble, status=HTTPStatus.NOT_FOUND)
    response["Cache-Control"] = "no-store"
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's CSRF_FAILURE_VIEW
    """Answer a form without its token: an old page, or a browser that keeps no cookies."""
    trouble = Trouble(
        mark="rotate-ccw",
        title=_("Ce formulaire n’est plus valable"),
        text=_(
            "Rien n’a été envoyé. Revenez en arrière, rechargez la page et recommencez. Votre navigateur doit accepter les cookies de ce site."
        ),
        actions=[Action(name=_("Accueil"), url=reverse("marketplace:home"))],
    )
    response = page(request, trouble, status=HTTPStatus.FORBIDDEN)
    response["Cache-Control"] = "no-store"
    return response


def too_many(request: HttpRequest, slug: str, retry_after: int) -> HttpResponse:
    """Answer a visitor who holds as many slots as one may."""
    trouble = Trouble(
        mark="timer",
        title=_("Vous gardez déjà plusieurs heures"),
        text=_(
            "Pour que chacun ait sa chance, on ne garde que quelques heures à la fois. Confirmez l’une d’elles, ou attendez dix minutes."
        ),
        actions=[Action(name=_("Retour au salon"), url=reverse("marketplace:venue", args=[slug]))],
    )
    response = page(request, trouble, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(retry_after)
    return response


def not_offered(request: HttpRequest, dates_url: str) -> HttpResponse:
    """Answer a start that the venue does not offer: too soon, too far, outside its hours."""
    trouble = Trouble(
        mark="calendar-x",
        title=_("Cette heure n’est plus proposée"),
        text=_("Elle est trop proche, ou le salon a changé ses horaires. Rien n’a été réservé."),
        actions=[Action(name=_("Voir les heures libres"), url=dates_url)],
    )
    return page(request, trouble, status=HTTPStatus.UNPROCESSABLE_ENTITY)
