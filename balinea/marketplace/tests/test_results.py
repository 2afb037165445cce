from datetime import timedelta

import pytest

from balinea.marketplace.tests.conftest import open_salon


def text(response):
    return response.content.decode()


def test_a_card_offers_the_next_three_starts_as_buttons(client, salon, day):
    page = text(client.get(f"/fr/salons?treatment=coupe+femme&near=Bastille&date={day}&from=14:00"))
    assert page.count('class="card"') == 1
    assert page.count('name="start"') == 3
    assert f'value="{day}T14:00+0' in page
    assert 'action="/fr/salons/lilas/hold"' in page


def test_what_was_asked_stays_in_the_form(client, salon, day):
    page = text(
        client.get(f"/fr/salons?treatment=coupe-femme&near=bastile&date={day}&from=14:00&to=18:00&sort=price")
    )
    assert 'value="Coupe femme"' in page
    assert 'value="bastile"' in page
    assert f'value="{day}"' in page
    for chosen in ("14:00", "18:00", "price"):
        assert f'<option value="{chosen}" selected>' in page


def test_an_unknown_place_is_met_with_places_like_it(client, salon):
    page = text(client.get("/fr/salons?treatment=coupe&near=bastoche"))
    assert "Nous ne connaissons pas «\u00a0bastoche\u00a0»" in page
    assert 'href="/fr/salons?treatment=coupe&amp;near=Bastille"' in page


def test_an_unknown_treatment_is_met_with_the_families(client, salon):
    page = text(client.get("/fr/salons?treatment=zzzz"))
    assert "Nous ne connaissons pas «\u00a0zzzz\u00a0»" in page
    assert 'href="/fr/salons?treatment=coiffure"' in page


def test_a_past_day_says_so_and_leads_on(client, salon, day):
    page = text(client.get(f"/fr/salons?treatment=coupe&date={day - timedelta(days=9)}"))
    assert "Ce jour est déjà passé" in page
    assert 'href="/fr/salons?treatment=coupe&amp;when=today"' in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("date=2026-02-30", "Cette date n’existe pas"),
        ("date=2999-01-01", "C’est un peu loin"),
        ("from=18:00&to=10:00", "Cette plage horaire se termine avant de commencer"),
    ],
)
def test_what_cannot_be_answered_is_said(client, salon, asked, said):
    response = client.get(f"/fr/salons?{asked}")
    assert response.status_code == 200
    assert said in text(response)


def test_nothing_free_offers_wider_searches(client, salon, day):
    page = text(client.get(f"/fr/salons?treatment=coupe-femme&near=Bastille&date={day}&from=21:00"))
    assert "Rien de libre ici" in page
    assert f'href="/fr/salons?treatment=coupe-femme&amp;near=Bastille&amp;date={day}"' in page
    assert 'href="/fr/salons?treatment=coupe-femme&amp;near=Bastille"' in page


def test_pages_follow_each_other_by_cursor_without_repeating(client, salon):
    for number in range(19):
        open_salon(f"lilas-{number}")
    first = text(client.get("/fr/salons?near=Bastille"))
    assert first.count('class="card"') == 18
    following = first.split('href="/fr/salons?near=Bastille&amp;cursor=')[1].split('"')[0]
    second = text(client.get(f"/fr/salons?near=Bastille&cursor={following}"))
    assert second.count('class="card"') == 2
    shown = {
        slug for slug in (*(f"lilas-{n}" for n in range(19)), "lilas") if f'"/fr/salons/{slug}"' in second
    }
    assert not [slug for slug in shown if f'"/fr/salons/{slug}"' in first]


def test_a_cursor_that_somebody_made_up_shows_the_first_page(client, salon):
    assert text(client.get("/fr/salons?near=Bastille&cursor=abc")).count('class="card"') == 1


def test_the_english_page_is_english(client, salon, day):
    page = text(client.get(f"/en/salons?treatment=coupe-femme&near=Bastille&date={day}"))
    assert "Women&#x27;s haircut near Bastille" in page
    assert "1 salon has a free time on" in page


def test_the_home_page_leads_to_the_six_families(client, db):
    page = text(client.get("/fr/"))
    for family in ("coiffure", "epilation", "ongles", "soins", "spa", "fitness"):
        assert f'href="/fr/salons?treatment={family}"' in page


def test_a_place_is_proposed_while_it_is_typed(client):
    assert '<option value="Bastille">' in text(client.get("/fr/places?near=basti"))
    assert text(client.get("/fr/places?near=b")).strip() == ""
