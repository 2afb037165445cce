"""What a salon is written. Each function returns a letter in the language that is active."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balinea.booking import wording
from balinea.booking.visit_facts import Visit
from balinea.notifications.values import Action, Fact, Letter, Line
from balinea.platform import phone
from balinea.platform.ui import formats


def booked(visit: Visit) -> Letter:
    """Somebody comes."""
    return replace(
        _common(visit),
        subject=_("Nouveau rendez-vous : %(client)s, %(moment)s") % _names(visit),
        title=_("Nouveau rendez-vous"),
    )


def requested(visit: Visit) -> Letter:
    """Somebody would like to come; the salon has to answer."""
    return replace(
        _common(visit),
        subject=_("À accepter : %(client)s, %(moment)s") % _names(visit),
        title=_("Une demande attend votre réponse"),
        tone="calm",
        paragraphs=(_("L’heure est gardée pour %(client)s jusqu’à votre réponse.") % _names(visit),),
        action=Action(label=_("Répondre à la demande"), url=visit.desk_url),
    )


def moved(visit: Visit, *, before: datetime, by_salon: bool) -> Letter:
    """Another time, or other services, from now on."""
    told = _("Vous avez modifié ce rendez-vous.") if by_salon else _("%(client)s a modifié son rendez-vous.")
    return replace(
        _common(visit),
        subject=_("Rendez-vous modifié : %(client)s, %(moment)s") % _names(visit),
        title=_("Rendez-vous modifié"),
        paragraphs=(told % _names(visit),),
        struck=wording.at(before) if before != visit.starts_at else "",
    )


def cancelled(visit: Visit, *, by_salon: bool) -> Letter:
    """Nobody comes; the time is free again."""
    told = (
        _("Vous avez annulé ce rendez-vous ; %(client)s reçoit un e-mail.")
        if by_salon
        else _("%(client)s a annulé. L’heure est de nouveau libre.")
    )
    return replace(
        _common(visit),
        subject=_("Rendez-vous annulé : %(client)s, %(moment)s") % _names(visit),
        title=_("Rendez-vous annulé"),
        tone="ended",
        paragraphs=(told % _names(visit),),
        total=None,
    )


def tomorrow(visits: Sequence[Visit]) -> Letter:
    """The reminder of the day before: one message with the whole day of one venue, in the order given."""
    first = visits[0]
    number = {"number": len(visits)}
    return Letter(
        subject=ngettext("Demain : %(number)d rendez-vous", "Demain : %(number)d rendez-vous", len(visits))
        % number,
        preview=", ".join(visit.client.name for visit in visits),
        title=_("Votre journée de demain"),
        moment=(wording.moment(first)[0],),
        lines=tuple(_line_of_day(visit) for visit in visits),
        action=Action(label=_("Voir la journée"), url=first.desk_url),
        reason=_reason(first),
    )


def _common(visit: Visit) -> Letter:
    return Letter(
        subject="",
        title="",
        preview=" · ".join(part.name for part in visit.parts),
        moment=wording.moment(visit),
        lines=tuple(wording.line_with_room(visit, part) for part in visit.parts),
        total=wording.total(visit),
        facts=_who(visit),
        action=Action(label=_("Voir la journée"), url=visit.desk_url),
        reason=_reason(visit),
    )


def _who(visit: Visit) -> tuple[Fact, ...]:
    client = visit.client
    facts = [Fact(label=_("Client"), text=client.name)]
    if client.phone:
        facts.append(Fact(label=_("Téléphone"), text=client.phone, url=f"tel:{phone.dialled(client.phone)}"))
    if client.email:
        facts.append(Fact(label=_("E-mail"), text=client.email, url=f"mailto:{client.email}"))
    if visit.note:
        # what people write to a salon may be about their health: it stays out of mailboxes
        facts.append(
            Fact(label=_("Message du client"), text=_("à lire dans votre planning"), url=visit.desk_url)
        )
    return (*facts, Fact(label=_("Référence"), text=visit.reference))


def _line_of_day(visit: Visit) -> Line:
    services = ", ".join(part.name for part in visit.parts)
    hour = formats.clock(visit.starts_at)
    return Line(
        label=f"{hour} {visit.client.name}", detail=services, amount=wording.price(visit, visit.total_minor)
    )


def _reason(visit: Visit) -> str:
    return _("Vous recevez ce message parce que %(venue)s reçoit ses clients par Balinea.") % {
        "venue": visit.place.name
    }


def _names(visit: Visit) -> dict[str, str]:
    return {"client": visit.client.name, "moment": wording.at(visit.starts_at)}
