"""`python -m bench [--large] [QUESTION...]`: ask the questions, print the answers, write them down."""

import click

from bench import engine
from bench.product import ask_inside, product

SIZES = (1_200, 10_000)
LARGE = (100_000,)
INSIDE = ("search", "week", "memory", "booking")  # booking last: it makes its copy of the database alone


@click.command()
@click.option("--large", is_flag=True, help="With 100,000 venues.")
@click.option("--size", "sizes", type=int, multiple=True, help="With so many venues instead.")
@click.argument("questions", nargs=-1, type=click.Choice(["engine", *INSIDE]))
def main(*, large: bool, sizes: tuple[int, ...], questions: tuple[str, ...]) -> None:
    """Measure Balinea on this machine."""
    wanted = questions or ("engine", *INSIDE)
    if "engine" in wanted and not large:
        engine.ask()
    inside = [name for name in INSIDE if name in wanted]
    for size in (sizes or (LARGE if large else SIZES)) if inside else ():
        with product(size) as running:
            ask_inside(running, inside)


if __name__ == "__main__":
    main()
