"""The product, running on sample salons in a folder that is kept for the next time."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READY = "Balinea is ready: "
SALONS = 120
PATIENCE = 300  # seconds
BALINEA = str(Path(sys.executable).with_name("balinea"))


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Yield the address of the product; the first time, sample salons are made."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "DATA_DIR": str(folder / "data"),
        "PORT": "8791",
        "METRICS_PORT": "8792",
        "DEMO": "no",
        "BALINEA_RATE_LIMITS": "off",
        "LOG_LEVEL": "warning",
    }
    with (folder / "output").open("w+") as output:
        process = subprocess.Popen([BALINEA, "run"], env=environment, stdout=output, stderr=output)
        try:
            address = _address(process, folder / "output")
            subprocess.run([BALINEA, "demo", "--size", str(SALONS)], env=environment, check=True)
            yield address
        finally:
            process.terminate()
            process.wait(PATIENCE)


def sign_in_link(folder: Path, role: str) -> str:
    """Return a link that signs in once, as `owner` or `operator`."""
    environment = os.environ | {"DATA_DIR": str(folder / "data")}
    command = [BALINEA, "demo", "sign-in", role]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def _address(process: subprocess.Popen[bytes], output: Path) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        for line in output.read_text().splitlines():
            if line.startswith(READY):
                return line.removeprefix(READY).strip()
        time.sleep(0.2)
    raise SystemExit(f"The product did not start:\n{output.read_text()}")
