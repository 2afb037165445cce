from datetime import timedelta

import pytest
from icalendar import Calendar

from balinea.booking import manage_link, messages
from balinea.booking.tests.visits import NOON, START, booked, salon
from balinea.notifications.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def venue():
    return salon()


def to_client():
    return Message.objects.get(recipient="zoe@example.org")


def to_salon():
    return Message.objects.get(recipient="salon@example.org")


def event(message):
    (found,) = Calendar.from_ical(message.calendar).walk("VEVENT")
    return found


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_confirmation_says_when_where_how_much_and_until_when_one_may_cancel(venue):
    messages.booked(booked(venue), now=NOON)
    message = to_client()
    assert plain(message.subject) == "C’est réservé : samedi 28 novembre à 14 h 30, Salon des Lilas"
    for body in (message.text, message.html):
        told = plain(body)
        for words in [
            "Samedi 28 novembre 2026",
            "14 h 30 – 15 h 45",
            "heure de Paris (UTC+1)",
            "Coupe femme",
            "avec Awa",
            "72 €",
            "12 rue des Lilas, 75011 Paris",
            "01 99 00 12 34",
            "F7K2M9QX",
            "jusqu’au vendredi 27 novembre à 14 h 30",
            f"http://testserver/fr/visit/F7K2M9QX?token={manage_link.token('F7K2M9QX')}",
        ]:
            assert words in told
    assert message.reply_to == "salon@example.org"
    assert event(message).decoded("DTSTART") == START


def test_the_salon_reads_who_comes_what_for_and_how_to_reach_them(venue):
    messages.booked(booked(venue, note="Cheveux très épais"), now=NOON)
    message = to_salon()
    assert plain(message.subject) == "Nouveau rendez-vous : Zoé Martin, samedi 28 novembre à 14 h 30"
    told = plain(message.text)
    for words in [
        "06 39 98 00 00",
        "zoe@example.org",
        "Bac 1",
        "/fr/pro/salon-des-lilas/2026-11-28/",
    ]:
        assert words in told
    assert manage_link.token("F7K2M9QX") not in message.text + message.html + message.calendar
    assert "à lire dans votre planning" in told
    assert "épais" not in message.text + message.html + message.calendar  # it may be about somebody's health
    assert message.reply_to == "zoe@example.org"


def test_an_english_client_is_written_in_english_and_the_salon_in_its_own_language(venue):
    messages.booked(booked(venue, language="en"), now=NOON)
    assert plain(to_client().subject) == "It’s booked: Saturday 28 November at 14:30, Salon des Lilas"
    assert "/en/visit/" in to_client().text
    assert "Europe" not in to_client().text
    assert to_salon().subject.startswith("Nouveau rendez-vous")


def test_change_and_cancellation_are_about_the_event_of_the_confirmation(venue):
    booking = booked(venue)
    messages.booked(booking, now=NOON)
    booking.starts_at += timedelta(days=1)
    booking.sequence = 1
    messages.moved(booking, before=START, by="client", now=NOON)
    booking.sequence = 2
    messages.cancelled(booking, by="client", now=NOON)
    for recipient in ["zoe@example.org", "salon@example.org"]:
        sent = list(Message.objects.filter(recipient=recipient).order_by("kind"))
        first, cancelled, moved = sent
        assert [m.calendar_method for m in sent] == ["REQUEST", "CANCEL", "REQUEST"]
        assert len({str(event(m)["UID"]) for m in sent}) == 1
        assert [event(m)["SEQUENCE"] for m in (first, moved, cancelled)] == [0, 1, 2]
        assert event(moved).decoded("DTSTART") == START + timedelta(days=1)
        assert event(cancelled)["STATUS"] == "CANCELLED"
        assert "samedi 28 novembre" in plain(moved.text)


def test_a_request_promises_nothing_until_the_salon_answers(venue):
    booking = booked(venue, status="pending")
    messages.requested(booking, now=NOON)
    assert [(m.kind, m.calendar) for m in Message.objects.order_by("kind")] == [
        ("salon-visit-requested", ""),
        ("visit-requested", ""),
    ]
    booking.status = "booked"
    messages.accepted(booking, now=NOON)
    assert Message.objects.get(kind="visit-accepted").calendar_method == "REQUEST"
    messages.declined(booking, now=NOON)
    assert "/fr/salons/salon-des-lilas" in Message.objects.get(kind="visit-declined").text


def test_the_evening_before_each_client_is_reminded_and_the_salon_gets_its_day(venue):
    early = booked(venue)
    late = booked(
        venue, reference="B2", start=START + timedelta(hours=2), first_name="Ida", last_name="Noir", email=""
    )
    for booking in (early, late):
        messages.reminded(booking, now=START - timedelta(days=1))
    messages.day_before([early, late], now=START - timedelta(days=1))
    assert Message.objects.count() == 2
    assert to_client().kind == "visit-tomorrow"
    told = plain(to_salon().text)
    assert told.index("14:30 Zoé Martin") < told.index("16:30 Ida Noir")


def test_a_late_booking_is_told_that_the_delay_is_over(venue):
    messages.booked(booked(venue), now=START - timedelta(hours=2))
    assert "délai d’annulation en ligne est passé" in to_client().text


def test_who_has_no_address_is_not_written_to(venue):
    booking = booked(venue, email="")
    venue.email = ""
    messages.booked(booking, now=NOON)
    assert Message.objects.count() == 0


@pytest.mark.parametrize(("month", "zone"), [(7, "heure de Paris (UTC+2)"), (12, "heure de Paris (UTC+1)")])
def test_the_offset_is_that_of_the_day_of_the_visit(venue, month, zone):
    messages.booked(booked(venue, start=START.replace(month=month)), now=NOON)
    assert zone in to_client().text


def test_a_line_of_history_is_told_once(venue):
    booking = booked(venue)
    for _ in range(2):
        messages.booked(booking, now=NOON, fact="booking-event-7")
    assert Message.objects.count() == 2
