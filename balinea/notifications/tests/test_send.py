import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from balinea.notifications.models import Message
from balinea.notifications.tests.letters import NOON, ChangedMind, store_and_change_mind, stored

pytestmark = pytest.mark.django_db


def jobs():
    return list(ProcrastinateJob.objects.values_list("task_name", "args"))


def test_a_sent_message_is_stored_rendered_with_one_job_to_deliver_it():
    identity = stored()
    message = Message.objects.get()
    assert message.pk == identity
    assert (message.status, message.created_at, message.attempts) == ("waiting", NOON, 0)
    assert message.message_id == f"<{identity}@balinea.example>"
    assert "C’est réservé" in message.text
    assert "Bonjour Zoé &amp; Cie," in message.html
    assert jobs() == [("balinea.notifications.tasks.deliver_message", {"message": str(identity)})]


def test_a_rolled_back_fact_leaves_neither_message_nor_job():
    with pytest.raises(ChangedMind):
        store_and_change_mind()
    assert (Message.objects.count(), jobs()) == (0, [])


def test_a_fact_is_told_once_to_each_however_often_it_is_sent():
    first = stored(fact="booking-event-7")
    assert stored(fact="booking-event-7") == first
    stored(fact="booking-event-7", recipient="salon@example.org")
    stored(fact="booking-event-8")
    assert (Message.objects.count(), len(jobs())) == (3, 3)
