from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from balinea.booking.tests.visits import booked
from balinea.partner import day
from balinea.venues.queries import pages
from tests.rows import Booking

pytestmark = pytest.mark.django_db
DAY = "/fr/pro/salon-des-lilas/2026-11-28/"


@pytest.fixture
def clock(monkeypatch):
    """Noon of the day in Paris."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 28, 11, tzinfo=UTC))


def test_bob_sees_who_comes_when_for_what_with_whom_and_where(bob, venue):
    booked(venue, note="Cheveux très épais")
    page = bob.get(DAY).content.decode()
    for words in [
        "14:30",
        "15:45",
        "Zoé Martin",
        "06 39 98 00 00",
        "Coupe femme",
        "Soin profond",
        "Awa",
        "Bac 1",
        "Cheveux très épais",
        "72",
    ]:
        assert words in page


def test_a_day_is_that_of_the_venue_not_of_the_server(bob, venue):
    late = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)  # half past midnight of the 28th in Paris
    booked(venue, start=late)
    assert "Zoé Martin" in bob.get(DAY).content.decode()
    assert "Zoé Martin" not in bob.get("/fr/pro/salon-des-lilas/2026-11-27/").content.decode()


@pytest.mark.usefixtures("clock")
def test_the_list_answers_only_when_something_changed(bob, venue):
    first = bob.get(f"{DAY}fresh/")
    version = first.content.decode().partition("seen=")[2][:16]
    assert bob.get(f"{DAY}fresh/?seen={version}").status_code == 204
    booked(venue)
    changed = bob.get(f"{DAY}fresh/?seen={version}")
    assert (changed.status_code, "Zoé Martin" in changed.content.decode()) == (200, True)


@pytest.mark.usefixtures("clock")
def test_the_time_stands_between_what_was_and_what_comes_today_only(bob, venue):
    booked(venue, start=datetime(2026, 11, 28, 8, tzinfo=UTC), first_name="Avant")
    booked(venue, reference="LATER", first_name="Après")
    page = bob.get(DAY).content.decode()
    assert page.index("Avant") < page.index("agenda-now") < page.index("Après")
    assert "agenda-now" not in bob.get("/fr/pro/salon-des-lilas/2026-11-27/").content.decode()


@pytest.mark.usefixtures("clock")
def test_requests_of_any_day_stand_on_top_until_they_begin(venue):
    booked(venue, status="pending", start=datetime(2026, 12, 5, 9, tzinfo=UTC))
    booked(venue, reference="PAST", status="pending", start=datetime(2026, 11, 28, 10, tzinfo=UTC))
    shown = day.read(venue_page(venue), datetime(2026, 11, 28, tzinfo=UTC).date(), timezone.now())
    assert [entry.reference for entry in shown.requests] == ["F7K2M9QX"]


def test_cancelled_visits_are_shown_but_not_counted(venue):
    booked(venue)
    booked(venue, reference="OFF", status="cancelled")
    shown = day.read(venue_page(venue), datetime(2026, 11, 28, tzinfo=UTC).date(), timezone.now())
    assert (len(shown.coming) + len(shown.past), len(shown.standing), shown.total_minor) == (2, 1, 7200)


def test_an_empty_day_says_what_will_come(bob):
    assert "Aucun rendez-vous ce jour-là" in bob.get(DAY).content.decode()


@pytest.mark.parametrize(
    "address", ["2026-02-30/", "2026-13-01/", "go/?date=", "go/?date=x", "0001-01-01/", "9999-12-31/"]
)
def test_a_day_that_does_not_exist_is_not_found(bob, address):
    assert bob.get(f"/fr/pro/salon-des-lilas/{address}").status_code == 404


@pytest.mark.usefixtures("clock")
def test_home_leads_to_the_only_salon_and_to_its_present_day(bob):
    assert bob.get("/fr/pro/").url == "/fr/pro/salon-des-lilas/"
    assert bob.get("/fr/pro/salon-des-lilas/").url == DAY
    assert bob.get("/fr/pro/salon-des-lilas/go/?date=2026-12-24").url == "/fr/pro/salon-des-lilas/2026-12-24/"


@pytest.mark.parametrize("words", ["martin", "Zoé MAR", "0639980000", "98 00", "f7k2m9qx", "zoe@"])
def test_a_lookup_finds_by_a_part_of_name_phone_mail_or_by_reference(bob, venue, words):
    booked(venue)
    booked(
        venue,
        reference="OTHER",
        first_name="Ida",
        last_name="Noir",
        email="ida@example.org",
        phone="07 00 11 22 33",
    )
    page = bob.get("/fr/pro/salon-des-lilas/find/", {"q": words}).content.decode()
    assert ("Zoé Martin" in page, "Ida Noir" in page) == (True, False)


def test_a_lookup_of_nothing_or_nobody_says_what_to_do(bob, venue):
    booked(venue)
    assert "Deux lettres suffisent" in bob.get("/fr/pro/salon-des-lilas/find/", {"q": "z"}).content.decode()
    assert "Personne ne correspond" in bob.get("/fr/pro/salon-des-lilas/find/", {"q": "%%"}).content.decode()
    assert "Zoé Martin" in bob.get("/fr/pro/salon-des-lilas/find/", {"q": "zoé\0"}).content.decode()


def test_bob_accepts_a_request_and_goes_back_to_the_day(bob, venue):
    booked(venue, status="pending", start=timezone.now() + timedelta(days=2))
    answer = bob.post("/fr/pro/salon-des-lilas/visit/F7K2M9QX/accept/", {"on": "2026-11-28"})
    assert answer.url == f"{DAY}?done=accepted"
    assert Booking.objects.get().status == "booked"
    again = bob.post("/fr/pro/salon-des-lilas/visit/F7K2M9QX/decline/", {"on": "2026-11-28"})
    assert again.url == f"{DAY}?done=answered"
    assert Booking.objects.get().status == "booked"


def test_bob_declines_a_request(bob, venue):
    booked(venue, status="pending", start=timezone.now() + timedelta(days=2))
    assert "done=declined" in bob.post("/fr/pro/salon-des-lilas/visit/F7K2M9QX/decline/").url
    assert Booking.objects.get().status == "cancelled"


def test_bob_is_asked_before_he_cancels_a_visit(bob, venue):
    booked(venue, start=timezone.now() + timedelta(days=2))
    address = "/fr/pro/salon-des-lilas/visit/F7K2M9QX/cancel/"
    assert bob.get(address).status_code == 200
    assert Booking.objects.get().status == "booked"
    assert "done=cancelled" in bob.post(address).url
    assert Booking.objects.get().status == "cancelled"
    assert bob.get(address).status_code == 409


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "address",
    [
        "",
        "2026-11-28/",
        "2026-11-28/fresh/",
        "find/?q=martin",
        "go/?date=2026-11-28",
        "visit/F7K2M9QX/accept/",
        "visit/F7K2M9QX/decline/",
        "visit/F7K2M9QX/cancel/",
    ],
)
def test_charlie_finds_nothing_of_bobs_and_changes_nothing(charlie, venue, method, address):
    booked(venue, status="pending")
    before = list(Booking.objects.values())
    answer = getattr(charlie, method)(f"/fr/pro/salon-des-lilas/{address}")
    assert answer.status_code in {404, 405}
    assert "Zoé" not in answer.content.decode()
    assert list(Booking.objects.values()) == before


def test_charlie_reaches_no_visit_of_bobs_through_his_own_salon(charlie, venue):
    booked(venue, status="pending")
    before = list(Booking.objects.values())
    for word in ["accept", "decline", "cancel"]:
        assert charlie.post(f"/fr/pro/chez-charlie/visit/F7K2M9QX/{word}/").status_code == 404
    assert charlie.get("/fr/pro/chez-charlie/find/?q=martin").content.decode().count("Zoé") == 0
    assert list(Booking.objects.values()) == before


@pytest.mark.usefixtures("venue")
def test_who_is_not_signed_in_is_led_to_the_door(client):
    assert client.get(DAY).url == f"/fr/sign-in/?next={DAY}"


def venue_page(venue):
    return pages([venue.pk])[venue.pk]


@pytest.mark.usefixtures("venue")
def test_a_page_whose_session_has_ended_is_led_to_the_door_as_a_whole(client):
    part = client.get(f"{DAY}fresh/", headers={"HX-Request": "true"})
    assert (part.headers["HX-Redirect"], part.content) == ("/fr/sign-in/", b"")
