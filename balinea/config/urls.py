"""Addresses: each face under its own prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from balinea.marketplace import sitemap
from balinea.marketplace.home import choose_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("balinea.api.urls")),
    path("", choose_language),
    path("sitemap.xml", sitemap.sitemap),
    path("sitemap-<int:number>.xml", sitemap.part),
    path("robots.txt", sitemap.robots),
    *i18n_patterns(
        path("", include("balinea.marketplace.urls")),
        path("", include("balinea.partner.urls")),
        path("operator/", include("balinea.backoffice.urls")),
    ),
]
handler404 = "balinea.marketplace.trouble.not_found"
handler500 = "balinea.config.errors.server_error"
