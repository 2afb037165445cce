"""A job that fails through no fault of its own is tried again, and waits longer each time."""

from datetime import UTC, datetime
from itertools import count, pairwise, takewhile

from procrastinate.jobs import Job

from balinea.booking.tasks import tell, tell_day
from balinea.notifications.tasks import deliver_message
from balinea.platform.jobs import PATIENTLY


def waits(strategy):
    """Seconds before each further attempt; the strategy itself reads the clock."""
    job = Job(id=1, queue="messages", lock=None, queueing_lock=None, task_name="tell")
    before = datetime.now(UTC)
    asked = (
        strategy.get_retry_decision(exception=OSError(), job=job.evolve(attempts=attempts))
        for attempts in count()
    )
    return [(decision.retry_at - before).total_seconds() for decision in takewhile(bool, asked)]


def test_each_wait_is_longer_than_the_last_until_hours_have_passed():
    growing = waits(PATIENTLY)
    assert len(growing) == 9
    assert all(later >= 2 * sooner for sooner, later in pairwise(growing))
    assert 3 * 3600 < sum(growing) < 24 * 3600


def test_what_people_wait_to_hear_is_tried_patiently():
    assert [task.retry_strategy for task in (tell, tell_day, deliver_message)] == [PATIENTLY] * 3
