"""`python -m bench.inside`: ask questions to the product that `bench` started and described in the environment."""

import os
from pathlib import Path

import click
import psutil

from bench.inside import booking, memory, search, week
from bench.product import Product

QUESTIONS = {"search": search.ask, "week": week.ask, "booking": booking.ask, "memory": memory.ask}


@click.command()
@click.argument("questions", nargs=-1, type=click.Choice(list(QUESTIONS)))
def main(*, questions: tuple[str, ...]) -> None:
    """Measure one running product."""
    product = Product(
        size=int(os.environ["BENCH_SIZE"]),
        port=int(os.environ["BENCH_PORT"]),
        data_dir=Path(os.environ["DATA_DIR"]),
        process=psutil.Process(int(os.environ["BENCH_PROCESS"])),
    )
    for question in questions:
        QUESTIONS[question](product)


if __name__ == "__main__":
    main()
