import os

import pytest

from tests.installation import Installation
from tests.race.arena import Arena


@pytest.fixture(scope="session")
def rounds():
    return int(os.environ.get("BALINEA_RACE_ROUNDS", "5"))


@pytest.fixture(scope="module")
def arena(tmp_path_factory):
    """A running product with two web processes and its worker; whole afterwards, whatever was raced for."""
    data_dir = tmp_path_factory.mktemp("race") / "data"
    installation = Installation(data_dir, variables={"WEB_WORKERS": "2"}).start()
    try:
        installation.wait_ready()
        arena = Arena(installation).open()
        yield arena
        assert "0 of them wrong" in arena.command("check", "availability")
        assert "deadlock" not in arena.log()
        print(f"\n{arena.shots} requests, the slowest answered within {arena.slowest:.2f} s")
        assert arena.slowest < 2
    finally:
        installation.stop()
