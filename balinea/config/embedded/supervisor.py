"""The process behind `balinea run`: starts everything in order, keeps it alive, ends it in order.

It imports no framework and runs no thread: it must stay small, and able to act when everything else is broken.
"""

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from balinea.config.embedded.child import Child, run_once
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.lock import Lock
from balinea.config.embedded.options import Options
from balinea.config.embedded.pauses import Pauses
from balinea.config.embedded.readiness import is_ready
from balinea.config.embedded.server import Server

GRACE = 12.0  # seconds that running requests and jobs have to end
READY_WITHIN = 60.0
ATTEMPTS = 3  # of a process that must come up before the ready line
SCARCE = 64 * 2**20  # bytes; PostgreSQL's log grows by files of 16 MB
REMINDER = 60.0  # seconds between two warnings of a full disk

Say = Callable[[str], None]


class AskedToStop(BaseException):
    """Ctrl-C or SIGTERM; no `Exception`, so that nothing on the way swallows it."""


@dataclass(slots=True)
class Supervisor:
    """Runs one installation until it is asked to stop."""

    options: Options
    server: Server
    lock: Lock
    variables: dict[str, str]
    say: Say  # a line about what happens, for the terminal
    announce: Say  # the lines that people and programs wait for
    children: list[Child] = field(default_factory=list)
    pauses: Pauses = field(default_factory=Pauses)
    warned: float = float("-inf")

    def run(self) -> None:
        """Start everything, say where it is reached, and keep it alive until asked to stop."""
        with _asked_to_stop():
            try:
                self._bring_up()
                while True:
                    self._look_after()
                    time.sleep(0.2)
            except AskedToStop:
                self.say("Stopping.")
                self.lock.announce("ending")
            finally:
                _deaf()
                self._bring_down()

    def _bring_up(self) -> None:
        self.say("Starting the database.")
        self.server.start()
        self.say("Preparing the schema, static files and data.")
        links = run_once(("prepare", *(["--demo"] if self.options.demo else [])), self.variables)
        self._add("web")
        self._add("worker")
        self._wait_ready()
        self.announce(f"Balinea is ready: {self.options.origin}")
        for line in links:
            self.announce(line)
        if self.options.demo:
            self._add("demo", "--rest", once=True)

    def _add(self, *arguments: str, once: bool = False) -> None:
        child = Child(name=arguments[0], arguments=arguments, variables=self.variables, once=once)
        self.children.append(child)
        child.start()

    def _wait_ready(self) -> None:
        until = time.monotonic() + READY_WITHIN
        while not is_ready(self.options.origin):
            self._look_after()
            if time.monotonic() > until or any(child.pauses.failures >= ATTEMPTS for child in self.children):
                raise EmbeddedFailure("Balinea did not become ready; the lines above say why")
            time.sleep(0.1)

    def _look_after(self) -> None:
        self._warn_of_full_disk()
        if self.server.has_died():
            self._restart_server()
        for child in self.children:
            if child.has_failed():
                self.say(f"The process {child.name} ended; it starts again in {child.pauses.seconds:.0f} s.")
            if child.is_due():
                child.start()

    def _restart_server(self) -> None:
        self.pauses.note_failure()
        self.say(f"The database ended; it starts again in {self.pauses.seconds:.0f} s.")
        time.sleep(self.pauses.seconds)
        try:
            self.server.start()
        except EmbeddedFailure as failure:
            self.say(f"The database does not start: {failure}.")
        else:
            self.pauses.note_start()
            self.say("The database is back.")

    def _warn_of_full_disk(self) -> None:
        now = time.monotonic()
        if now - self.warned < REMINDER:
            return
        free = shutil.disk_usage(self.server.folder.root).free
        if free < SCARCE:
            self.warned = now
            self.say(
                f"The disk of DATA_DIR {self.server.folder.root} is nearly full: {free // 2**20} MB left. Make room."
            )

    def _bring_down(self) -> None:
        for child in self.children:
            child.ask_to_stop()
        until = time.monotonic() + GRACE
        for child in self.children:
            child.end(until)
        self.server.leave()


@contextmanager
def _asked_to_stop() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        _deaf()  # once is enough: what follows is the orderly end
        raise AskedToStop

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _deaf() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
