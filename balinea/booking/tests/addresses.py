"""The addresses that messages lead to, wherever the faces put them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path


def page(request, **_):
    raise NotImplementedError


marketplace = [
    path("salons/<slug:slug>/", page, name="venue"),
    path("bookings/<str:reference>/", page, name="manage"),
]
partner = [path("pro/<slug:slug>/<str:day>/", page, name="day")]
urlpatterns = i18n_patterns(
    path("", include((marketplace, "marketplace"))),
    path("", include((partner, "partner"))),
)
