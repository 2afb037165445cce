"""How long does a search take, at the database and over HTTP?"""

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial

import psutil
from django.db import connection
from django.utils import timezone

from balinea.search.find import find
from balinea.search.values import SearchQuery
from bench.figures import Row, milliseconds, report, spread
from bench.http_client import Client
from bench.product import Product

ASKED = 300
WARM = 20
TREATMENTS = (
    "coupe-femme", "coupe-homme", "balayage", "brushing", "epilation jambes", "manucure", "pose vernis semi",
    "massage", "hammam", "soin visage", "coupe feme", "coiffure",
)  # fmt: skip
PLACES = (
    "Bastille",
    "11e",
    "75018",
    "Paris",
    "Part-Dieu",
    "Lyon",
    "Montmartre",
    "48.8606,2.3376",
    "republique",
)
WINDOWS = ((None, None), (None, None), (time(9), time(12)), (time(14), time(18, 30)), (time(18), None))


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of question, and its share of the mix."""

    name: str
    sort: str = "best"
    dated: bool = True


KINDS = (Kind(name="dated"), Kind(name="dated, soonest", sort="soonest"), Kind(name="any day", dated=False))


def ask(product: Product) -> None:
    """Ask the same realistic mix through the verb and over HTTP, the product on one core."""
    restore = _one_core(product)
    rows: list[Row] = []
    for kind in KINDS:
        chance = random.Random(1)
        queries = [_query(chance, kind) for _ in range(ASKED)]
        for query in queries[:WARM]:
            find(query, now=timezone.now())
        at_database = [milliseconds(partial(find, query, now=timezone.now())) for query in queries]
        before = product.processor_ms()
        over_http = _over_http(Client(product.port), [_parameters(query) for query in queries])
        processor = (product.processor_ms() - before) / (ASKED + WARM)
        rows += [
            {"venues": product.size, "question": kind.name, "through": "verb", **spread(at_database)},
            {
                "venues": product.size,
                "question": kind.name,
                "through": "HTTP",
                **spread(over_http),
                "processor ms": round(processor, 1),
            },
        ]
    connection.close()
    restore()
    report(f"search-{product.size}", rows)


def _over_http(client: Client, asked: Sequence[dict[str, object]]) -> list[float]:
    for parameters in asked[:WARM]:
        client.get("/search", **parameters)
    return [milliseconds(partial(client.get, "/search", **parameters)) for parameters in asked]


def _query(chance: random.Random, kind: Kind) -> SearchQuery:
    earliest, latest = chance.choice(WINDOWS) if kind.dated else (None, None)
    day = date.today() + timedelta(days=chance.randint(1, 5)) if kind.dated else None  # noqa: DTZ011
    return SearchQuery(
        treatment=chance.choice(TREATMENTS),
        near=chance.choice(PLACES),
        day=day,
        earliest=earliest,
        latest=latest,
        sort=kind.sort,  # type: ignore[arg-type]
    )


def _parameters(query: SearchQuery) -> dict[str, object]:
    asked = {"treatment": query.treatment, "near": query.near, "sort": query.sort}
    if query.day:
        asked["date"] = query.day.isoformat()
    if query.earliest:
        asked["from"] = f"{query.earliest:%H:%M}"
    if query.latest:
        asked["to"] = f"{query.latest:%H:%M}"
    return asked


def _one_core(product: Product):  # noqa: ANN202 - a function that undoes it
    """Put the product on one core and this client on another, where the machine has two."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) < 2:  # noqa: PLR2004
        return lambda: None
    ours = psutil.Process()
    moved = [(process, process.cpu_affinity()) for process in [ours, *product.processes()]]
    for process in product.processes():
        process.cpu_affinity(cores[:1])
    ours.cpu_affinity(cores[1:])

    def restore() -> None:
        for process, before in moved:
            if process.is_running():
                process.cpu_affinity(before)

    return restore
