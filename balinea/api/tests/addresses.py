"""The interface beside pages that stand for the other faces."""

from django.urls import include, path

from balinea.booking.tests.addresses import urlpatterns as pages

urlpatterns = [path("api/v1/", include("balinea.api.urls")), *pages]
handler500 = "balinea.config.errors.server_error"
