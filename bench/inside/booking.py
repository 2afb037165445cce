"""How many bookings a second? Over HTTP, through the verbs, and against the bare statements replayed by pgbench."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from django.utils import timezone

from balinea.booking.confirm import confirm
from balinea.booking.hold import hold
from balinea.booking.values import Client as Guest
from balinea.booking.values import Visitor, Wish
from balinea.slots.values import Item
from bench.figures import Row, report
from bench.http_client import Client
from bench.inside import replay
from bench.product import Product

PEER = 61.0  # bookings a second of the best alternative measured (Easy!Appointments, messages off)
HTTP_BOOKINGS = 400
VERB_BOOKINGS = 200
GUEST = {"first_name": "Camille", "last_name": "Essai", "email": "camille@example.com", "phone": "0612345678"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """A start that is free; no two of them are in each other's way."""

    venue: str
    service: str
    start: str


def ask(product: Product) -> None:
    """Book several hundred visits in each way."""
    starts = _starts(product, 2 * HTTP_BOOKINGS + 2 * VERB_BOOKINGS)
    chunks = [starts[:HTTP_BOOKINGS], starts[HTTP_BOOKINGS : 2 * HTTP_BOOKINGS]]
    for_verbs, for_replay = starts[2 * HTTP_BOOKINGS : -VERB_BOOKINGS], starts[-VERB_BOOKINGS:]
    rows: list[Row] = []
    for clients, chunk in zip((1, 8), chunks, strict=True):
        rate = _over_http(product, chunk, clients)
        rows.append(_row(f"HTTP, {clients} clients", rate, **{"times the peer": round(rate / PEER, 1)}))
    _through_verbs(for_verbs[:20])
    verbs = _through_verbs(for_verbs[20:])
    rows.append(_row("verbs, 1 client", verbs))
    rows += replay.rows(product, lambda: _through_verbs(for_replay), verbs_rate=verbs)
    report(f"booking-{product.size}", rows)


def _row(way: str, rate: float, **more: object) -> Row:
    return {"way": way, "hold + confirm per s": round(rate, 1), **more}


def _starts(product: Product, wanted: int) -> list[Start]:
    """Find starts on different days or at different venues, so that none takes another's time."""
    client = Client(product.port)
    found: list[Start] = []
    for ahead in count(1):
        day = date.today() + timedelta(days=ahead)  # noqa: DTZ011
        query = {"near": "Paris", "treatment": "coupe-femme", "date": day.isoformat(), "limit": 50}
        cursor: dict[str, str] = {}
        while len(found) < wanted:
            page = client.get("/search", **query, **cursor)
            found += [
                Start(venue=one["slug"], service=one["service"]["id"], start=one["next_slots"][0])
                for one in page["results"]
            ]
            if not page["next_cursor"]:
                break
            cursor = {"cursor": page["next_cursor"]}
        if len(found) >= wanted:
            return found[:wanted]
        if ahead > 6:  # noqa: PLR2004 - as far as larger samples are booked
            raise SystemExit(f"only {len(found)} free starts for {wanted} bookings")
    raise AssertionError


def _over_http(product: Product, starts: Sequence[Start], clients: int) -> float:
    waiting, lock = iter(starts), threading.Lock()

    def work() -> None:
        client = Client(product.port)
        while True:
            with lock:
                start = next(waiting, None)
            if start is None:
                return
            items = [{"service": start.service, "staff": None}]
            held = client.post("/holds", {"venue": start.venue, "items": items, "start": start.start})
            client.post("/bookings", {"hold": held["id"], "client": GUEST, "accept_policy": True})

    threads = [threading.Thread(target=work) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(starts) / (time.perf_counter() - begun)


def _through_verbs(starts: Sequence[Start]) -> float:
    begun = time.perf_counter()
    for start in starts:
        wish = Wish(
            venue=start.venue,
            items=(Item(service=start.service),),
            start=datetime.fromisoformat(start.start),
        )
        held = hold(wish=wish, visitor=Visitor(visitor="bench", address="bench"), now=timezone.now())
        confirm(hold_id=held.id, client=Guest(**GUEST), now=timezone.now())
    return len(starts) / (time.perf_counter() - begun)
