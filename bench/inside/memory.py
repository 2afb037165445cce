"""How much memory does each process hold after the other questions?"""

import psutil

from bench.figures import Row, report
from bench.product import Product

MIB = 2**20
ROLES = {
    "config.cli run": "supervisor",
    "config.cli web": "web, the first process",
    "config.cli worker": "worker",
    "spawn_main": "web, one serving process",
    "resource_tracker": "web, its tracker",
}


def ask(product: Product) -> None:
    """Print resident and proportional memory of every process; those of the database together."""
    rows: list[Row] = []
    database: list[tuple[float, float]] = []
    for process in product.processes():
        try:
            held, command = process.memory_full_info(), " ".join(process.cmdline())
            name = process.name()
        except psutil.NoSuchProcess:
            continue
        figures = (held.rss / MIB, getattr(held, "pss", held.uss) / MIB)
        if name.startswith("postgres"):
            database.append(figures)
            continue
        role = next((role for mark, role in ROLES.items() if mark in command), name)
        rows.append(_row(role, *figures))
    share = sum(own for _, own in database)
    rows.append(_row(f"database, {len(database)} processes", max(rss for rss, _ in database), share))
    report(f"memory-{product.size}", rows)


def _row(process: str, resident: float, share: float) -> Row:
    return {"process": process, "resident MiB": round(resident, 1), "own share MiB": round(share, 1)}
