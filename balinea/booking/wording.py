"""How a visit's day, time, price and deadline are put into words, in the language that is active."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from balinea.booking.visit_facts import Part, Visit
from balinea.notifications.values import Fact, Line
from balinea.platform import phone
from balinea.platform.ui import formats


def moment(visit: Visit) -> tuple[str, ...]:
    """Return the day with its year, the hours, and whose hours they are: "heure de Paris, UTC+1"."""
    language = get_language()
    hours = f"{formats.hour(visit.starts_at, language)} – {formats.hour(visit.ends_at, language)}"
    return _capital(full_day(visit.starts_at)), hours, _whose_hours(visit.starts_at)


def full_day(instant: datetime) -> str:
    """Return "samedi 28 novembre 2026"."""
    return f"{formats.day(instant, get_language())} {instant.year}"


def at(instant: datetime) -> str:
    """Return "samedi 28 novembre à 14 h 30"."""
    language = get_language()
    words = {"day": formats.day(instant, language), "hour": formats.hour(instant, language)}
    return _("%(day)s à %(hour)s") % words


def price(visit: Visit, minor: int) -> str:
    """Return "45 €"."""
    return formats.amount(minor, visit.currency, get_language())


def line(visit: Visit, part: Part) -> Line:
    """Return one service: with whom, how long, for how much."""
    details = [_("avec %(name)s") % {"name": part.staff}] if part.staff else []
    details.append(formats.length(part.minutes))
    return Line(label=part.name, detail=" · ".join(details), amount=price(visit, part.price_minor))


def line_with_room(visit: Visit, part: Part) -> Line:
    """Return the same with the room, as the salon needs it."""
    told = line(visit, part)
    detail = f"{told.detail} · {part.unit}" if part.unit else told.detail
    return Line(label=told.label, detail=detail, amount=told.amount)


def total(visit: Visit) -> Line:
    """Return what is to be paid, and where."""
    return Line(label=_("À régler au salon"), amount=price(visit, visit.total_minor))


def deadline(visit: Visit, *, now: datetime) -> str:
    """Return until when cancelling is free, as a date and a time."""
    if visit.cancel_until <= now:
        return _("Le délai d’annulation en ligne est passé : en cas d’empêchement, appelez le salon.")
    return _("Vous pouvez annuler sans frais jusqu’au %(moment)s.") % {"moment": at(visit.cancel_until)}


def where(visit: Visit) -> tuple[Fact, ...]:
    """Return the address, with the way there, and the phone."""
    facts = [Fact(label=_("Adresse"), text=f"{visit.place.name}\n{visit.place.address}", url=_way(visit))]
    if visit.place.phone:
        facts.append(
            Fact(label=_("Téléphone"), text=visit.place.phone, url=f"tel:{phone.dialled(visit.place.phone)}")
        )
    return tuple(facts)


def _way(visit: Visit) -> str:
    if visit.place.position is None:
        return ""
    latitude, longitude = visit.place.position
    return f"https://www.openstreetmap.org/directions?to={latitude},{longitude}"


def _whose_hours(instant: datetime) -> str:
    zone = instant.tzinfo
    city = (
        get_timezone_location(zone, locale=formats.locale(get_language()), return_city=True)
        if isinstance(zone, ZoneInfo)
        else ""
    )
    offset = f"{instant:%z}"  # +0100
    hours, minutes = int(offset[:3]), offset[3:]
    written = f"UTC{hours:+d}" + (f":{minutes}" if minutes != "00" else "")
    return _("heure de %(city)s (%(offset)s)") % {"city": city, "offset": written}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
