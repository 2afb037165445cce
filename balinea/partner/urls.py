"""Addresses of the salon's desk and of signing in."""

from django.urls import path

from balinea.partner import sign_in

app_name = "partner"
urlpatterns = [
    path("sign-in/", sign_in.ask_link, name="sign-in"),
    path("sign-in/sent/", sign_in.link_sent, name="link-sent"),
    path("sign-in/<str:token>/", sign_in.use_link, name="use-link"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
]
