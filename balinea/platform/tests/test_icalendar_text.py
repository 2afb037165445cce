from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from balinea.platform.icalendar_text import CalendarEvent, Person, text

EVENT = CalendarEvent(
    uid="F7K2@balinea.example",
    sequence=3,
    starts_at=datetime(
        2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1))
    ),  # the second 02:30 of that night
    ends_at=datetime(2026, 10, 25, 2, 15, tzinfo=UTC),
    changed_at=datetime(2026, 10, 1, 9, tzinfo=UTC),
    summary="Coupe, brushing ; café · Salon « des Lilas »",
    description="Awa vous attend.\nÀ bientôt",
    location="12 rue des Lilas, 75011 Paris",
    organiser=Person(email="bonjour@balinea.example", name='Salon "X"; d’été'),
    attendee=Person(email="zoe@example.org", name="Zoé Martin"),
    url="https://balinea.example/fr/visit/F7K2?token=a,b;c",
    geo=(48.8566, 2.3522),
)


def parsed(written):
    calendar = Calendar.from_ical(written)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_event_reads_back_as_it_was_meant():
    calendar, event = parsed(text(EVENT, "REQUEST"))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "REQUEST")
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (EVENT.uid, 3, "CONFIRMED")
    assert event.decoded("DTSTART") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert event.decoded("DTEND") == EVENT.ends_at
    assert event.decoded("DTSTAMP") == EVENT.changed_at
    assert str(event["SUMMARY"]) == EVENT.summary
    assert str(event["DESCRIPTION"]) == EVENT.description
    assert str(event["LOCATION"]) == EVENT.location
    assert str(event["URL"]) == EVENT.url
    assert (event["GEO"].latitude, event["GEO"].longitude) == EVENT.geo
    assert event["ORGANIZER"] == "mailto:bonjour@balinea.example"
    assert event["ATTENDEE"] == "mailto:zoe@example.org"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"


def test_a_change_and_a_cancellation_are_the_same_event_later_on():
    _, moved = parsed(text(replace(EVENT, sequence=4), "REQUEST"))
    calendar, ended = parsed(text(replace(EVENT, sequence=5), "CANCEL"))
    assert {moved["UID"], ended["UID"]} == {EVENT.uid}
    assert (moved["SEQUENCE"], ended["SEQUENCE"]) == (4, 5)
    assert (calendar["METHOD"], ended["STATUS"], ended["TRANSP"]) == ("CANCEL", "CANCELLED", "TRANSPARENT")
    assert ended.walk("VALARM") == []


def test_a_download_asks_nobody_to_attend():
    _, event = parsed(text(EVENT, "PUBLISH"))
    assert "ATTENDEE" not in event
    assert len(event.walk("VALARM")) == 1


def test_what_travels_by_mail_needs_an_attendee():
    with pytest.raises(ValueError, match="attendee"):
        text(replace(EVENT, attendee=None), "REQUEST")


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=300))
def test_every_line_is_folded_at_75_octets_and_ends_as_the_rule_says(words):
    written = text(replace(EVENT, summary=words, location=words), "PUBLISH")
    assert written.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    _, event = parsed(written)
    assert str(event["SUMMARY"]) == words
