"""Figures: taken, printed as a table, written as JSON."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
Row = dict[str, object]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work took."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def best_of(work: Callable[[], object], times: int) -> float:
    """Return the shortest of several runs, in milliseconds: what the machine can do when nobody disturbs it."""
    return min(milliseconds(work) for _ in range(times))


def spread(taken: Sequence[float]) -> Row:
    """Return the median and the 99th percentile of times in milliseconds."""
    ordered = sorted(taken)
    return {
        "median ms": round(statistics.median(ordered), 2),
        "p99 ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 2),
        "asked": len(ordered),
    }


def report(question: str, rows: Sequence[Row]) -> None:
    """Print a table and write it as `bench/results/QUESTION.json`."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[str(row.get(name, "")) for name in columns] for row in rows]
    widths = [max(len(name), *(len(line[i]) for line in cells)) for i, name in enumerate(columns)]
    print(f"\n{question}")
    print("  ".join(name.ljust(width) for name, width in zip(columns, widths, strict=True)))
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)), flush=True)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{question}.json").write_text(json.dumps(list(rows), indent=1) + "\n")
