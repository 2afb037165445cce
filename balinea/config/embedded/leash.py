"""Children that never outlive their parent, even when it is killed with -9."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def tied_to_parent(death: signal.Signals) -> Callable[[], None]:
    """Return what a new child runs before its program: the kernel sends it `death` when we die.

    Other systems than Linux know no such thing; there the next start ends what was left over.
    """
    if sys.platform != "linux":
        return _nothing
    libc = ctypes.CDLL(None, use_errno=True)  # loaded here: a forked child must not load libraries
    parent = os.getpid()

    def tie() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(death))
        if os.getppid() != parent:  # it died in between
            os.kill(os.getpid(), death)

    return tie


def tie_to_parent(death: signal.Signals) -> None:
    """Tie the running process itself, where its parent is not ours to change."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(death))


def _nothing() -> None:
    """Tie nothing."""
