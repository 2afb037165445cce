"""`balinea prepare`: schema and static files, brought up to date before anything is served."""

import click
from django.core.management import call_command

from balinea.config.cli.surroundings import needs_database


@click.command()
@click.option("--demo", is_flag=True, help="Fill an empty database with the first sample salons.")
@needs_database
def command(*, demo: bool) -> None:
    """Bring the schema and the collected static files up to date."""
    call_command("migrate", verbosity=0, interactive=False)
    del demo
    call_command("collectstatic", verbosity=0, interactive=False)
