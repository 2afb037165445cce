"""The `balinea` processes that the supervisor starts."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from balinea.config.embedded import leash
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.pauses import Pauses


@dataclass(kw_only=True, slots=True)
class Child:
    """A `balinea` command, started again with growing pauses when it ends without being asked to."""

    name: str
    arguments: tuple[str, ...]
    variables: Mapping[str, str]
    once: bool = False  # a task that may end by itself
    process: subprocess.Popen[bytes] | None = None
    pauses: Pauses = field(default_factory=Pauses)

    def start(self) -> None:
        """Start the process; it ends when we die, however we die (on Linux)."""
        self.pauses.note_start()
        self.process = _spawn(self.arguments, self.variables, output=None)

    def has_failed(self) -> bool:
        """Return whether it ended in a way that calls for a new start, and plan this start."""
        if self.process is None or (status := self.process.poll()) is None:
            return False
        self.process = None
        if self.once and status == 0:
            self.pauses = Pauses()  # done, whatever failed before
            return False
        self.pauses.note_failure()
        return True

    def is_due(self) -> bool:
        """Return whether a planned start is due."""
        return self.process is None and self.pauses.failures > 0 and self.pauses.over

    def ask_to_stop(self) -> None:
        """Ask the process to finish what it does and end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, until: float) -> None:
        """Wait for the end until that moment of the monotonic clock, then insist."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run_once(arguments: tuple[str, ...], variables: Mapping[str, str]) -> list[str]:
    """Run a `balinea` command to its end and return the lines that it printed."""
    with _spawn(arguments, variables, output=subprocess.PIPE) as process:
        try:
            printed, _ = process.communicate()
        except BaseException:  # asked to stop meanwhile: it must not stay behind
            process.terminate()
            raise
    if process.returncode != 0:
        raise EmbeddedFailure(f"the step {arguments[0]} failed; the lines above say why")
    return printed.decode().splitlines()


def _spawn(
    arguments: tuple[str, ...], variables: Mapping[str, str], *, output: int | None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "balinea.config.cli", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=output,
        env={**os.environ, **variables},
        start_new_session=True,  # Ctrl-C reaches the supervisor alone, which stops things in order
        preexec_fn=leash.tied_to_parent(signal.SIGTERM),  # noqa: PLW1509  no thread runs here
    )
