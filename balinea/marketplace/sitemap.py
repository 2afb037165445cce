"""The list of public pages for search engines: one sitemap, or an index of several where there are many."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from balinea.catalog import taxonomy
from balinea.marketplace import headers
from balinea.venues import queries as venues

VENUES = 20_000  # a sitemap; it lists each in two languages, and may have 50,000 addresses
XML = "application/xml; charset=utf-8"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """List every public page, or the parts of the list."""
    count = venues.count_published()
    if count <= VENUES:
        return _answer(request, "sitemap.xml", {"pages": [*_pages(), *_venues(0)]})
    parts = range(-(-count // VENUES))
    return _answer(
        request, "sitemap_index.xml", {"parts": [_absolute(f"/sitemap-{part + 1}.xml") for part in parts]}
    )


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """List one part of the public pages, counted from 1."""
    listed = [*(_pages() if number == 1 else ()), *_venues(number - 1)] if number else []
    if not listed:
        raise Http404
    return _answer(request, "sitemap.xml", {"pages": listed})


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Say where the list is, and which pages belong to one visitor."""
    private = "".join(
        f"Disallow: /{language}/{path}/\n" for language in ("fr", "en") for path in ("visit", "reservation")
    )
    text = f"User-agent: *\n{private}Sitemap: {_absolute('/sitemap.xml')}\n"
    return headers.public(
        HttpResponse(text, content_type="text/plain"), request, seconds=headers.DAY, tags=["robots"]
    )


def _answer(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponseBase:
    page = render(request, f"marketplace/{template}", context, content_type=XML)
    return headers.public(page, request, seconds=headers.DAY, tags=["sitemap"])


def _pages() -> Iterable[dict[str, str]]:
    yield _in_languages("home")
    yield _in_languages("results")
    for family in taxonomy.families():
        yield {
            language: f"{url}?treatment={family.slug}" for language, url in _in_languages("results").items()
        }


def _venues(number: int) -> Iterable[dict[str, str]]:
    slugs = venues.published_slugs(skip=number * VENUES, most=VENUES)
    return (_in_languages("venue", slug) for slug in slugs)


def _in_languages(name: str, *arguments: str) -> dict[str, str]:
    """Return the absolute address of a page in each language."""
    addresses = {}
    for language in ("fr", "en"):
        with translation.override(language):
            addresses[language] = _absolute(reverse(f"marketplace:{name}", args=arguments))
    return addresses


def _absolute(path: str) -> str:
    return settings.PUBLIC_URL.rstrip("/") + path
