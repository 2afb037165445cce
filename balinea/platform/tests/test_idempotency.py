"""A retry is answered as the first success was, and nothing is done twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest
from django.db import connection, transaction

from balinea.platform import idempotency
from balinea.platform.idempotency import Answer, KeyBusyError, OtherRequestError, Request, digest, once
from balinea.platform.models import IdempotencyKey

pytestmark = pytest.mark.django_db(transaction=True)

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ALICE = Request(caller="alice", key="k-1", digest=digest("POST", "/holds", b"{}"))


class Work:
    """Leaves a mark for each time that it was really done."""

    def __init__(self, status=201, body=b'{"name": "Alice Martin"}'):
        self.answer = Answer(status=status, content_type="application/json", body=body)
        self.done = 0

    def __call__(self):
        self.done += 1
        IdempotencyKey.objects.create(
            caller="mark",
            key=str(self.done),
            request_digest="",
            status=0,
            answer=b"",
            created_at=LONG_AGO,
        )
        return self.answer


def marks():
    return IdempotencyKey.objects.filter(caller="mark").count()


def test_the_second_time_gets_the_first_answer_and_does_nothing():
    work = Work()
    assert (
        once(request=ALICE, produce=work) == once(request=ALICE, produce=Work(body=b"other")) == work.answer
    )
    assert marks() == 1


def test_another_caller_may_use_the_same_key():
    once(request=ALICE, produce=Work())
    bob = Request(caller="bob", key=ALICE.key, digest=ALICE.digest)
    work = Work(body=b"for Bob")
    work.done = 1
    assert once(request=bob, produce=work).body == b"for Bob"
    assert marks() == 2


def test_the_key_with_another_body_is_refused():
    once(request=ALICE, produce=Work())
    changed = Request(caller="alice", key="k-1", digest=digest("POST", "/holds", b'{"a": 1}'))
    with pytest.raises(OtherRequestError):
        once(request=changed, produce=Work())
    assert marks() == 1


def test_what_is_stored_cannot_be_read_without_the_secret():
    once(request=ALICE, produce=Work())
    assert b"Alice" not in bytes(IdempotencyKey.objects.get(caller="alice").answer)


def test_an_answer_survives_a_change_of_the_secret_key(settings):
    answer = once(request=ALICE, produce=Work())
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert once(request=ALICE, produce=Work()) == answer


def test_a_refusal_undoes_the_work_and_may_be_retried_under_the_same_key():
    assert once(request=ALICE, produce=Work(status=409)).status == 409
    assert marks() == 0
    with pytest.raises(ZeroDivisionError):
        once(request=ALICE, produce=lambda: 1 / 0)
    assert once(request=ALICE, produce=Work()).status == 201
    assert marks() == 1


def test_after_a_day_the_key_is_free_again_and_the_purge_removes_it():
    once(request=ALICE, produce=Work())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE platform_idempotencykey SET created_at = now() - interval '25 hours'")
    later = Work(body=b"later")
    later.done = 1
    assert once(request=ALICE, produce=later).body == b"later"
    assert idempotency.forget_old_answers() == 2  # the marks of both days
    assert IdempotencyKey.objects.filter(caller="alice").count() == 1


def in_a_thread(work):
    def run():
        try:
            return work()
        finally:
            connection.close()

    return run


def test_two_at_once_do_the_work_once():
    started, may_end = Event(), Event()

    def slow():
        started.set()
        may_end.wait(5)
        return Work()()

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(in_a_thread(lambda: once(request=ALICE, produce=slow)))
        started.wait(5)
        second = pool.submit(in_a_thread(lambda: once(request=ALICE, produce=Work(body=b"second"))))
        may_end.set()
        assert first.result() == second.result()
    assert marks() == 1


def test_who_waits_too_long_is_told_so(monkeypatch):
    monkeypatch.setattr(idempotency, "WAIT_SECONDS", 0.1)
    started, may_end = Event(), Event()

    def slow():
        started.set()
        may_end.wait(5)
        return Work()()

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(in_a_thread(lambda: once(request=ALICE, produce=slow)))
        started.wait(5)
        with pytest.raises(KeyBusyError), transaction.atomic():
            once(request=ALICE, produce=Work())
        may_end.set()
        assert first.result().status == 201
    assert marks() == 1
