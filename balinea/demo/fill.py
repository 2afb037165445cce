"""Fill a database with sample salons: the first ones at once, the others behind, or many by several processes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context

import django
from django.db import connection

from balinea.demo.batch import Plan, write
from balinea.demo.people import welcome
from balinea.venues.models import Venue

SEED = 22_411  # its first salon, the one whose owner signs in, has a team of five and opens on Sundays
SIZE = 1_200
FIRST = 300  # salons that are there before the product says that it is ready
BATCH = 25  # salons a transaction
MANY, VERY_MANY = 5_000, 50_000  # salons from which less is made of each
PROCESSES = 2
BACK, AHEAD = 10, 21  # days with bookings before today, and from today on
A_WEEK, INDEXED_WEEK = 7, 8  # a board needs a day more
INDEXED_ALONE = 15

# a sample salon's address tells its number (`salon.address_of`)
NUMBERS = r"SELECT substring(email FROM '^salon-(\d+)@demo\.example$')::int FROM venues_venue WHERE email LIKE 'salon-%'"

Say = Callable[[str], None]


def plan_for(*, size: int = SIZE, seed: int = SEED, now: datetime) -> Plan:
    """Return what is made of so many salons: all of it, a week of it, or venues and their availability alone."""
    if size >= VERY_MANY:
        return Plan(seed=seed, size=size, now=now, booked=False, indexed=INDEXED_ALONE)
    if size >= MANY:
        return Plan(seed=seed, size=size, now=now, ahead=A_WEEK, indexed=INDEXED_WEEK)
    return Plan(seed=seed, size=size, now=now, back=BACK, ahead=AHEAD)


def begin(plan: Plan, *, first: int = FIRST) -> int:
    """Write the first salons, their owner and the operator into an empty database; return how many, 0 if it is not empty."""
    if Venue.objects.exists():
        return 0
    numbers = range(min(first, plan.size))
    for written, batch in enumerate(_batches(numbers)):
        write(plan, batch)
        if written in {0, 3}:
            _take_stock()
    _take_stock()
    welcome()
    return len(numbers)


def finish(plan: Plan) -> int:
    """Write the salons after the last one that is there; return how many. Nothing to do where `begin` did nothing.

    May be killed and called again: salons are written in order, whole batches at a time.
    """
    known = _known()
    numbers = range(max(known) + 1, plan.size) if known else range(0)
    for batch in _batches(numbers):
        write(plan, batch)
    return len(numbers)


def fill(plan: Plan, *, say: Say = lambda _: None) -> int:
    """Write all salons of the plan that are missing, by several processes; return how many. Django is set up in each."""
    missing = sorted(set(range(plan.size)) - _known())
    connection.close()  # the processes have their own
    batches = list(_batches(missing))
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), initializer=django.setup) as pool:
        # what is written is handed over as plain values, a task a batch
        tasks = [pool.submit(write, replace(plan), batch) for batch in batches]
        for number, task in enumerate(tasks, start=1):
            task.result()
            if number * 10 // len(batches) > (number - 1) * 10 // len(batches):
                say(f"{min(number * BATCH, len(missing))} of {len(missing)} salons")
                _take_stock()
    welcome()
    return len(missing)


def _take_stock() -> None:
    """Let PostgreSQL count its rows: what it still takes for empty tables it reads from end to end."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _known() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS)
        return {number for (number,) in cursor.fetchall() if number is not None}


def _batches(numbers: Sequence[int]) -> list[list[int]]:
    return [list(numbers[start : start + BATCH]) for start in range(0, len(numbers), BATCH)]
