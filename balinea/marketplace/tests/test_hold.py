import pytest
from django.test import Client

from balinea.marketplace.tests.conftest import open_salon, works_only
from tests.rows import Hold


def test_a_start_posted_from_a_card_leads_to_the_checkout(client, take):
    response = take()
    hold = Hold.objects.get()
    assert (response.status_code, response.url) == (303, f"/fr/reservation/{hold.pk}")
    assert "visitor" in response.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_on_another_site_holds_nothing(take, headers):
    assert take(**headers).status_code == 403
    assert Hold.objects.count() == 0


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}])
def test_our_own_pages_may_post_without_a_token(salon, at, headers):
    strict = Client(enforce_csrf_checks=True)
    fields = {"service": "coupe", "start": at("10:00")}
    assert strict.post("/fr/salons/lilas/hold", fields, headers=headers).status_code == 303


def test_a_start_that_somebody_took_offers_three_others(client, take, at):
    take("10:00", by=Client())
    other = Client(REMOTE_ADDR="192.0.2.7")
    response = take("10:15", by=other)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Quelqu’un a été plus rapide" in page
    assert page.count('name="start"') == 3
    assert 'name="staff" value="ines"' in page
    assert Hold.objects.count() == 1


def test_once_a_person_is_fully_booked_another_one_is_proposed_by_name(salon, take, day, client_elsewhere):
    works_only(salon, "ines", day, "10:00-10:45")
    assert take("10:00", by=client_elsewhere).status_code == 303
    page = take("10:00").content.decode()
    assert page.count("avec Karim") == 3
    assert page.count('name="staff" value="karim"') == 3


def test_a_start_outside_hours_is_said_to_be_no_longer_offered(take):
    response = take("22:00")
    assert response.status_code == 422
    assert "Cette heure n’est plus proposée" in response.content.decode()
    assert Hold.objects.count() == 0


@pytest.mark.parametrize("start", ["", "tomorrow", "2026-12-01T10:00"])
def test_a_start_that_is_no_instant_is_nowhere(client, salon, start):
    assert client.post("/fr/salons/lilas/hold", {"service": "coupe", "start": start}).status_code == 404


def test_who_holds_enough_is_asked_to_finish(client, take):
    for number in range(3):
        open_salon(f"other-{number}")
        assert take(slug=f"other-{number}").status_code == 303
    response = take()
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert "Vous gardez déjà plusieurs heures" in response.content.decode()
