from dataclasses import replace

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from balinea.notifications.models import Message
from balinea.notifications.tests.letters import LETTER, ChangedMind, store_and_change_mind, stored
from balinea.platform import jobs

pytestmark = pytest.mark.django_db(transaction=True)


def work():
    with jobs.app.replace_connector(jobs.app.connector.get_worker_connector()):
        jobs.app.run_worker(
            queues=["messages"], wait=False, listen_notify=False, install_signal_handlers=False
        )


def waiting():
    return list(ProcrastinateJob.objects.filter(queue_name="messages"))


def test_the_worker_delivers_what_was_sent_and_forgets_the_job(server):
    stored()
    work()
    assert [mail["To"] for mail in server.accepted] == ["zoe@example.org"]
    assert Message.objects.get().status == "sent"
    assert waiting() == []


def test_the_next_attempt_is_queued_for_its_time(server):
    stored()
    server.answers = ["451 later, please"]
    work()
    message = Message.objects.get()
    (job,) = waiting()
    assert (message.status, message.attempts) == ("waiting", 1)
    assert job.scheduled_at == message.next_attempt_at
    assert job.args == {"message": str(message.pk)}


def test_a_job_deferred_inside_the_worker_belongs_to_the_transaction_there():
    with jobs.app.replace_connector(jobs.app.connector.get_worker_connector()):
        with pytest.raises(ChangedMind):
            store_and_change_mind()
        assert (Message.objects.count(), waiting()) == (0, [])
        stored()
        assert (Message.objects.count(), len(waiting())) == (1, 1)


def test_messages_of_one_thread_leave_in_the_order_in_which_they_were_sent(server):
    for number in range(6):
        stored(thread="visit-f7k2", fact=str(number), letter=replace(LETTER, subject=f"Message {number}"))
    for _ in range(6):  # a worker that does not wait goes home while the next of a thread may not start
        work()
    assert [mail["Subject"] for mail in server.accepted] == [f"Message {number}" for number in range(6)]
    assert {mail["References"] for mail in server.accepted} == {"<visit-f7k2@balinea.example>"}
