from datetime import timedelta

import pytest

from balinea.notifications.forget import KEPT, forget
from balinea.notifications.models import Message
from balinea.notifications.tests.letters import NOON, stored

pytestmark = pytest.mark.django_db


def test_old_messages_are_forgotten_unless_they_still_wait():
    for status in ("sent", "failed", "waiting"):
        Message.objects.filter(pk=stored()).update(status=status)
    assert forget(now=NOON + KEPT) == 0
    assert forget(now=NOON + KEPT + timedelta(seconds=1)) == 2
    assert Message.objects.get().status == "waiting"
