import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from balinea.notifications.tests.letters import stored, with_calendar
from tests.rows import Message, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga(client):
    client.force_login(User.objects.create_user(email="olga@example.org", is_operator=True))
    return client


@pytest.fixture
def bob(client):
    client.force_login(User.objects.create_user(email="bob@example.org"))
    return client


def test_the_operator_lists_and_filters_the_messages(olga):
    stored()
    stored(kind="visit-cancelled", recipient="ida@example.org")
    page = olga.get("/fr/operator/inbox/").content.decode()
    assert ("zoe@example.org" in page, "ida@example.org" in page) == (True, True)
    for words in [{"kind": "visit-cancelled"}, {"q": "ida@"}, {"q": "ida", "status": "waiting"}]:
        page = olga.get("/fr/operator/inbox/", words).content.decode()
        assert ("zoe@example.org" in page, "ida@example.org" in page) == (False, True)
    assert "ida@example.org" in olga.get("/fr/operator/inbox/", {"q": "ida\0@"}).content.decode()
    assert "Aucun message" in olga.get("/fr/operator/inbox/", {"status": "failed"}).content.decode()


def test_a_long_inbox_is_read_page_by_page(olga):
    for number in range(51):
        stored(recipient=f"client{number}@example.org")
    first = olga.get("/fr/operator/inbox/").content.decode()
    second = olga.get("/fr/operator/inbox/", {"page": "2"}).content.decode()
    assert (first.count('class="mail"'), second.count('class="mail"')) == (50, 1)
    for nonsense in ["0", "-1", "x", "²", "9" * 30]:
        assert olga.get("/fr/operator/inbox/", {"page": nonsense}).status_code == 200


def test_the_html_of_a_message_is_shown_in_a_frame_that_can_do_nothing(olga):
    identity = stored()
    page = olga.get(f"/fr/operator/inbox/{identity}/").content.decode()
    assert f'src="/fr/operator/inbox/{identity}/html/"' in page
    framed = olga.get(f"/fr/operator/inbox/{identity}/html/")
    policy = framed.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy
    assert "script-src" not in policy
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "unsafe-inline" not in olga.get("/fr/operator/inbox/").headers["Content-Security-Policy"]


def test_a_calendar_file_is_downloaded_as_it_was_sent(olga):
    answer = olga.get(f"/fr/operator/inbox/{with_calendar()}/balinea.ics")
    assert answer.content == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert olga.get(f"/fr/operator/inbox/{stored()}/balinea.ics").status_code == 404


def test_the_operator_tries_a_message_again_that_was_given_up(olga):
    identity = stored()
    Message.objects.update(status="failed", attempts=6, last_error="550 nobody of that name")
    page = olga.get("/fr/operator/").content.decode()
    assert "550 nobody of that name" in page
    assert olga.post(f"/fr/operator/failed/{identity}/again/").url == "/fr/operator/?done=again"
    assert (Message.objects.get().status, Message.objects.get().attempts) == ("waiting", 0)
    assert ProcrastinateJob.objects.count() == 2
    assert olga.post(f"/fr/operator/failed/{identity}/again/").url == "/fr/operator/"
    assert ProcrastinateJob.objects.count() == 2


ADDRESSES = ["", "inbox/", "inbox/{0}/", "inbox/{0}/html/", "inbox/{0}/balinea.ics"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_to_a_salon_the_operators_desk_does_not_exist(bob, address):
    identity = with_calendar()
    assert bob.get(f"/fr/operator/{address.format(identity)}").status_code == 404
    Message.objects.update(status="failed")
    assert bob.post(f"/fr/operator/failed/{identity}/again/").status_code == 404
    assert Message.objects.get().status == "failed"


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_is_not_signed_in_is_led_to_the_door(client, address):
    answer = client.get(f"/fr/operator/{address.format(with_calendar())}")
    assert answer.url.startswith("/fr/sign-in/")


@pytest.mark.parametrize("address", ADDRESSES[1:])
def test_where_messages_are_really_sent_nobody_reads_along(olga, settings, address):
    identity = with_calendar()
    settings.MAIL_URL = "smtp://mail.example:25"
    assert olga.get(f"/fr/operator/{address.format(identity)}").status_code == 404
    assert "inbox" not in olga.get("/fr/operator/").content.decode()
