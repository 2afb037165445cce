"""`balinea run`: the whole product on this machine."""

import os
import signal
from pathlib import Path
from typing import TypedDict, Unpack

import click

from balinea.config import environment
from balinea.config.embedded import address, keys, leash, lock, variables
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.folder import open_folder
from balinea.config.embedded.options import Options
from balinea.config.embedded.server import Server, cluster_of
from balinea.config.embedded.supervisor import Supervisor

LAST_BREATH = 30.0  # seconds that a Balinea before us, or what is left of it, may take to end
PORT = click.IntRange(1, 65_535)


class Chosen(TypedDict):
    """The command's options."""

    data_dir: Path
    host: str
    port: int
    metrics_port: int
    web_workers: int
    demo: bool


@click.command()
@click.option(
    "--port", envvar="PORT", type=PORT, default=8000, show_default=True, help="Where it listens. [PORT]"
)
@click.option(
    "--host", envvar="HOST", default="127.0.0.1", show_default=True, help="On which address. [HOST]"
)
@click.option(
    "--data-dir",
    envvar="DATA_DIR",
    type=click.Path(path_type=Path),
    default=".data",
    show_default=True,
    help="What it keeps. [DATA_DIR]",
)
@click.option(
    "--demo",
    envvar="DEMO",
    type=bool,
    default=True,
    show_default=True,
    help="Fill an empty database with salons. [DEMO]",
)
@click.option(
    "--web-workers",
    envvar="WEB_WORKERS",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Web processes. [WEB_WORKERS]",
)
@click.option(
    "--metrics-port",
    envvar="METRICS_PORT",
    type=PORT,
    default=9464,
    show_default=True,
    help="Figures for Prometheus, on 127.0.0.1 only. [METRICS_PORT]",
)
def command(**chosen: Unpack[Chosen]) -> None:
    """Run the whole product on this machine: database, web and worker, from one data folder.

    Ctrl-C ends all of it and leaves the data whole.
    """
    os.umask(0o077)  # what it keeps is nobody else's business
    chosen["host"] = "127.0.0.1" if chosen["host"] == "localhost" else chosen["host"]
    if environment.flag("END_WITH_PARENT"):  # set by `make run`: make may be killed without a word to us
        leash.tie_to_parent(signal.SIGTERM)
    options = Options(**chosen)
    folder = open_folder(options.data_dir)
    try:
        with lock.held_soon(folder.lock, role="run", url=options.origin, patience=LAST_BREATH) as ours:
            patience = LAST_BREATH if ours.last_was_killed else 0
            address.check_free(options.host, options.port, "PORT", patience=patience)
            secrets = keys.load_or_make(folder.keys)
            _supervisor(options, Server(folder, cluster_of(folder, secrets)), secrets, ours).run()
    except lock.Held as held:
        where = f" at {held.holder.url}" if held.holder and held.holder.url else ""
        raise EmbeddedFailure(
            f"Balinea already runs on DATA_DIR {folder.root}{where}; end it, or choose another DATA_DIR"
        ) from held


def _supervisor(options: Options, server: Server, secrets: keys.Keys, ours: lock.Lock) -> Supervisor:
    told = variables.of_installation(server.folder, secrets) | variables.of_address(
        options.host, options.port, options.origin
    )
    told |= {"WEB_WORKERS": str(options.web_workers), "METRICS_PORT": str(options.metrics_port)}
    return Supervisor(
        options, server, ours, told, say=lambda line: click.echo(line, err=True), announce=click.echo
    )
