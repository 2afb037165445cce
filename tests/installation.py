"""A real `balinea run` on a data folder of its own, to be killed and to be brought back."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
import psycopg

from balinea.config.embedded import keys
from balinea.config.embedded.folder import DataFolder
from balinea.config.embedded.server import cluster_of

PATIENCE = 120  # seconds; generous, since machines that test are busy


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def eventually(true, *, what, seconds=PATIENCE):
    until = time.monotonic() + seconds
    while not (answer := true()):
        assert time.monotonic() < until, f"{what}: not within {seconds} s"
        time.sleep(0.05)
    return answer


@dataclass
class Installation:
    data_dir: Path
    port: int = field(default_factory=free_port)
    metrics_port: int = field(default_factory=free_port)
    wrapper: tuple[str, ...] = ()  # what to start it in
    variables: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None
    output: Path = Path()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def environment(self):
        inherited = {
            name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ
        }
        ours = {
            "PORT": str(self.port),
            "METRICS_PORT": str(self.metrics_port),
            "DATA_DIR": str(self.data_dir),
            "DEMO": "no",
            "WEB_WORKERS": "1",
            "BALINEA_RATE_LIMITS": "off",
        }
        return inherited | ours | self.variables

    def start(self):
        self.output = self.data_dir.parent / f"{self.data_dir.name}.output"
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [*self.wrapper, sys.executable, "-m", "balinea.config.cli", "run"],
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        return self

    def says(self, text):
        return text in self.output.read_text()

    def wait_ready(self):
        line = f"Balinea is ready: {self.url}\n"
        eventually(lambda: self.says(line) or self.process.poll() is not None, what="the ready line")
        assert self.says(line), self.output.read_text()
        return self

    def processes(self):
        """Every process that the supervisor started, and theirs."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def postmaster(self):
        return int((self.data_dir / "postgres" / "postmaster.pid").read_text().split()[0])

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            self.process.wait(PATIENCE)

    def ask(self, path="/health/ready"):
        with httpx.Client(trust_env=False, timeout=30) as client:
            return client.get(self.url + path)

    @contextmanager
    def database(self):
        folder = DataFolder(self.data_dir.resolve())
        with psycopg.connect(cluster_of(folder, keys.load(folder.keys)).url(), autocommit=True) as connection:
            yield connection

    def note(self, text):
        """Write something down that must survive; it is acknowledged when this returns."""
        with self.database() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS proof (text text)")
            connection.execute("INSERT INTO proof VALUES (%s)", [text])

    def noted(self):
        with self.database() as connection:
            return [text for (text,) in connection.execute("SELECT text FROM proof ORDER BY text")]


def ended(processes):
    """Whether all of them are gone; one that only waits to be counted by its new parent has ended too."""
    return all(not found.is_running() or found.status() == psutil.STATUS_ZOMBIE for found in processes)
