"""A booking as an iCalendar event: the same `UID` over its life, a `SEQUENCE` that rises with each change."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _

from balinea.booking.visit_facts import Visit
from balinea.notifications.values import CalendarFile
from balinea.platform import icalendar_text
from balinea.platform.icalendar_text import CalendarEvent, Method, Person


def for_client(visit: Visit, *, method: Method, now: datetime) -> CalendarFile:
    """Return the client's event: where to go, what for, how to change it. `PUBLISH` for the page's download."""
    services = ", ".join(part.name for part in visit.parts)
    lines = [
        *(
            _("%(service)s avec %(name)s") % {"service": part.name, "name": part.staff}
            if part.staff
            else part.name
            for part in visit.parts
        ),
        _("Référence : %(reference)s") % {"reference": visit.reference},
        _("Déplacer ou annuler : %(url)s") % {"url": visit.manage_url},
    ]
    attendee = Person(email=visit.client.email, name=visit.client.name)
    summary = f"{services} · {visit.place.name}"
    event = _event(visit, summary, lines, attendee, now)
    return CalendarFile(text=icalendar_text.text(event, method), method=method)


def for_salon(visit: Visit, *, method: Method, now: datetime) -> CalendarFile:
    """Return the salon's event: who comes, what for, how to reach them."""
    services = ", ".join(part.name for part in visit.parts)
    lines = [part for part in (visit.client.phone, visit.desk_url) if part]
    attendee = Person(email=visit.place.email, name=visit.place.name)
    event = _event(visit, f"{visit.client.name} · {services}", lines, attendee, now)
    return CalendarFile(text=icalendar_text.text(event, method), method=method)


def _event(visit: Visit, summary: str, lines: list[str], attendee: Person, now: datetime) -> CalendarEvent:
    sender = parseaddr(settings.MAIL_FROM)[1]  # programs accept an update only from the event's organiser
    return CalendarEvent(
        uid=f"{visit.reference}@{sender.rpartition('@')[2]}",
        sequence=visit.sequence,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        changed_at=now,
        summary=summary,
        description="\n".join(lines),
        location=f"{visit.place.name}, {visit.place.address}",
        organiser=Person(email=sender, name=visit.place.name),
        attendee=attendee,
        url=visit.manage_url if attendee.email == visit.client.email else visit.desk_url,
        geo=visit.place.position,
    )
