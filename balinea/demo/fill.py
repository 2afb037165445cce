"""Fill a database with sample salons: the first ones at once, the others behind, or many by several processes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from multiprocessing import get_context

import django
from django.db import connection

from balinea.demo import people
from balinea.demo.batch import Plan, write
from balinea.venues.models import Venue

SEED = 22_411  # its first salon, the one whose owner signs in, has a team of five and opens on Sundays
SIZE = 1_200
FIRST = 300  # salons that are there before the product says that it is ready
BATCH = 25  # salons a transaction
MANY, VERY_MANY = 5_000, 50_000  # salons from which less is made of each
PROCESSES = 2
AT_ONCE = 2  # threads of one process
BACK, AHEAD = 10, 21  # days with bookings before today, and from today on
A_WEEK, INDEXED_WEEK = 7, 8  # a board needs a day more
INDEXED_ALONE = 15

# a sample salon's slug tells its number (`salon.salon`)
NUMBERS = r"SELECT substring(slug FROM '-(\d{1,7})$')::int FROM venues_venue"

Say = Callable[[str], None]


def plan_for(*, size: int = SIZE, seed: int = SEED, now: datetime) -> Plan:
    """Return what is made of so many salons: all of it, a week of it, or venues and their availability alone."""
    if size >= VERY_MANY:
        return Plan(seed=seed, size=size, now=now, booked=False, indexed=INDEXED_ALONE)
    if size >= MANY:
        return Plan(seed=seed, size=size, now=now, ahead=A_WEEK, indexed=INDEXED_WEEK)
    return Plan(seed=seed, size=size, now=now, back=BACK, ahead=AHEAD)


def begin(plan: Plan, *, first: int = FIRST, at_once: int = AT_ONCE) -> int:
    """Write the people and the first salons into an empty database; return how many salons, 0 if it is not empty.

    May be killed and called again, like `finish`: a batch is written whole or not at all.
    """
    if not people.expected():
        if Venue.objects.exists():
            return 0
        people.expect()
    missing = _missing(min(first, plan.size))
    _write(plan, missing, at_once)
    people.welcome()
    return len(missing)


def finish(plan: Plan, *, at_once: int = AT_ONCE) -> int:
    """Write the salons that are missing after `begin`; return how many. Nothing to do where `begin` did nothing."""
    missing = _missing(plan.size) if people.expected() else []
    _write(plan, missing, at_once)
    return len(missing)


def _write(plan: Plan, numbers: Sequence[int], at_once: int) -> None:
    """Write salons by several threads: while one draws, the database writes what another has drawn."""
    if not numbers:
        return
    batches = _batches(numbers)
    for batch in batches[:1] if at_once > 1 else batches:
        write(plan, batch)
    _take_stock()
    if at_once > 1:
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(partial(_write_alone, plan), batches[1:]))
    _take_stock()


def _write_alone(plan: Plan, batch: Sequence[int]) -> None:
    try:
        write(plan, batch)
    finally:
        connection.close()  # each thread has its own


def fill(plan: Plan, *, say: Say = lambda _: None) -> int:
    """Write all salons of the plan that are missing, by several processes; return how many. Django is set up in each."""
    people.expect()
    missing = _missing(plan.size)
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
    people.welcome()
    return len(missing)


def _take_stock() -> None:
    """Let PostgreSQL count its rows: what it still takes for empty tables it reads from end to end."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _missing(size: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS)
        known = {number for (number,) in cursor.fetchall()}
    return [number for number in range(size) if number not in known]


def _batches(numbers: Sequence[int]) -> list[list[int]]:
    return [list(numbers[start : start + BATCH]) for start in range(0, len(numbers), BATCH)]
