"""What a command finds around it: settings in the environment, and a running database when it asks for one."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

import click
from django.core.management import call_command
from django.db import connection

from balinea.config.embedded import keys, lock, postgres, variables
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.folder import DataFolder, open_folder
from balinea.config.embedded.server import Server, cluster_of

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

Given = ParamSpec("Given")
Returned = TypeVar("Returned")
STARTING = 60.0  # seconds that a Balinea which starts at this moment may take until its database answers


@dataclass(frozen=True, slots=True)
class Installation:
    """An embedded installation that a command works on."""

    folder: DataFolder
    secrets: keys.Keys


def settle() -> Installation | None:
    """Complete the environment that settings read; returns the embedded installation unless DATABASE_URL names another.

    Writes nothing yet: asking for help must not make a data folder.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "balinea.config.settings")
    if os.environ.get("DATABASE_URL"):
        return None
    folder = DataFolder(Path(os.environ.get("DATA_DIR") or ".data").resolve())
    installation = Installation(folder, keys.load(folder.keys) or keys.draw())
    os.environ.update(variables.of_installation(folder, installation.secrets))
    if url := lock.last_url(folder.lock):
        os.environ.setdefault("PUBLIC_URL", url)
    return installation


def needs_database(command: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """Decorate a command's function (below `@click.command`) so that the database runs and its schema is there."""

    @wraps(command)
    def wrapped(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
        with database(click.get_current_context().find_object(Installation)):
            return command(*args, **kwargs)

    return wrapped


@contextmanager
def database(installation: Installation | None) -> Iterator[None]:
    """See to it that the database runs for the block: an embedded one is started unless it runs already."""
    if installation is None:
        yield
        return
    path = open_folder(installation.folder.root).lock
    try:
        with lock.held(path, role="command"), _started(installation):
            yield
    except lock.Held as held:
        if held.holder is None or held.holder.role == "run":
            _wait_for(installation)
            yield
            return
        click.echo(f"Waiting for another command (process {held.holder.pid}) to end.", err=True)
        with lock.held(path, role="command", wait=True), _started(installation):
            yield


@contextmanager
def _started(installation: Installation) -> Iterator[None]:
    kept = keys.load(installation.folder.keys)
    if kept is None:
        keys.keep(installation.folder.keys, installation.secrets)
    elif kept != installation.secrets:
        raise EmbeddedFailure("this data folder was made a moment ago; give the command again")
    server = Server(installation.folder, cluster_of(installation.folder, installation.secrets))
    try:
        server.start()
        call_command("migrate", verbosity=0, interactive=False)
        yield
    finally:
        connection.close()
        cast("DatabaseWrapper", connection).close_pool()
        server.leave()


def _wait_for(installation: Installation) -> None:
    until = time.monotonic() + STARTING
    while not postgres.answers(cluster_of(installation.folder, installation.secrets)):
        if time.monotonic() > until:
            raise EmbeddedFailure("Balinea runs on this data folder, but its database does not answer")
        time.sleep(0.2)
