"""The text of an iCalendar file (RFC 5545) with one event, as calendar programs and mail programs (RFC 5546) want it.

`UID` stays the same over an event's life and `SEQUENCE` rises with each change: so a later file updates or cancels the
event of an earlier one, wherever it was opened.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from icalendar import Alarm, Calendar, Event, vCalAddress, vGeo, vText, vUri

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who organises or attends: a mail address and a name."""

    email: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event. Instants are aware; `changed_at` is when this state of it was written; `url` leads to its page."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    summary: str
    description: str
    location: str
    organiser: Person
    url: str = ""
    geo: tuple[float, float] | None = None
    attendee: Person | None = None


def text(event: CalendarEvent, method: Method) -> str:
    """Return the file. `PUBLISH` is for downloads; `REQUEST` and `CANCEL` travel by mail and need an attendee."""
    if method != "PUBLISH" and event.attendee is None:
        raise ValueError(f"{method} needs an attendee (RFC 5546, 3.2)")
    calendar = Calendar()
    calendar.add("prodid", "-//Balinea//Balinea//FR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_component(event, method))
    octets: bytes = calendar.to_ical()
    return octets.decode()


def _component(event: CalendarEvent, method: Method) -> Event:
    written = Event()
    written.add("uid", event.uid)
    written.add("sequence", event.sequence)
    written.add("dtstamp", event.changed_at.astimezone(UTC))
    written.add("last-modified", event.changed_at.astimezone(UTC))
    # UTC: true in the hour that the clocks repeat, which no TZID can name, and read alike by every program
    written.add("dtstart", event.starts_at.astimezone(UTC))
    written.add("dtend", event.ends_at.astimezone(UTC))
    written.add("summary", event.summary)
    written.add("description", event.description)
    written.add("location", event.location)
    written.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    written.add("transp", "TRANSPARENT" if method == "CANCEL" else "OPAQUE")
    written["organizer"] = _address(event.organiser)
    if event.geo is not None:
        written["geo"] = vGeo(event.geo)
    if event.url:
        written["url"] = vUri(event.url)
    if method != "PUBLISH" and event.attendee is not None:
        written.add("attendee", _attendee(event.attendee), encode=False)
    if method != "CANCEL":
        written.add_component(_reminder(event.summary))
    return written


def _address(person: Person) -> vCalAddress:
    address = vCalAddress(f"mailto:{person.email}")
    address.params["cn"] = vText(person.name)
    return address


def _attendee(person: Person) -> vCalAddress:
    # they have booked: there is nothing to answer
    address = _address(person)
    address.params["role"] = vText("REQ-PARTICIPANT")
    address.params["partstat"] = vText("ACCEPTED")
    address.params["rsvp"] = vText("FALSE")
    return address


def _reminder(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm["trigger"] = "-PT2H"
    return alarm
