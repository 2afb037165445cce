"""`balinea web`: the web processes, their figures and their orderly end."""

import multiprocessing
import os
import shutil
import threading
from pathlib import Path

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from balinea.config import environment


@click.command()
def command() -> None:
    """Serve pages and API. HOST, PORT, WEB_WORKERS, WEB_THREADS and METRICS_PORT say how; SIGTERM ends it.

    After SIGTERM it says for DRAIN_SECONDS that it is not ready, so that a balancer looks elsewhere, finishes what it has
    begun, and ends.
    """
    runtime = Path(environment.required("RUNTIME_DIR"))
    mark = runtime / "draining"
    mark.unlink(missing_ok=True)
    os.environ["DRAIN_MARK"] = str(mark)
    _serve_figures(_new_folder(runtime / "figures"), environment.number("METRICS_PORT", 9464))
    # forked web processes would keep this one's open port, and its idea of where figures go
    multiprocessing.set_start_method("spawn")
    _server().serve()


class DrainingServer(MPServer):
    """Granian, which says that it is not ready before it stops accepting."""

    def signal_handler_interrupt(self, *args: object, **kwargs: object) -> None:
        """Begin the end."""
        Path(os.environ["DRAIN_MARK"]).touch()
        end = super().signal_handler_interrupt
        threading.Timer(environment.number("DRAIN_SECONDS", 0), end, args, kwargs).start()


def _server() -> DrainingServer:
    return DrainingServer(
        "balinea.config.web_process:application",
        address=environment.text("HOST", "127.0.0.1"),
        port=environment.number("PORT", 8000),
        interface=Interfaces.WSGI,
        workers=environment.number("WEB_WORKERS", 2),
        blocking_threads=environment.number("WEB_THREADS", 4),  # as many as the database pool has connections
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )


def _new_folder(path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)  # figures of processes that are gone
    path.mkdir(parents=True)
    return path


def _serve_figures(folder: Path, port: int) -> None:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # the web processes write there, this one reads
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]
    try:
        start_http_server(port, addr="127.0.0.1", registry=registry)
    except OSError:
        click.echo(
            f"Figures for Prometheus are left out: port {port} is in use; choose another: METRICS_PORT",
            err=True,
        )
