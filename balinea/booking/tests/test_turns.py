"""Two writers at one venue, one of whom waits for the other."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from balinea.booking.confirm import confirm
from balinea.booking.models import Booking, Hold
from balinea.booking.tests.path import ALICE, held, wednesday
from tests.salon import NOW, open_salon
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def until_somebody_waits():
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    pytest.fail("nobody waits for a lock")


def another_hold():
    try:
        return held(wednesday(14), staff="lea")
    finally:
        connection.close()


def test_a_hold_that_was_booked_meanwhile_is_not_replaced():
    open_salon()
    first = held(wednesday(10), staff="lea")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            booked = confirm(hold_id=first.id, client=ALICE, now=NOW)
            second = pool.submit(another_hold)
            until_somebody_waits()
        assert second.result().start == wednesday(14)
    assert claims() == [
        ("lea", wednesday(10), wednesday(11)),
        ("lea", wednesday(14), wednesday(15)),
    ]
    assert Booking.objects.get().reference == booked.reference
    assert Hold.objects.filter(ended_at=None).count() == 1
    assert drift() == []
