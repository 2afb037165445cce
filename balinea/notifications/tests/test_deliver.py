import socket
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction

from balinea.notifications.channels.email import smtp
from balinea.notifications.deliver import WAITS, deliver
from balinea.notifications.models import Message
from balinea.notifications.tests.letters import LETTER, NOON, stored, with_calendar
from balinea.notifications.try_again import NotFailed, try_again

pytestmark = pytest.mark.django_db


def test_a_message_goes_out_once_however_often_its_job_runs(server):
    identity = stored(reply_to="salon@example.org")
    assert deliver(message=identity, now=NOON) is None
    assert deliver(message=identity, now=NOON) is None
    (mail,) = server.accepted
    message = Message.objects.get()
    assert mail["Message-ID"] == message.message_id
    assert (mail["To"], mail["Reply-To"]) == ("zoe@example.org", "salon@example.org")
    assert mail["Subject"] == "À samedi, Zoé"
    assert mail.get_body(["plain"]).get_content().replace("\r\n", "\n") == message.text
    assert (message.status, message.sent_at, message.attempts) == ("sent", NOON, 1)


def test_a_calendar_travels_as_an_alternative_and_as_a_file(server):
    deliver(message=with_calendar(), now=NOON)
    (mail,) = server.accepted
    parts = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    assert parts == ["text/plain", "text/html", "text/calendar", "application/ics"]
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == "balinea.ics"
    assert attachment.get_content() == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_a_refusal_for_now_is_tried_again_after_growing_waits_and_then_given_up(server):
    identity = stored()
    server.answers = ["451 later, please"] * 6
    tries = [deliver(message=identity, now=NOON) for _ in range(6)]
    assert tries == [*(NOON + wait for wait in WAITS), None]
    assert list(WAITS) == sorted(WAITS)
    message = Message.objects.get()
    assert (message.status, message.attempts, message.last_error) == ("failed", 6, "451 later, please")
    assert server.accepted == []


def test_a_refusal_for_good_is_given_up_at_once_until_the_operator_tries_again(server):
    identity = stored()
    server.answers = ["550 nobody of that name"]
    assert deliver(message=identity, now=NOON) is None
    assert Message.objects.get().status == "failed"
    try_again(message=identity, now=NOON)
    with pytest.raises(NotFailed):
        try_again(message=identity, now=NOON)
    deliver(message=identity, now=NOON)
    assert len(server.accepted) == 1
    assert Message.objects.get().status == "sent"


def test_an_address_of_another_script_is_written_as_the_dns_knows_it(server):
    deliver(message=stored(recipient="zoe@beauté.example"), now=NOON)
    (mail,) = server.accepted
    assert mail["To"] == "zoe@xn--beaut-fsa.example"


def test_what_is_no_address_at_all_is_given_up_at_once(server):
    assert deliver(message=stored(recipient=f"zoe@{'é' * 70}.example"), now=NOON) is None
    assert (Message.objects.get().status, server.accepted) == ("failed", [])


def test_a_name_that_somebody_typed_breaks_no_header(server):
    letter = replace(LETTER, subject=f"Rendez-vous de Zoé\r\nBcc: all@example.org\x01{'é' * 400}")
    deliver(message=stored(letter=letter), now=NOON)
    (mail,) = server.accepted
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Rendez-vous de Zoé  Bcc: all@example.org ")
    assert len(mail["Subject"]) == 300


def test_a_server_that_is_away_is_no_reason_to_give_up(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.MAIL_URL = f"smtp://127.0.0.1:{taken.getsockname()[1]}"
        assert deliver(message=stored(), now=NOON) == NOON + timedelta(minutes=1)
    assert "Connection refused" in Message.objects.get().last_error


def test_a_password_is_not_sent_in_clear_to_another_machine(server, settings, monkeypatch):
    monkeypatch.setattr(smtp, "LOOPBACK", set())
    settings.MAIL_URL = server.url.replace("smtp://", "smtp://bob:secret@")
    assert deliver(message=stored(), now=NOON) == NOON + timedelta(minutes=1)
    assert "no encryption" in Message.objects.get().last_error
    assert [line for line in server.heard if b"AUTH" in line] == []


@pytest.mark.django_db(transaction=True)
def test_a_message_that_another_worker_is_delivering_is_left_to_it(server):
    identity = stored()
    inside, leave = threading.Event(), threading.Event()
    server.on_accept = lambda: (inside.set(), leave.wait(10))
    first = threading.Thread(target=_deliver_and_close, args=(identity,))
    first.start()
    assert inside.wait(10)
    assert deliver(message=identity, now=NOON) is None
    leave.set()
    first.join()
    assert len(server.accepted) == 1
    assert Message.objects.get().attempts == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_before_its_commit_repeats_the_message_under_the_same_id(server):
    identity = stored()
    with pytest.raises(Died):
        deliver_and_die(identity)
    assert Message.objects.get().status == "waiting"
    deliver(message=identity, now=NOON)
    assert len(server.accepted) == 2
    assert len({mail["Message-ID"] for mail in server.accepted}) == 1


def _deliver_and_close(identity):
    try:
        deliver(message=identity, now=NOON)
    finally:
        connection.close()


class Died(Exception):  # noqa: N818  nobody catches it by that name
    """The worker is gone."""


@transaction.atomic
def deliver_and_die(identity):
    deliver(message=identity, now=NOON)
    raise Died
