"""Doors of signing in and out. Salons and operators come in by the same one."""

from math import ceil
from time import monotonic

from django import forms
from django.conf import settings
from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from balinea.accounts.ask_link import NoLink, ask
from balinea.accounts.use_link import LinkSpent, use
from balinea.notifications.send import send
from balinea.partner.sign_in_letter import sign_in_letter
from balinea.platform.client_address import client_address
from balinea.platform.rate_limits import Buckets, Rate

ASKS = Buckets(Rate(burst=30, per_second=0.2))  # for each network address
OPERATOR_SECONDS = 8 * 3600  # a working day; others stay signed in for the usual time


class AskForm(forms.Form):
    """Where to send the link."""

    email = forms.EmailField(
        label=_("Votre adresse e-mail"),
        error_messages={
            "required": _("Indiquez votre adresse e-mail."),
            "invalid": _("Cette adresse n’est pas complète : il faut quelque chose comme prenom@exemple.fr."),
        },
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email", "inputmode": "email"}),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for an address and send a link to it. The answer is the same whether or not somebody signs in by it."""
    form = AskForm(request.POST or None)
    if request.method == "POST" and (seconds := _too_soon(request)):
        response = render(request, "partner/sign_in.html", {"form": form, "too_many": True}, status=429)
        response.headers["Retry-After"] = str(seconds)
        return response
    if request.method == "POST" and form.is_valid():
        _send_link(form.cleaned_data["email"])
        return redirect("partner:link-sent")
    status = 422 if form.errors else 200
    return render(request, "partner/sign_in.html", {"form": form}, status=status)


@never_cache
def link_sent(request: HttpRequest) -> HttpResponse:
    """Say where to look now."""
    return render(request, "partner/link_sent.html")


@never_cache
@require_http_methods(["GET", "POST"])
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and sign in when it is pressed: what scans mails only looks, and must not spend the link."""
    if request.method == "GET":
        response = render(request, "partner/use_link.html")
        # the address is the secret; with `no-referrer` the form would come without its origin, and be refused
        response.headers["Referrer-Policy"] = "strict-origin"
        return response
    try:
        user = use(token=token, now=timezone.now())
    except LinkSpent:
        return render(request, "partner/link_spent.html", status=410)
    login(request, user)
    if user.is_operator:
        request.session.set_expiry(OPERATOR_SECONDS)
    return redirect(landing(is_operator=user.is_operator))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, here and in the database."""
    logout(request)
    return redirect("partner:sign-in")


def landing(*, is_operator: bool) -> str:
    """Return where a person's work begins."""
    return reverse("backoffice:home" if is_operator else "partner:home")


def _too_soon(request: HttpRequest) -> int:
    if not settings.RATE_LIMITS:
        return 0
    return ceil(ASKS.wait(client_address(request), at=monotonic()))


@transaction.atomic
def _send_link(email: str) -> None:
    now = timezone.now()
    try:
        user, url = ask(email=email, now=now)
    except NoLink:
        return  # whoever asks must not learn who works here
    send(message=sign_in_letter(recipient=user.email, url=url, language=get_language()), now=now)
