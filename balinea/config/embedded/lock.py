"""One owner a data folder: whoever runs its database holds the lock, and the system lets go of it when they die."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """Who holds the lock."""

    pid: int
    role: Literal["run", "command"]  # `run` stays; a command ends by itself
    url: str = ""  # where a `run` is reached


class Held(Exception):  # noqa: N818  the normal answer while Balinea runs
    """The lock is somebody else's."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__("held")
        self.holder = holder


@contextmanager
def held(path: Path, *, role: Literal["run", "command"], url: str = "", wait: bool = False) -> Iterator[bool]:
    """Hold the lock for the block; raises `Held`, or waits where told to. Yields whether the last holder was killed."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Held(_read(file.read())) from None
        killed = file.read() != ""
        file.seek(0)
        file.truncate()
        json.dump(asdict(Holder(pid=os.getpid(), role=role, url=url)), file)
        file.flush()
        yield killed
        file.truncate(0)


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
