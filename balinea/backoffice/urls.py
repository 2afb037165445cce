"""Addresses of the operator's desk."""

from django.urls import path

from balinea.backoffice import home, inbox

app_name = "backoffice"
urlpatterns = [
    path("", home.home, name="home"),
    path("failed/<uuid:message>/again/", home.again, name="again"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<uuid:message>/", inbox.message, name="message"),
    path("inbox/<uuid:message>/html/", inbox.html, name="html"),
    path("inbox/<uuid:message>/balinea.ics", inbox.calendar, name="calendar"),
]
