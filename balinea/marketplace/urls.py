"""Addresses of the public pages. The same words serve both languages; the prefix says which it is."""

from django.urls import path

from balinea.marketplace import (
    cancel,
    change,
    checkout,
    confirmation,
    dates,
    hold,
    home,
    manage,
    results,
    suggest,
    venue,
)

app_name = "marketplace"
urlpatterns = [
    path("", home.home, name="home"),
    path("free-today", home.free_today, name="free-today"),
    path("places", suggest.places, name="places"),
    path("salons", results.results, name="results"),
    path("salons/<slug:slug>", venue.venue, name="venue"),
    path("salons/<slug:slug>/now", venue.now, name="venue-now"),
    path("salons/<slug:slug>/dates", dates.dates, name="dates"),
    path("salons/<slug:slug>/hold", hold.hold, name="hold"),
    path("reservation/<uuid:hold_id>", checkout.checkout, name="checkout"),
    path("visit/<slug:reference>", manage.manage, name="manage"),
    path("visit/<slug:reference>/confirmation", confirmation.confirmation, name="confirmation"),
    path("visit/<slug:reference>/calendar.ics", confirmation.calendar, name="calendar"),
    path("visit/<slug:reference>/change", change.change, name="change"),
    path("visit/<slug:reference>/cancel", cancel.cancel, name="cancel"),
]
