"""`balinea prepare`: schema and static files, brought up to date before anything is served."""

from contextlib import suppress

import click
from django.core.management import call_command
from django.utils import timezone

from balinea.config import static_files
from balinea.config.cli.surroundings import needs_database
from balinea.demo import fill, people


@click.command()
@click.option("--demo", is_flag=True, help="Fill an empty database with the first sample salons.")
@needs_database
def command(*, demo: bool) -> None:
    """Bring the schema and the collected static files up to date."""
    call_command("migrate", verbosity=0, interactive=False)
    static_files.collect()
    if demo:
        _begin_demo()


def _begin_demo() -> None:
    """Write the first sample salons where there is none, and print who may sign in: `run` repeats these lines."""
    now = timezone.now()
    fill.begin(fill.plan_for(now=now))
    with suppress(people.NoSampleDataError):  # the salons here are real ones
        click.echo(f"Sign in as the owner of a sample salon: {people.link(role='owner', now=now)}")
        click.echo(f"Sign in as the operator: {people.link(role='operator', now=now)}")
