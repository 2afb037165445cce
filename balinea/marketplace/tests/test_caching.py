import gzip

import pytest

PUBLIC = (
    "",
    "free-today",
    "places?near=bast",
    "salons",
    "salons?treatment=coupe-femme&near=Bastille",
    "salons/lilas",
    "salons/lilas/now",
)


@pytest.mark.parametrize("path", PUBLIC)
def test_an_anonymous_page_can_be_kept_by_any_cache(client, salon, path):
    response = client.get(f"/fr/{path}")
    assert response.status_code == 200
    assert response.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=")
    assert response.headers["Cache-Tag"]
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert not response.cookies


@pytest.mark.parametrize(
    "path", ["salons?near=Bastille", "salons/lilas/dates?service=coupe", "salons/lilas/now", "free-today"]
)
def test_what_moves_by_the_minute_is_kept_for_five_seconds(client, salon, path):
    assert "s-maxage=5," in client.get(f"/fr/{path}").headers["Cache-Control"]


def test_a_page_that_did_not_change_is_not_sent_again(client, salon):
    first = client.get("/fr/salons/lilas")
    again = client.get("/fr/salons/lilas", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_venue_is_named_in_the_tags_of_every_page_that_shows_it(client, salon):
    for path in (
        "salons/lilas",
        "salons/lilas/now",
        "salons/lilas/dates?service=coupe",
        "salons?near=Bastille",
    ):
        assert "venue-lilas" in client.get(f"/fr/{path}").headers["Cache-Tag"].split(", ")


def test_pages_of_one_visitor_are_kept_by_nobody(client, take, book):
    checkout = take("11:00")
    confirmation = book("14:00")
    for path in (checkout.url, confirmation, confirmation.replace("/confirmation", "")):
        response = client.get(path, follow=True)
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("prefers", "leads_to"), [("en-GB,en;q=0.8", "/en/"), ("fr", "/fr/"), ("de", "/fr/")]
)
def test_the_root_leads_to_the_language_that_the_browser_prefers(client, prefers, leads_to):
    response = client.get("/", headers={"Accept-Language": prefers})
    assert (response.status_code, response.url) == (302, leads_to)
    assert response.headers["Vary"] == "Accept-Language"


def test_a_page_speaks_the_language_of_its_address_whatever_the_browser_prefers(client, salon):
    page = client.get("/fr/salons/lilas", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="fr">' in page
    assert "Que souhaitez-vous" in page


def test_a_public_page_travels_packed(client, salon):
    plain = client.get("/fr/salons/lilas")
    packed = client.get("/fr/salons/lilas", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    again = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}
    assert client.get("/fr/salons/lilas", headers=again).status_code == 304
