"""The whole product on a data folder of its own, filled with so many venues.

`BENCH_DATA=FOLDER` keeps filled data folders there for the next time; without it they are temporary.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from balinea.config.embedded import keys, variables
from balinea.config.embedded.folder import DataFolder

PATIENCE = 300.0  # seconds until the ready line
COMMAND = (sys.executable, "-m", "balinea.config.cli")


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """A running Balinea: one web process with one thread, so that times are those of one core."""

    size: int
    port: int
    data_dir: Path
    process: psutil.Process

    def processes(self) -> list[psutil.Process]:
        """Return the supervisor and everything that it started."""
        return [self.process, *self.process.children(recursive=True)]

    def processor_ms(self) -> float:
        """Return the processor time that the product has used: on a busy machine it says more than the clock does."""
        return 1000 * sum(sum(process.cpu_times()[:2]) for process in self.processes())


@contextmanager
def product(size: int) -> Iterator[Product]:
    """Fill a data folder and run the product on it."""
    with _folder(size) as folder:
        port, figures = _free_ports()
        environment = os.environ | {
            "DATA_DIR": str(folder),
            "PORT": str(port),
            "METRICS_PORT": str(figures),
            "DEMO": "no",
            "WEB_WORKERS": "1",
            "BALINEA_RATE_LIMITS": "off",
        }
        print(f"\nFilling {folder} with {size} venues", flush=True)
        subprocess.run([*COMMAND, "demo", "--size", str(size)], env=environment, check=True)
        with _running(environment) as process:
            yield Product(size=size, port=port, data_dir=folder, process=process)


@contextmanager
def _folder(size: int) -> Iterator[Path]:
    kept = os.environ.get("BENCH_DATA")
    if kept:
        yield Path(kept).resolve() / str(size)
        return
    folder = Path(tempfile.mkdtemp(prefix="balinea-bench-"))
    try:
        yield folder / "data"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(environment: dict[str, str]) -> Iterator[psutil.Process]:
    started = subprocess.Popen([*COMMAND, "run"], env=environment, stdout=subprocess.PIPE, text=True)
    process = psutil.Process(started.pid)
    try:
        _wait_ready(started)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        started.wait(60)


def _wait_ready(started: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    for line in started.stdout or ():
        if line.startswith("Balinea is ready"):
            return
        if time.monotonic() > until:
            break
    raise SystemExit("Balinea did not become ready; the lines above say why")


def ask_inside(product: Product, questions: Sequence[str]) -> None:
    """Ask questions in a process that uses the running product's database as its own processes do."""
    data = DataFolder(product.data_dir)
    secrets = keys.load(data.keys)
    if secrets is None:
        raise SystemExit(f"{product.data_dir} has no keys")
    environment = os.environ | variables.of_installation(data, secrets)
    environment |= {
        "DATA_DIR": str(product.data_dir),
        "DJANGO_SETTINGS_MODULE": "balinea.config.settings",
        "BALINEA_RATE_LIMITS": "off",
        "BENCH_SIZE": str(product.size),
        "BENCH_PORT": str(product.port),
        "BENCH_PROCESS": str(product.process.pid),
    }
    subprocess.run([sys.executable, "-m", "bench.inside", *questions], env=environment, check=True)


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]
