"""The data folder: everything that an embedded Balinea keeps, and the short-lived folder that belongs to it."""

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from balinea.config.embedded.failure import EmbeddedFailure

_MEMORY = Path("/dev/shm")  # noqa: S108  where Linux keeps files in memory: short, and not on a disk that may be full
_OURS_ALONE = 0o700


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The places inside one data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """PostgreSQL's own folder."""
        return self.root / "postgres"

    @property
    def log(self) -> Path:
        """What the running server says."""
        return self.root / "postgres.log"

    @property
    def keys(self) -> Path:
        """The secrets of this installation."""
        return self.root / "keys.json"

    @property
    def lock(self) -> Path:
        """Held by the process that runs the database."""
        return self.root / "lock"

    @property
    def static(self) -> Path:
        """The collected static files."""
        return self.root / "static"

    @property
    def runtime(self) -> Path:
        """A folder in memory for sockets and figures, named after the data folder; `make_runtime` makes it.

        A socket's path may not be longer than 107 bytes (103 on macOS), so it cannot stand in the data folder.
        """
        base = _MEMORY if os.access(_MEMORY, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())
        name = hashlib.sha256(bytes(self.root)).hexdigest()[:12]
        return base / f"balinea-{os.geteuid()}-{name}"


def open_folder(path: Path) -> DataFolder:
    """Return the data folder at `path`, made (for its owner alone) unless it is there."""
    root = path.absolute()
    try:
        root.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise EmbeddedFailure(f"DATA_DIR must name a folder: {root} is a file or lies in one") from error
    except OSError as error:
        raise EmbeddedFailure(f"DATA_DIR {root} cannot be made: {error.strerror}") from error
    if not os.access(root, os.R_OK | os.W_OK | os.X_OK):
        raise EmbeddedFailure(
            f"DATA_DIR {root} cannot be written by this user; set DATA_DIR to a folder of yours"
        )
    return DataFolder(root.resolve())


def make_runtime(folder: DataFolder) -> None:
    """Make the folder in memory, without a dead server's sockets; its parent is open to all, so another's is refused."""
    path = folder.runtime
    try:
        path.mkdir(mode=_OURS_ALONE)
    except FileExistsError:
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            raise EmbeddedFailure(f"{path} belongs to somebody else; remove it and start again") from None
        path.chmod(_OURS_ALONE)
        for socket in path.glob(".s.PGSQL.*"):
            socket.unlink()


def remove_runtime(folder: DataFolder) -> None:
    """Remove the folder in memory when its processes have ended."""
    shutil.rmtree(folder.runtime, ignore_errors=True)
