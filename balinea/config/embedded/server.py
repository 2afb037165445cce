"""One embedded database server's life, from leftovers of the last one to its orderly end."""

import time
from dataclasses import dataclass
from subprocess import Popen

from balinea.config.embedded import leftover, postgres
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.folder import DataFolder, make_runtime, remove_runtime
from balinea.config.embedded.keys import Keys

SETTINGS = {
    "shared_buffers": "128MB",
    "max_connections": "100",
    "wal_level": "minimal",  # nobody follows this server
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "jit": "off",  # no query here is long enough to gain from it
    "log_destination": "stderr",
    "log_min_messages": "warning",
}
_STRAGGLERS = 15  # seconds until the last processes of a server killed with -9 have gone


def cluster_of(folder: DataFolder, keys: Keys) -> postgres.Cluster:
    """Return the cluster that stands in a data folder."""
    return postgres.Cluster(
        folder=folder.database, sockets=folder.runtime, password=keys.database_password, settings=SETTINGS
    )


@dataclass(slots=True)
class Server:
    """The running database server of a data folder; only the holder of the folder's lock starts one."""

    folder: DataFolder
    cluster: postgres.Cluster
    process: Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers; makes the database the first time."""
        postgres.initialise(self.cluster)
        leftover.end_leftover(self.cluster)
        make_runtime(self.folder)
        until = time.monotonic() + _STRAGGLERS
        while True:
            self.folder.log.unlink(missing_ok=True)
            self.process = postgres.start(self.cluster, self.folder.log)
            try:
                postgres.wait_ready(self.cluster, self.process, self.folder.log)
            except EmbeddedFailure as failure:
                if "shared memory" not in str(failure) or time.monotonic() > until:
                    raise
                time.sleep(0.5)
            else:
                return

    def stop(self) -> None:
        """Shut the server down in order."""
        if self.process is not None:
            postgres.stop(self.process)
            self.process = None

    def leave(self) -> None:
        """Shut the server down and leave nothing in memory; everything that used the folder must have ended."""
        self.stop()
        remove_runtime(self.folder)

    def has_died(self) -> bool:
        """Return whether the server ended by itself."""
        return self.process is not None and self.process.poll() is not None
