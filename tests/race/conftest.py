import logging
import os

import pytest

from tests.installation import Installation
from tests.race.arena import Arena

LIMIT = 2  # seconds that the slowest answer may take on a machine that has nothing else to do
FIGURES = pytest.StashKey()


@pytest.fixture(scope="session")
def rounds():
    return int(os.environ.get("BALINEA_RACE_ROUNDS", "5"))


@pytest.fixture(scope="module")
def arena(request, tmp_path_factory):
    """A running product with two web processes and its worker; whole afterwards, whatever was raced for."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    data_dir = tmp_path_factory.mktemp("race") / "data"
    installation = Installation(data_dir, variables={"WEB_WORKERS": "2"}).start()
    try:
        installation.wait_ready()
        arena = Arena(installation).open()
        before = work_of(installation)
        yield arena
        figures = (request.module.__name__, arena, work_of(installation) - before)
        request.config.stash.setdefault(FIGURES, []).append(figures)
        assert "0 of them wrong" in arena.command("check", "availability")
        assert "deadlock" not in arena.log()
        # others' work on the same processors makes every answer slower by as much
        assert arena.slowest < LIMIT * max(1, os.getloadavg()[0] / os.cpu_count())
    finally:
        installation.stop()


def work_of(installation):
    """Processor seconds of the server processes until now."""
    times = [process.cpu_times() for process in installation.processes()]
    return sum(time.user + time.system for time in times)


def pytest_terminal_summary(terminalreporter, config):
    for name, arena, work in config.stash.get(FIGURES, []):
        terminalreporter.write_line(
            f"{name}: {arena.shots} requests, the slowest answered within {arena.slowest:.2f} s"
            f" (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors),"
            f" {1000 * work / arena.shots:.1f} ms of all server processors a request"
        )
