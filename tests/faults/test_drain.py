"""A web process that is told to end says so first, so that a balancer looks elsewhere."""

import os
import subprocess
import sys

import httpx

from balinea.config.embedded import keys, variables
from balinea.config.embedded.folder import DataFolder
from tests.installation import PATIENCE, eventually, free_port


def test_it_is_not_ready_but_serves_for_the_drain_then_ends_in_order(installation, tmp_path):
    installation.start().wait_ready()
    port = free_port()
    folder = DataFolder(installation.data_dir.resolve())
    told = variables.of_installation(folder, keys.load(folder.keys)) | variables.of_address(
        "127.0.0.1", port, installation.url
    )
    told |= {
        "RUNTIME_DIR": str(tmp_path / "web"),
        "METRICS_PORT": str(free_port()),
        "DRAIN_SECONDS": "6",
        "WEB_WORKERS": "1",
    }
    web = subprocess.Popen([sys.executable, "-m", "balinea.config.cli", "web"], env=os.environ | told)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as visitor:
        eventually(lambda: status(visitor, "/health/ready") == 200, what="readiness")
        web.terminate()
        eventually(lambda: status(visitor, "/health/ready") == 503, what="not being ready any more")
        assert visitor.get("/health/ready").json()["reason"] == "draining"
        assert status(visitor, "/health/live") == 200
    assert web.wait(PATIENCE) == 0


def status(visitor, path):
    try:
        return visitor.get(path).status_code
    except httpx.TransportError:
        return None
