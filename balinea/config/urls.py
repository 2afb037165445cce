"""Addresses: each face under its own prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("balinea.api.urls")),
    *i18n_patterns(
        path("", include("balinea.partner.urls")),
    ),
]
handler500 = "balinea.config.errors.server_error"
