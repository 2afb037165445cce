"""A full disk: a clear line, no corruption, and everything goes on once there is room."""

import os
import shutil
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psycopg
import pytest

from balinea.config.embedded import keys, postgres
from balinea.config.embedded.folder import DataFolder
from balinea.config.embedded.privileges import unprivileged
from tests.installation import Installation, eventually


def on_a_small_disk(megabytes):
    """What to start a process in so that DATA_DIR is a disk of that size, for this process and its children alone."""
    namespace = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    mount = f'mount -t tmpfs -o size={megabytes}m,mode=700 tmpfs "$DATA_DIR" && exec "$@"'
    return (*namespace, "sh", "-c", mount, "sh")


class OnASmallDisk(Installation):
    @property
    def disk(self):
        """The small disk as seen from outside."""
        return Path(f"/proc/{self.process.pid}/root{self.data_dir}")

    @contextmanager
    def database(self):
        runtime = DataFolder(self.data_dir.resolve()).runtime
        cluster = postgres.Cluster(
            folder=self.disk / "postgres",
            sockets=runtime,
            password=keys.load(self.disk / "keys.json").database_password,
        )
        with psycopg.connect(cluster.url(), autocommit=True) as connection:
            yield connection

    def fill(self):
        with (self.disk / "filler").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(2**16))

    def make_room(self):
        (self.disk / "filler").unlink()

    def note_until_refused(self):
        """Write rows until one is refused; returns those that were acknowledged."""
        acknowledged = []
        with self.database() as connection:
            for row in range(100_000):
                try:
                    connection.execute(
                        "INSERT INTO proof SELECT %s || repeat(md5(%s), 100)", [f"{row} ", str(row)]
                    )
                except psycopg.OperationalError:
                    return acknowledged
                acknowledged.append(str(row))
        pytest.fail("the disk never filled up")

    def answers(self):
        with suppress(httpx.TransportError):
            return self.ask().status_code == 200


@pytest.fixture
def small(tmp_path):
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    installation = OnASmallDisk(data_dir, wrapper=on_a_small_disk(224))
    yield installation
    installation.stop()


def test_no_room_for_a_new_database_is_said_in_one_line(tmp_path):
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    installation = Installation(data_dir, wrapper=on_a_small_disk(12)).start()
    assert installation.process.wait(60) == 1
    said = installation.output.read_text().splitlines()
    assert said[-1] == "balinea: the database could not be made: no space is left on its disk"
    assert not installation.says("Traceback")


def test_a_disk_that_fills_up_loses_nothing_acknowledged_and_recovers(small, tmp_path):
    small.start().wait_ready()
    small.note("before")
    small.fill()
    eventually(lambda: small.says("is nearly full"), what="a warning")
    acknowledged = small.note_until_refused()
    small.make_room()

    eventually(small.answers, what="readiness after making room")
    assert {text.split(" ")[0] for text in small.noted()} == {"before", *acknowledged}
    small.note("after")

    kept = os.open(small.disk, os.O_PATH)  # the disk lives as long as somebody holds it
    small.stop()
    shutil.copytree(f"/proc/self/fd/{kept}/postgres", tmp_path / "copy")
    os.close(kept)
    check = [postgres.program("pg_checksums"), "--check", "--pgdata", str(tmp_path / "copy")]
    assert (
        "Bad checksums:  0"
        in subprocess.run(unprivileged(check), check=True, capture_output=True, text=True).stdout
    )
