"""Tell the client and the salon what became of a booking.

`fact` names the line of its history that is told ("booking-event-7"): telling it again sends nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from balinea.booking import letters_to_client, letters_to_salon
from balinea.booking.models import Booking
from balinea.booking.news import News
from balinea.booking.visit_facts import Client, visit

SALON_LANGUAGE = settings.LANGUAGE_CODE
NOBODY = Client(first_name="", name="", email="", phone="")  # a whole day has no one client to answer to


def requested(booking: Booking, *, now: datetime, fact: str = "") -> None:
    """Somebody asked for a visit that the salon approves first: nothing for calendars yet."""
    told = visit(booking)
    news = News(kind="visit-requested", visit=told, now=now, fact=fact)
    with override(told.language):
        news.to_client(letters_to_client.requested(told, now=now))
    with override(SALON_LANGUAGE):
        news.to_salon(letters_to_salon.requested(told), language=SALON_LANGUAGE)


def booked(booking: Booking, *, now: datetime, fact: str = "") -> None:
    """A visit was booked."""
    told = visit(booking)
    news = News(kind="visit-booked", visit=told, now=now, fact=fact, method="REQUEST")
    with override(told.language):
        news.to_client(letters_to_client.booked(told, now=now))
    with override(SALON_LANGUAGE):
        news.to_salon(letters_to_salon.booked(told), language=SALON_LANGUAGE)


def accepted(booking: Booking, *, now: datetime, fact: str = "") -> None:
    """The salon accepted a request."""
    told = visit(booking)
    news = News(kind="visit-accepted", visit=told, now=now, fact=fact, method="REQUEST")
    with override(told.language):
        news.to_client(letters_to_client.accepted(told, now=now))
    with override(SALON_LANGUAGE):
        news.to_salon(letters_to_salon.booked(told), language=SALON_LANGUAGE)


def declined(booking: Booking, *, now: datetime, fact: str = "") -> None:
    """The salon declined a request; it knows, so only the client is told."""
    told = visit(booking)
    with override(told.language):
        News(kind="visit-declined", visit=told, now=now, fact=fact).to_client(
            letters_to_client.declined(told)
        )


def moved(booking: Booking, *, before: datetime, by: str, now: datetime, fact: str = "") -> None:
    """The booking has another time or other services. `before` is the start that it had, `by` is client or salon."""
    told, by_salon = visit(booking), by == "salon"
    news = News(
        kind="visit-moved",
        visit=told,
        now=now,
        fact=fact,
        method=None if told.status == "pending" else "REQUEST",
    )
    before = before.astimezone(told.starts_at.tzinfo)
    with override(told.language):
        news.to_client(letters_to_client.moved(told, before=before, by_salon=by_salon, now=now))
    with override(SALON_LANGUAGE):
        news.to_salon(letters_to_salon.moved(told, before=before, by_salon=by_salon), language=SALON_LANGUAGE)


def cancelled(booking: Booking, *, by: str, now: datetime, fact: str = "") -> None:
    """The booking is off, in calendars too. `by` is client or salon."""
    _off(News(kind="visit-cancelled", visit=visit(booking), now=now, fact=fact, method="CANCEL"), by)


def withdrawn(booking: Booking, *, by: str, now: datetime, fact: str = "") -> None:
    """A request is off that was in nobody's calendar. `by` is client or salon."""
    _off(News(kind="visit-cancelled", visit=visit(booking), now=now, fact=fact), by)


def reminded(booking: Booking, *, now: datetime, fact: str = "") -> None:
    """Remind the client, the day before."""
    told = visit(booking)
    with override(told.language):
        news = News(kind="visit-tomorrow", visit=told, now=now, fact=fact)
        news.to_client(letters_to_client.tomorrow(told, now=now))


def day_before(bookings: Sequence[Booking], *, now: datetime) -> None:
    """Remind the salon of all bookings of one venue's next day at once, in the order given; once a day."""
    visits = [visit(booking) for booking in bookings]
    day = f"day-{visits[0].place.slug}-{visits[0].starts_at.date()}"
    whole = replace(visits[0], client=NOBODY, reference=day)
    with override(SALON_LANGUAGE):
        news = News(kind="day-tomorrow", visit=whole, now=now, fact=day)
        news.to_salon(letters_to_salon.tomorrow(visits), language=SALON_LANGUAGE)


def _off(news: News, by: str) -> None:
    told, by_salon = news.visit, by == "salon"
    with override(told.language):
        news.to_client(letters_to_client.cancelled(told, by_salon=by_salon))
    with override(SALON_LANGUAGE):
        news.to_salon(letters_to_salon.cancelled(told, by_salon=by_salon), language=SALON_LANGUAGE)
