from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from balinea.marketplace.tests.conftest import TYPED
from tests.rows import Booking, Claim, Hold


def expire(hold):
    past = timezone.now() - timedelta(seconds=1)
    Hold.objects.filter(pk=hold.pk).update(expires_at=past)
    Claim.objects.filter(visit=hold.pk).update(expires_at=past)


def test_the_checkout_says_what_who_when_and_until_when_it_can_be_cancelled(client, take):
    page = client.get(take().url).content.decode()
    for words in (
        "Atelier des Lilas",
        "Coupe femme",
        "avec Inès",
        "48\u00a0€",
        "à 10\u00a0h",
        "Vous pouvez annuler ou déplacer gratuitement jusqu’au",
    ):
        assert words in page
    for completion in ("given-name", "family-name", "email", "tel"):
        assert f'autocomplete="{completion}"' in page
    assert "jusqu’à" in page.split("data-countdown")[1].split("</time>")[0]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("first_name", "Écrivez votre prénom."),
        ("email", "Écrivez votre adresse e-mail"),
        ("accept_policy", "Cochez cette case"),
    ],
)
def test_a_mistake_loses_nothing_that_was_typed(client, take, missing, said):
    response = client.post(take().url, {**TYPED, missing: ""})
    page = response.content.decode()
    assert said in page
    for name in set(TYPED) - {missing, "accept_policy"}:
        assert TYPED[name] in page
    assert Booking.objects.count() == 0


def test_a_mistake_is_announced_with_its_field(client, take):
    page = client.post(take().url, {**TYPED, "email": "camille@"}).content.decode()
    field = page.split('name="email"')[1].split(">")[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="email_helptext' in field
    assert 'href="#email"' in page


def test_a_filled_form_books(client, take):
    hold_page = take().url
    response = client.post(hold_page, TYPED)
    booking = Booking.objects.get()
    assert (booking.first_name, booking.email, booking.language, booking.status) == (
        "Camille",
        "camille@example.org",
        "fr",
        "booked",
    )
    assert response.url.startswith(f"/fr/visit/{booking.reference}/confirmation?token=")
    page = client.get(response.url).content.decode()
    assert "C’est réservé, Camille." in page
    assert booking.reference in page


def test_posting_twice_books_once_and_leads_to_the_same_place(client, take):
    checkout = take().url
    first, second = (client.post(checkout, TYPED) for _ in range(2))
    assert first.url == second.url
    assert Booking.objects.count() == 1


def test_a_form_without_its_token_books_nothing_and_is_told_so(client, take):
    response = Client(enforce_csrf_checks=True).post(take().url, TYPED)
    assert (response.status_code, Booking.objects.count()) == (403, 0)
    assert "Ce formulaire n’est plus valable" in response.content.decode()
    assert response["Cache-Control"] in {"no-store", "private, no-store"}


def test_going_back_after_booking_leads_to_the_confirmation(client, take):
    checkout = take().url
    booked = client.post(checkout, TYPED).url
    response = client.get(checkout)
    assert (response.status_code, response.url) == (302, booked)


def test_a_hold_that_ended_while_typing_can_be_taken_again_with_all_that_was_typed(client, take):
    checkout = take().url
    expire(Hold.objects.get())
    late = client.post(checkout, TYPED)
    assert late.status_code == 410
    page = late.content.decode()
    assert "Les dix minutes sont passées" in page
    for name, value in TYPED.items():
        assert f'name="{name}" value="{value}"' in page
    again = client.post(checkout, {**TYPED, "retake": "1"})
    form = again.content.decode()
    new = Hold.objects.latest("created_at")
    assert "Ce que vous aviez écrit est là." in form
    assert f'action="/fr/reservation/{new.pk}"' in form
    for name in set(TYPED) - {"accept_policy"}:
        assert TYPED[name] in form
    assert client.post(f"/fr/reservation/{new.pk}", TYPED).url.startswith("/fr/visit/")
    assert Booking.objects.count() == 1


def test_a_hold_that_ended_before_typing_can_be_taken_again(client, take):
    checkout = take().url
    expire(Hold.objects.get())
    assert "Reprendre cette heure" in client.get(checkout).content.decode()
    again = client.post(checkout, {"retake": "1"})
    assert again.url == f"/fr/reservation/{Hold.objects.latest('created_at').pk}"


def test_a_hold_that_ended_and_was_taken_by_somebody_offers_others(client, take, client_elsewhere):
    checkout = take().url
    expire(Hold.objects.get())
    take(by=client_elsewhere)
    response = client.post(checkout, {**TYPED, "retake": "1"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "Cette heure vient d’être prise" in page
    assert page.count('name="email" value="camille@example.org"') == 3
    other = page.split('name="start" value="')[1].split('"')[0]
    fields = {**TYPED, "service": "coupe", "staff": "ines", "start": other}
    form = client.post("/fr/salons/lilas/hold", fields).content.decode()
    assert 'value="camille@example.org"' in form
    assert Booking.objects.count() == 0


def test_taking_again_what_is_still_held_keeps_it(client, take):
    checkout = take().url
    page = client.post(checkout, {**TYPED, "retake": "1"}).content.decode()
    assert f'action="{checkout}"' in page
    assert TYPED["note"] in page
    assert Hold.objects.count() == 1


def test_a_hold_that_never_was_is_nowhere(client, salon):
    assert client.get("/fr/reservation/00000000-0000-4000-8000-000000000000").status_code == 404


def test_a_salon_that_approves_first_is_sent_a_request(client, salon, take):
    salon.approves_first = True
    salon.save()
    checkout = take().url
    assert "Envoyer la demande" in client.get(checkout).content.decode()
    page = client.get(client.post(checkout, TYPED).url).content.decode()
    assert "Demande envoyée" in page
    assert Booking.objects.get().status == "pending"
