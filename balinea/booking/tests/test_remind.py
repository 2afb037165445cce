from datetime import timedelta

import pytest

from balinea.booking.models import Booking, BookingEvent
from balinea.booking.remind import remind
from balinea.booking.reschedule import Change, reschedule
from balinea.booking.tests.path import book, key_of, wednesday
from tests.salon import NOW, open_salon, small

pytestmark = pytest.mark.django_db

TUESDAY_NOON = wednesday(12) - timedelta(days=1)


def reminders():
    return BookingEvent.objects.filter(kind="reminded").count()


def test_a_booking_of_tomorrow_is_reminded_of_once():
    open_salon()
    book(wednesday(10))
    assert [remind(now=TUESDAY_NOON), remind(now=TUESDAY_NOON)] == [1, 0]
    assert reminders() == 1


def test_other_days_nights_and_what_was_booked_a_moment_ago_wait():
    open_salon()
    book(wednesday(10))
    book(wednesday(11), now=TUESDAY_NOON - timedelta(hours=1))
    assert remind(now=TUESDAY_NOON - timedelta(days=1)) == 0
    assert remind(now=wednesday(9)) == 0
    assert remind(now=TUESDAY_NOON.replace(hour=22)) == 0
    assert remind(now=TUESDAY_NOON) == 1


def test_a_moved_booking_is_reminded_of_anew():
    open_salon()
    booked = book(wednesday(10, weeks=1))
    assert remind(now=TUESDAY_NOON + timedelta(weeks=1)) == 1
    early = TUESDAY_NOON + timedelta(days=1)
    change = Change(start=wednesday(10, weeks=2))
    reschedule(reference=booked.reference, authority=key_of(booked), change=change, now=early)
    assert remind(now=TUESDAY_NOON + timedelta(weeks=2)) == 1
    assert reminders() == 2


def test_visits_without_a_client_are_noted_and_nobody_is_written_to():
    document = small()
    document["bookings"] = [{"service": "cut", "staff": "lea", "start": "2026-11-25T10:00"}]
    open_salon(document)
    assert remind(now=TUESDAY_NOON) == 1
    assert reminders() == 0
    assert Booking.objects.get().reminded_at == TUESDAY_NOON


def test_what_was_cancelled_is_not_reminded_of():
    open_salon()
    book(wednesday(10))
    Booking.objects.update(status="cancelled")
    assert remind(now=TUESDAY_NOON) == 0
    assert NOW < TUESDAY_NOON
