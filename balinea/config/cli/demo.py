"""`balinea demo`: sample salons, and signing in to them."""

import click
from django.utils import timezone

from balinea.config.cli.surroundings import needs_database
from balinea.demo import fill, people


@click.group("demo", invoke_without_command=True)
@click.option(
    "--size",
    type=click.IntRange(1, 1_000_000),
    default=fill.SIZE,
    show_default=True,
    help="How many salons there are.",
)
@click.option("--rest", is_flag=True, hidden=True, help="Only go on where an earlier run was ended.")
@click.pass_context
def command(context: click.Context, *, size: int, rest: bool) -> None:
    """Add invented salons until there are so many.

    Up to 5,000 with 10 days of bookings behind and 20 ahead; from 5,000 on with bookings for 7 days; from 50,000 on
    with their availability for 14 days and no bookings.
    """
    if context.invoked_subcommand is None:
        _add(size, rest=rest)


@needs_database
def _add(size: int, *, rest: bool) -> None:
    plan = fill.plan_for(size=size, now=timezone.now())
    if rest:
        fill.finish(plan)
        return
    if not plan.booked:
        click.echo("So many salons get their availability for 14 days, and no bookings.", err=True)
    elif plan.indexed is not None:
        click.echo("So many salons get their availability and bookings for 7 days.", err=True)
    added = fill.fill(plan, say=lambda line: click.echo(line, err=True))
    click.echo(f"Added {added} sample salons.")


@command.command("sign-in")
@click.argument("role", type=click.Choice(people.ROLES))
@needs_database
def sign_in(*, role: people.Role) -> None:
    """Print a link that signs in once: as the owner of a sample salon, or as the operator."""
    try:
        click.echo(people.link(role=role, now=timezone.now()))
    except people.NoSampleDataError as error:
        raise click.ClickException("there are no sample salons: balinea demo makes them") from error
