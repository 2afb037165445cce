import pytest

from balinea.marketplace.tests.conftest import open_salon
from tests.rows import OpeningException


def test_a_venue_shows_its_menu_by_category_with_lengths_and_prices(client, salon):
    page = client.get("/fr/salons/lilas").content.decode()
    assert (
        page.index("<h3>Coupes</h3>")
        < page.index("Coupe femme")
        < page.index("<h3>Coiffages</h3>")
        < page.index("Brushing")
    )
    assert "45\u00a0min" in page
    assert "48\u00a0€" in page
    assert page.count('name="service"') == 2


def test_a_venue_says_who_works_there_when_and_on_which_terms(client, salon):
    page = client.get("/fr/salons/lilas").content.decode()
    assert "Inès" in page
    assert "Karim" in page
    assert page.count("09:00–19:00") == 7
    assert "gratuits jusqu’à 24 heures avant le rendez-vous" in page
    assert "à pied, station" in page


def test_a_coming_closure_is_announced(client, salon, day):
    OpeningException.objects.create(venue=salon, date=day, hours=[])
    assert "\u00a0: fermé" in client.get("/fr/salons/lilas").content.decode()


@pytest.mark.parametrize(
    "path", ["nowhere", "nowhere/dates?service=coupe", "nowhere/now", "lilas/dates?service=zzz"]
)
def test_what_does_not_exist_is_a_designed_page(client, salon, path):
    response = client.get(f"/fr/salons/{path}")
    assert response.status_code == 404
    assert "Cette page n’existe pas" in response.content.decode()


def test_a_venue_that_is_not_published_is_not_there(client, db):
    open_salon("secret", published=False)
    assert client.get("/fr/salons/secret").status_code == 404


def test_open_now_is_a_fragment_of_its_own(client, db):
    always = {key: ["00:00-24:00"] for key in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    open_salon("always", opening=always)
    open_salon("never", opening={})
    assert "Ouvert jusqu’à" in client.get("/fr/salons/always/now").content.decode()
    assert "Fermé en ce moment" in client.get("/fr/salons/never/now").content.decode()
