"""One owner a data folder: whoever runs its database holds the lock, and the system lets go of it when they die."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TextIO

_TURN = 1.0  # seconds in which a holder that was told to end says so
Role = Literal["run", "ending", "command"]  # a `run` stays until it is asked to end; a command ends by itself


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """Who holds the lock."""

    pid: int
    role: Role
    url: str = ""  # where a `run` is reached


class Held(Exception):  # noqa: N818  the normal answer while Balinea runs
    """The lock is somebody else's."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__("held")
        self.holder = holder


@dataclass(slots=True)
class Lock:
    """The lock, held by us."""

    file: TextIO
    last_was_killed: bool  # whether the holder before us ended without letting go

    def announce(self, role: Role, url: str = "") -> None:
        """Tell others who wait or are refused what we do with it."""
        self._clear()
        json.dump(asdict(Holder(pid=os.getpid(), role=role, url=url)), self.file)
        self.file.flush()

    def _clear(self) -> None:
        self.file.seek(0)
        self.file.truncate()


@contextmanager
def held(path: Path, *, role: Role, url: str = "", wait: bool = False) -> Iterator[Lock]:
    """Hold the lock for the block; raises `Held`, or waits where told to."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Held(_read(file.read())) from None
        lock = Lock(file, last_was_killed=file.read() != "")
        lock.announce(role, url)
        try:
            yield lock
        finally:
            file.truncate(0)


@contextmanager
def held_soon(path: Path, *, role: Role, url: str, patience: float) -> Iterator[Lock]:
    """Hold the lock, waiting that many seconds for a holder that is about to end; raises `Held`."""
    until = time.monotonic() + patience
    with ExitStack() as stack:
        while True:
            try:
                lock = stack.enter_context(held(path, role=role, url=url))
                break
            except Held as refusal:
                ending = refusal.holder is not None and refusal.holder.role == "ending"
                if time.monotonic() > (until if ending else until - patience + _TURN):
                    raise
                time.sleep(0.1)
        yield lock


def last_url(path: Path) -> str:
    """Return where the last `run` on this data folder was reached; empty when nobody knows."""
    try:
        holder = _read(path.read_text())
    except FileNotFoundError:
        return ""
    return holder.url if holder else ""


def _read(text: str) -> Holder | None:
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError):
        return None  # written in this very moment
