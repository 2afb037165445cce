"""Rate limits in the memory of one process: cheap enough to stand before every request.

Each web process counts for itself, so N processes let through at most N times the rate. What must be exact over
all processes (holds of a visitor) is counted in the database by its own room instead.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """`burst` requests at once, refilled at `per_second`."""

    burst: int
    per_second: float


class Buckets:
    """One token bucket a key; the `keys` most recently seen are remembered."""

    def __init__(self, rate: Rate, *, keys: int = 10_000) -> None:
        self._rate = rate
        self._keys = keys
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str, *, at: float) -> float:
        """Take one token at monotonic second `at`: return 0, or the seconds until one is there (none is taken)."""
        with self._lock:
            level, seen = self._levels.pop(key, (float(self._rate.burst), at))
            level = min(self._rate.burst, level + max(0.0, at - seen) * self._rate.per_second)
            allowed = level >= 1
            self._levels[key] = (level - 1 if allowed else level, max(at, seen))
            while len(self._levels) > self._keys:
                self._levels.popitem(last=False)
        return 0.0 if allowed else (1 - level) / self._rate.per_second
