"""`python -m bench [--large] [QUESTION...]`: ask the questions, print the answers, write them down."""

import sys
from collections.abc import Callable

import click

from bench import booking, engine, memory, search, week
from bench.product import Product, product

SIZES = (1_200, 10_000)
LARGE = (100_000,)
QUESTIONS: dict[str, Callable[[Product], None]] = {
    "search": search.ask,
    "week": week.ask,
    "booking": booking.ask,
    "memory": memory.ask,
}


@click.command()
@click.option("--large", is_flag=True, help="With 100,000 venues.")
@click.option("--size", "sizes", type=int, multiple=True, help="With so many venues instead.")
@click.argument("questions", nargs=-1, type=click.Choice(["engine", *QUESTIONS]))
def main(*, large: bool, sizes: tuple[int, ...], questions: tuple[str, ...]) -> None:
    """Measure Balinea on this machine."""
    wanted = questions or ("engine", *QUESTIONS)
    if "engine" in wanted and not large:
        engine.ask()
    for size in sizes or (LARGE if large else SIZES):
        asked = [QUESTIONS[name] for name in wanted if name in QUESTIONS]
        if not asked:
            return
        with product(size) as running:
            for question in asked:
                question(running)


if __name__ == "__main__":
    sys.exit(main())
