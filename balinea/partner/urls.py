"""Addresses of the salon's desk and of signing in."""

from django.urls import path, re_path

from balinea.partner import answer, day, home, lookup, sign_in

app_name = "partner"
urlpatterns = [
    path("sign-in/", sign_in.ask_link, name="sign-in"),
    path("sign-in/sent/", sign_in.link_sent, name="link-sent"),
    path("sign-in/<str:token>/", sign_in.use_link, name="use-link"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("pro/", home.home, name="home"),
    path("pro/<slug:slug>/", day.today, name="today"),
    path("pro/<slug:slug>/go/", day.chosen, name="go"),
    path("pro/<slug:slug>/find/", lookup.lookup, name="find"),
    re_path(r"^pro/(?P<slug>[-\w]+)/(?P<on>\d{4}-\d{2}-\d{2})/$", day.day, name="day"),
    re_path(r"^pro/(?P<slug>[-\w]+)/(?P<on>\d{4}-\d{2}-\d{2})/fresh/$", day.fresh, name="fresh"),
    path("pro/<slug:slug>/visit/<str:reference>/cancel/", answer.cancel_visit, name="cancel"),
    re_path(
        r"^pro/(?P<slug>[-\w]+)/visit/(?P<reference>\w+)/(?P<word>accept|decline)/$",
        answer.answer,
        name="answer",
    ),
]
