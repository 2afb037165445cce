"""Jobs: rows in PostgreSQL, written in the transaction that needs them (Procrastinate).

A room declares its jobs in `tasks.py`, with `@app.task(queue=...)`; `config.periodic` says which of them run by the clock.
"""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from procrastinate.contrib.django import app as app  # noqa: PLC0414  rooms take it from here
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager
from procrastinate.retry import RetryStrategy
from procrastinate.tasks import Task, configure_task

# what a job that failed through no fault of its own does: it waits 3 s, 9 s, 27 s ... and is given up after some nine hours
PATIENTLY = RetryStrategy(max_attempts=9, exponential_wait=3)
DEAD_AFTER = 20.0  # seconds without a sign of life of a worker; the settings say how often it gives one

# Always the caller's own Django connection. Inside a worker `task.defer()` would use the worker's other connection,
# and so escape the transaction: run before its fact is committed, or although it was rolled back.
_in_this_transaction = JobManager(DjangoConnector())


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCounts:
    """How many jobs wait for their turn, run now, and were given up."""

    waiting: int
    running: int
    failed: int


def defer(
    task: Task[..., Any, ...], *, at: datetime | None = None, lock: str | None = None, **arguments: object
) -> None:
    """Write a job in the current transaction: it exists if and only if that commits. `at` is the earliest time to run it.

    Jobs with one `lock` run one after the other, in the order in which they were written. A task with a queueing lock is
    not written twice while one of it waits.
    """
    options: dict[str, Any] = {
        "lock": lock or task.lock,
        "queueing_lock": task.queueing_lock,
        "queue": task.queue,
    }
    deferrer = configure_task(
        name=task.name, job_manager=_in_this_transaction, priority=task.priority, schedule_at=at, **options
    )
    try:
        # a savepoint, so that a job refused by its queueing lock leaves the caller's transaction usable
        with transaction.atomic() if task.queueing_lock else nullcontext():
            deferrer.defer(**arguments)  # type: ignore[arg-type]  # the arguments are JSON values
    except AlreadyEnqueued:
        return


def counts() -> JobCounts:
    """Return how the queue stands, for the operator's glance."""
    found = ProcrastinateJob.objects.aggregate(
        waiting=Count("id", filter=Q(status="todo")),
        running=Count("id", filter=Q(status="doing")),
        failed=Count("id", filter=Q(status="failed")),
    )
    return JobCounts(**found)
