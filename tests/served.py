"""Real web processes on the test session's database: what tests ask over HTTP."""

import os
import subprocess
import sys
from contextlib import contextmanager

import httpx
from django.db import connection

from tests.installation import PATIENCE, eventually, free_port


@contextmanager
def served(folder, *, workers=2, **variables):
    """Serve the test database from `folder`; yields a client of the address. Rows must be committed to be seen."""
    port, output = free_port(), folder / "web.output"
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "SECRET_KEY", "MAIL_URL") if name in os.environ
    }
    environment |= {
        "DATABASE_URL": _url(),
        "RUNTIME_DIR": str(folder),
        "PORT": str(port),
        "METRICS_PORT": str(free_port()),
        "WEB_WORKERS": str(workers),
        "BALINEA_RATE_LIMITS": "off",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
    } | variables
    with output.open("w") as log:
        command = [sys.executable, "-m", "balinea.config.cli", "web"]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        with httpx.Client(base_url=environment["PUBLIC_URL"], trust_env=False, timeout=60) as client:
            eventually(lambda: _lives(client, process, output), what="the web process")
            yield client
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _url():
    """Return the address of the database that tests use, in place of the one that the session began with."""
    return os.environ["DATABASE_URL"].rpartition("/")[0] + "/" + connection.settings_dict["NAME"]


def _lives(client, process, output):
    assert process.poll() is None, output.read_text()
    try:
        return client.get("/health/live").status_code == 200
    except httpx.TransportError:
        return False
