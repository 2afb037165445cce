"""How long does one venue's week of starts take over HTTP?"""

import time
from datetime import date

from bench.figures import report, spread
from bench.http_client import Client
from bench.product import Product

VENUES = 100
TIMES = 3


def ask(product: Product) -> None:
    """Ask for seven days of one service with anybody, at a hundred venues."""
    client = Client(product.port)
    found = client.get("/search", treatment="coupe-femme", near="Paris", limit=50)
    venues = found["results"]
    while found["next_cursor"] and len(venues) < VENUES:
        found = client.get(
            "/search", treatment="coupe-femme", near="Paris", limit=50, cursor=found["next_cursor"]
        )
        venues += found["results"]
    today = date.today().isoformat()  # noqa: DTZ011
    taken, starts, before = [], 0, product.processor_ms()
    for venue in TIMES * venues[:VENUES]:
        begun = time.perf_counter()
        answer = client.get(
            f"/venues/{venue['slug']}/slots", service=venue["service"]["id"], days=7, **{"from": today}
        )
        taken.append((time.perf_counter() - begun) * 1000)
        starts += len(answer["slots"])
    processor = (product.processor_ms() - before) / len(taken)
    row = {
        "venues": product.size,
        **spread(taken),
        "processor ms": round(processor, 1),
        "starts each": starts // len(taken),
    }
    report(f"week-{product.size}", [row])
