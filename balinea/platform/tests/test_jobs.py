import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from balinea.platform import jobs
from balinea.platform.tasks import retry_stalled

pytestmark = pytest.mark.django_db


def test_a_task_with_a_queueing_lock_waits_once_and_the_transaction_goes_on():
    jobs.defer(retry_stalled, timestamp=1)
    jobs.defer(retry_stalled, timestamp=2)
    assert [job.args for job in ProcrastinateJob.objects.all()] == [{"timestamp": 1}]
    assert jobs.counts() == jobs.JobCounts(waiting=1, running=0, failed=0)
