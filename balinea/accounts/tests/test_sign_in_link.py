import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from balinea.accounts.ask_link import MOST_LIVE, NoLink, ask
from balinea.accounts.models import SignInLink, User
from balinea.accounts.sign_in_link import BY_MAIL, BY_TERMINAL, create
from balinea.accounts.use_link import LinkSpent, use

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob():
    return User.objects.create_user(email="Bob@example.org", name="Bob")


def token(url):
    return url.rstrip("/").rpartition("/")[2]


def test_a_link_signs_its_person_in_once(bob):
    url = create(user=bob, now=NOON)
    assert url.startswith("http://testserver/fr/")
    assert use(token=token(url), now=NOON + 14 * MINUTE) == bob
    with pytest.raises(LinkSpent):
        use(token=token(url), now=NOON + 14 * MINUTE)
    assert SignInLink.objects.get().used_at == NOON + 14 * MINUTE


def test_a_link_by_mail_ends_after_a_quarter_of_an_hour_and_one_by_terminal_after_a_day(bob):
    mailed, printed = create(user=bob, now=NOON, lasts=BY_MAIL), create(user=bob, now=NOON)
    with pytest.raises(LinkSpent):
        use(token=token(mailed), now=NOON + 15 * MINUTE)
    assert use(token=token(printed), now=NOON + BY_TERMINAL - MINUTE) == bob


def test_nothing_kept_opens_the_door(bob):
    url = create(user=bob, now=NOON)
    kept = SignInLink.objects.get().digest
    assert token(url) not in kept
    for guess in [kept, "", "0" * 43]:
        with pytest.raises(LinkSpent):
            use(token=guess, now=NOON)
    assert SignInLink.objects.get().used_at is None


def test_who_has_left_does_not_get_in(bob):
    url = create(user=bob, now=NOON)
    User.objects.update(is_active=False)
    with pytest.raises(LinkSpent):
        use(token=token(url), now=NOON)
    assert SignInLink.objects.get().used_at is None


def test_a_mailbox_is_sent_only_so_many_links_at_a_time_while_the_terminal_always_gets_one(bob):
    for _ in range(MOST_LIVE):
        assert ask(email=" bob@EXAMPLE.org", now=NOON)[0] == bob
    with pytest.raises(NoLink):
        ask(email="bob@example.org", now=NOON)
    create(user=bob, now=NOON)
    assert SignInLink.objects.count() == MOST_LIVE + 1
    ask(email="bob@example.org", now=NOON + 15 * MINUTE)
    assert SignInLink.objects.count() == 2


@pytest.mark.usefixtures("bob")
def test_a_stranger_gets_no_link():
    with pytest.raises(NoLink):
        ask(email="charlie@example.org", now=NOON)
    assert SignInLink.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_one_link_at_once_one_gets_in(bob):
    url = create(user=bob, now=NOON)
    answers = []

    def try_it():
        try:
            answers.append(use(token=token(url), now=NOON))
        except LinkSpent:
            answers.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers, key=bool) == [None, None, None, bob]
