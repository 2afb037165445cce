"""Growing pauses between attempts to start something that keeps failing."""

import time
from dataclasses import dataclass

LONGEST = 30.0  # seconds
SETTLED = 60.0  # seconds after which a process counts as healthy again


@dataclass(slots=True)
class Pauses:
    """How often something failed lately, and how long to wait before the next attempt."""

    failures: int = 0
    started: float = float("-inf")
    failed: float = float("-inf")

    @property
    def seconds(self) -> float:
        """The pause after the last failure: 1, 2, 4 ... 30 s."""
        return min(LONGEST, 2.0 ** (self.failures - 1)) if self.failures else 0.0

    @property
    def over(self) -> bool:
        """Whether the pause after the last failure has passed."""
        return time.monotonic() >= self.failed + self.seconds

    def note_start(self) -> None:
        """Remember that it started."""
        self.started = time.monotonic()

    def note_failure(self) -> None:
        """Remember that it failed; one that ran well for a while begins with the shortest pause again."""
        self.failed = time.monotonic()
        self.failures = 1 if self.failed - self.started > SETTLED else self.failures + 1
