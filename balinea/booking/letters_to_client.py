"""What a client is written. Each function returns a letter in the language that is active."""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from balinea.booking import wording
from balinea.booking.visit_facts import Visit
from balinea.notifications.values import Action, Fact, Letter


def booked(visit: Visit, *, now: datetime) -> Letter:
    """The visit is promised."""
    return replace(
        _upcoming(visit, now),
        subject=_("C’est réservé : %(moment)s, %(venue)s") % _names(visit),
        title=_greeted(_("C’est réservé"), visit),
        paragraphs=(_("%(venue)s vous attend.") % _names(visit),),
    )


def requested(visit: Visit, *, now: datetime) -> Letter:
    """The salon decides first."""
    return replace(
        _upcoming(visit, now),
        subject=_("Demande envoyée : %(moment)s, %(venue)s") % _names(visit),
        title=_("Votre demande est partie"),
        tone="calm",
        paragraphs=(
            _(
                "%(venue)s confirme chaque rendez-vous. L’heure vous est gardée ; nous vous écrivons dès que le salon a répondu."
            )
            % _names(visit),
        ),
        action=Action(label=_("Voir ma demande"), url=visit.manage_url),
        closing=(_("Vous pouvez retirer votre demande à tout moment, sans frais."),),
    )


def accepted(visit: Visit, *, now: datetime) -> Letter:
    """The salon said yes."""
    return replace(
        _upcoming(visit, now),
        subject=_("Le salon a dit oui : %(moment)s, %(venue)s") % _names(visit),
        title=_greeted(_("Le salon a dit oui"), visit),
        paragraphs=(_("%(venue)s confirme votre rendez-vous et vous attend.") % _names(visit),),
    )


def declined(visit: Visit) -> Letter:
    """The salon said no."""
    return replace(
        _ended(visit),
        subject=_("Pas possible cette fois : %(moment)s, %(venue)s") % _names(visit),
        title=_("Ce ne sera pas possible cette fois"),
        paragraphs=(
            _("%(venue)s ne peut pas vous recevoir à l’heure demandée. Rien ne vous est facturé.")
            % _names(visit),
        ),
        action=Action(label=_("Choisir une autre heure"), url=visit.venue_url),
    )


def moved(visit: Visit, *, before: datetime, by_salon: bool, now: datetime) -> Letter:
    """Another time, or other services, from now on."""
    if by_salon:
        told = _(
            "%(venue)s a déplacé votre rendez-vous. Si cela ne vous convient pas, changez-le ou annulez-le ci-dessous."
        )
    else:
        told = _("C’est noté : %(venue)s vous attend.")
    return replace(
        _upcoming(visit, now),
        subject=_("Rendez-vous modifié : %(moment)s, %(venue)s") % _names(visit),
        title=_("Votre rendez-vous a changé"),
        paragraphs=(told % _names(visit),),
        struck=wording.at(before) if before != visit.starts_at else "",
    )


def cancelled(visit: Visit, *, by_salon: bool) -> Letter:
    """It will not take place."""
    told = (
        _("%(venue)s a dû annuler votre rendez-vous. Nous en sommes désolés. Rien ne vous est facturé.")
        if by_salon
        else _("Votre rendez-vous chez %(venue)s est annulé. Rien ne vous est facturé.")
    )
    return replace(
        _ended(visit),
        subject=_("Rendez-vous annulé : %(moment)s, %(venue)s") % _names(visit),
        title=_("Votre rendez-vous est annulé") if by_salon else _("C’est annulé"),
        paragraphs=(told % _names(visit),),
        action=Action(label=_("Reprendre rendez-vous"), url=visit.venue_url),
    )


def tomorrow(visit: Visit, *, now: datetime) -> Letter:
    """The reminder of the day before."""
    return replace(
        _upcoming(visit, now),
        subject=_("Demain : %(moment)s, %(venue)s") % _names(visit),
        title=_greeted(_("À demain"), visit),
        paragraphs=(_("Un petit rappel : %(venue)s vous attend demain.") % _names(visit),),
    )


def _upcoming(visit: Visit, now: datetime) -> Letter:
    return replace(
        _common(visit),
        facts=(*wording.where(visit), Fact(label=_("Référence"), text=visit.reference)),
        action=Action(label=_("Déplacer ou annuler"), url=visit.manage_url),
        closing=(wording.deadline(visit, now=now),),
    )


def _ended(visit: Visit) -> Letter:
    return replace(
        _common(visit), tone="ended", facts=(Fact(label=_("Référence"), text=visit.reference),), total=None
    )


def _common(visit: Visit) -> Letter:
    return Letter(
        subject="",
        title="",
        preview=" · ".join([*(part.name for part in visit.parts), wording.price(visit, visit.total_minor)]),
        moment=wording.moment(visit),
        lines=tuple(wording.line(visit, part) for part in visit.parts),
        total=wording.total(visit),
        reason=_(
            "Vous recevez ce message parce qu’un rendez-vous a été pris avec cette adresse chez %(venue)s, sur Balinea."
        )
        % _names(visit),
    )


def _greeted(words: str, visit: Visit) -> str:
    return f"{words}, {visit.client.first_name}" if visit.client.first_name else words


def _names(visit: Visit) -> dict[str, str]:
    return {"venue": visit.place.name, "moment": wording.at(visit.starts_at)}
