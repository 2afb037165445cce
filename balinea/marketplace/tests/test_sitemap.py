from xml.etree import ElementTree as ET

from balinea.marketplace import sitemap
from balinea.marketplace.tests.conftest import open_salon

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(response):
    assert response.status_code == 200
    return [found.text for found in ET.fromstring(response.content).iter(f"{SITEMAPS}loc")]  # noqa: S314 - our own


def test_every_public_page_is_listed_in_both_languages(client, salon):
    open_salon("secret", published=False)
    pages = listed(client.get("/sitemap.xml"))
    assert len(pages) == 2 * (2 + 6 + 1)
    assert "http://testserver/fr/salons/lilas" in pages
    assert "http://testserver/en/salons/lilas" in pages
    assert not [page for page in pages if "secret" in page]


def test_many_pages_are_listed_in_parts(client, salon, monkeypatch):
    open_salon("tilleuls")
    monkeypatch.setattr(sitemap, "VENUES", 1)
    parts = listed(client.get("/sitemap.xml"))
    assert parts == ["http://testserver/sitemap-1.xml", "http://testserver/sitemap-2.xml"]
    first, second = (listed(client.get(part.removeprefix("http://testserver"))) for part in parts)
    assert (len(first), len(second)) == (18, 2)
    assert client.get("/sitemap-3.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_robots_are_shown_the_list_and_kept_from_what_is_private(client):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /fr/visit/" in text
