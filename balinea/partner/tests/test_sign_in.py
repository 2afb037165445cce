import re

import pytest
from django.contrib.sessions.models import Session

from balinea.partner import sign_in
from balinea.platform.rate_limits import Buckets, Rate
from tests.rows import Message, SignInLink, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob():
    return User.objects.create_user(email="bob@example.org")


def asked(client, email):
    return client.post("/fr/sign-in/", {"email": email})


def link():
    return re.search(r"http://testserver(/\S+)", Message.objects.latest("created_at").text)[1]


def test_a_link_by_mail_signs_in_after_a_press_of_the_button(client, bob):
    assert asked(client, "Bob@example.org").url == "/fr/sign-in/sent/"
    page = client.get(link())
    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page.headers["Cache-Control"]
    assert "_auth_user_id" not in client.session
    assert client.post(link()).url == "/fr/pro/"
    assert client.session["_auth_user_id"] == str(bob.pk)


def test_what_only_looks_does_not_spend_the_link(client, bob):
    asked(client, bob.email)
    for _ in range(3):
        client.get(link())
        client.head(link())
    assert client.post(link()).status_code == 302


def test_a_link_works_once(client, bob):
    asked(client, bob.email)
    client.post(link())
    client.logout()
    refused = client.post(link())
    assert refused.status_code == 410
    assert "_auth_user_id" not in client.session


def test_a_stranger_gets_the_same_answer_and_no_message(client, bob):
    known, unknown = asked(client, bob.email), asked(client, "nobody@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [message.recipient for message in Message.objects.all()] == ["bob@example.org"]
    assert SignInLink.objects.count() == 1


@pytest.mark.parametrize("email", ["", "bob", "bob@"])
def test_what_is_no_address_is_said_to_be_none(client, email):
    assert asked(client, email).status_code == 422
    assert Message.objects.count() == 0


def test_a_token_that_never_was_is_refused(client):
    assert client.post("/fr/sign-in/invented/").status_code == 410


def test_signing_in_makes_a_new_session_and_signing_out_ends_it(client, bob):
    client.session.save()
    before = client.session.session_key
    asked(client, bob.email)
    client.post(link())
    signed_in = client.session.session_key
    assert signed_in != before
    client.post("/fr/sign-out/")
    assert not Session.objects.filter(session_key=signed_in).exists()
    assert client.get("/fr/sign-out/").status_code == 405


def test_an_operator_lands_at_the_operators_desk_for_a_working_day(client):
    olga = User.objects.create_user(email="olga@example.org", is_operator=True)
    asked(client, olga.email)
    assert client.post(link()).url == "/fr/operator/"
    assert client.session.get_expiry_age() == 8 * 3600


def test_who_asks_without_end_is_asked_to_wait(client, bob, monkeypatch):
    monkeypatch.setattr(sign_in, "ASKS", Buckets(Rate(burst=2, per_second=0.01)))
    answers = [asked(client, "nobody@example.org").status_code for _ in range(2)]
    refused = asked(client, bob.email)
    assert (answers, refused.status_code) == ([302, 302], 429)
    assert 0 < int(refused.headers["Retry-After"]) <= 100
    assert Message.objects.count() == 0
