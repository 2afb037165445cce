from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.rows import Booking


@pytest.fixture
def link(book):
    """Addresses of a booking at 10:00: `link()` manages it, `link("cancel")` cancels it."""
    confirmation = book("10:00")

    def to(page="", **more):
        path, token = confirmation.split("?")
        extra = "".join(f"&{name}={value}" for name, value in more.items())
        return path.replace("/confirmation", f"/{page}" if page else "") + f"?{token}{extra}"

    return to


@pytest.mark.parametrize("page", ["", "confirmation", "change", "cancel", "calendar.ics"])
def test_somebody_elses_link_opens_nothing(client, link, page):
    path = link(page).split("?")[0]
    for token in ("", "?token=", "?token=0123456789"):
        response = client.get(path + token)
        assert response.status_code == 404
        assert "ouvrez le lien reçu par e-mail" in response.content.decode()


def test_the_link_shows_the_booking_and_what_can_be_done(client, link):
    page = client.get(link()).content.decode()
    for words in ("Atelier des Lilas", "Coupe femme", "réservé", "Changer d’heure", "Annuler"):
        assert words in page


def test_the_calendar_file_is_of_this_booking(client, link):
    response = client.get(link("calendar.ics"))
    booking = Booking.objects.get()
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert booking.reference in response.content.decode()
    assert "METHOD:PUBLISH" in response.content.decode()


def test_cancelling_says_what_it_means_first(client, link):
    page = client.get(link("cancel")).content.decode()
    assert "Cela ne vous coûte rien" in page
    assert Booking.objects.get().status == "booked"


def test_cancelling_frees_the_time_and_says_so(client, link, day, at):
    response = client.post(link("cancel"))
    assert Booking.objects.get().status == "cancelled"
    page = client.get(response.url).content.decode()
    assert "C’est annulé." in page
    assert "Changer d’heure" not in page
    free = client.get(f"/fr/salons/lilas/dates?service=coupe&staff=ines&day={day}").content.decode()
    assert f'value="{at("10:00")[:16]}' in free


def test_cancelling_twice_is_cancelling_once(client, link):
    first, second = client.post(link("cancel")), client.post(link("cancel"))
    assert first.url == second.url
    assert Booking.objects.get().sequence == 1


def test_too_late_says_until_when_it_was_possible_and_changes_nothing(client, link):
    Booking.objects.update(cancel_until=timezone.now() - timedelta(hours=1))
    booking = Booking.objects.get()
    booking.policy["cancel_until"] = booking.cancel_until.isoformat()
    booking.save()
    assert client.get(link("cancel")).url == link()
    assert client.post(link("cancel")).url == link()
    page = client.get(link()).content.decode()
    assert "Il est trop tard pour changer en ligne." in page
    assert "Appelez le salon au 01 99 00 12 34." in page.replace("\u00a0", " ")
    assert Booking.objects.get().status == "booked"


def test_changing_moves_the_visit(client, link, at):
    page = client.get(link("change")).content.decode()
    assert "csrfmiddlewaretoken" in page
    response = client.post(link("change"), {"start": at("15:00")})
    assert response.url == link(done="changed")
    assert Booking.objects.get().starts_at.isoformat() == at_utc(at("15:00"))
    assert "C’est changé." in client.get(response.url).content.decode()


def test_the_own_time_does_not_stand_in_the_way(client, link, day, at):
    page = client.get(link("change", day=day)).content.decode()
    assert f'value="{at("10:15")[:16]}' in page


def test_a_refused_change_keeps_the_old_time(client, link, take, client_elsewhere, at):
    take("15:00", by=client_elsewhere)
    before = Booking.objects.get().starts_at
    response = client.post(link("change"), {"start": at("15:00")})
    assert response.status_code == 409
    assert "Votre rendez-vous n’a pas bougé" in response.content.decode()
    assert Booking.objects.get().starts_at == before


def test_an_english_client_reads_english(client, link):
    page = client.get(link().replace("/fr/", "/en/")).content.decode()
    assert "Change the time" in page
    assert "You can cancel or move it free of charge until" in page


def at_utc(text):
    return datetime.fromisoformat(text).astimezone(UTC).isoformat()
