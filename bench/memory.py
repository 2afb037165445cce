"""How much memory does each process hold after the other questions?"""

import psutil

from bench.figures import Row, report
from bench.product import Product

MIB = 2**20


def ask(product: Product) -> None:
    """List resident and proportional memory of every process of the product."""
    rows: list[Row] = []
    for process in product.processes():
        try:
            held = process.memory_full_info()
            command = " ".join(process.cmdline())[-60:] or process.name()
        except psutil.NoSuchProcess:
            continue
        rows.append(
            {
                "process": command,
                "resident MiB": round(held.rss / MIB, 1),
                "own share MiB": round(getattr(held, "pss", held.uss) / MIB, 1),
            }
        )
    report(f"memory-{product.size}", rows)
