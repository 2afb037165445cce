"""`balinea check`: is what is derived true to what it is derived from?"""

from itertools import islice

import click

from balinea.config.cli.surroundings import needs_database
from balinea.scheduling.check import Checked, Drift, check

SHOWN = 20


@click.group("check")
def command() -> None:
    """Compare what is derived with what it is derived from."""


@command.command("availability")
@needs_database
def availability() -> None:
    """Recompute the availability index from hours, absences, blocks and claims, in one snapshot; report what differs.

    Exit status 1 if any row is wrong.
    """
    checked = Checked()
    drift = check(checked=checked)
    shown = list(islice(drift, SHOWN))
    for row in shown:
        click.echo(_line(row))
    count = len(shown) + sum(1 for _ in drift)
    click.echo(f"{checked.venues} venues, {checked.rows} rows, {count} of them wrong")
    if count:
        raise click.exceptions.Exit(1)


def _line(row: Drift) -> str:
    what = "the day" if row.resource_id is None else f"resource {row.resource_id}"
    return f"venue {row.venue_id}, {row.day}, {what}: kept {row.kept}, true {row.true}"
