"""A database server that outlived its supervisor (killed with -9) is ended before the next one starts."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.postgres import Cluster

PATIENCE = 30  # seconds for each way of asking


def end_leftover(cluster: Cluster) -> None:
    """End a server that still runs on this data folder, and forget one that does not.

    Only for the holder of the data folder's lock: nobody else's server can be running then. A process number from before
    a restart of the machine may belong to another program by now; PostgreSQL would take that for itself and refuse to start.
    """
    note = cluster.folder / "postmaster.pid"
    pid = _noted(note)
    if pid is None:
        return
    # a fast shutdown may be under way already (see leash.py); then immediate, which the next start repairs
    for way in (signal.SIGINT, signal.SIGQUIT):
        if not _is_our_server(pid, cluster):
            break
        os.kill(pid, way)
        _wait_gone(pid, cluster)
    else:
        if _is_our_server(pid, cluster):
            raise EmbeddedFailure(
                f"a PostgreSQL server from before (process {pid}) does not end; end it, then start again"
            )
    note.unlink(missing_ok=True)


def _noted(note: Path) -> int | None:
    try:
        return int(note.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _wait_gone(pid: int, cluster: Cluster) -> None:
    until = time.monotonic() + PATIENCE
    while _is_our_server(pid, cluster) and time.monotonic() < until:
        time.sleep(0.05)


def _is_our_server(pid: int, cluster: Cluster) -> bool:
    return str(cluster.folder) in _command_line(pid)


def _command_line(pid: int) -> str:
    """Return how a process was started; nothing for one that has ended."""
    if sys.platform == "linux":
        try:
            return Path(f"/proc/{pid}/cmdline").read_text(errors="surrogateescape")
        except OSError:
            return ""
    listing = ["ps", "-ww", "-o", "args=", "-p", str(pid)]
    return subprocess.run(listing, check=False, capture_output=True, text=True).stdout
