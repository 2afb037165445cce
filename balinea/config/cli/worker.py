"""`balinea worker`: does the jobs that other processes deferred, and those that come round by the clock."""

from typing import TYPE_CHECKING, cast

import click
from procrastinate.contrib.django import app

from balinea.config.cli.surroundings import needs_database

if TYPE_CHECKING:
    from procrastinate.contrib.django.django_connector import DjangoConnector


@click.command()
@needs_database
def command() -> None:
    """Do jobs until SIGTERM, then finish those that run and end."""
    connector = cast("DjangoConnector", app.connector).get_worker_connector()
    with app.replace_connector(connector) as worker:
        worker.run_worker(shutdown_graceful_timeout=10, install_signal_handlers=True)
