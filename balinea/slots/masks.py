"""The algebra of bit sets: bit i of a Python integer is the elapsed step of 5 minutes that begins i steps from midnight.

A span is half-open, `[low, high)`. Everything here is a handful of shifts over whole days at once.
"""

from collections.abc import Iterator

STEP_MINUTES = 5


def span(low: int, high: int) -> int:
    """The bits of `[low, high)`; none if it is empty."""
    return ((1 << (high - low)) - 1) << low if high > low else 0


def bits(mask: int) -> Iterator[int]:
    """The positions of the set bits, in order."""
    base = 0
    while mask:
        low = (mask & -mask).bit_length()
        base += low
        yield base - 1
        mask >>= low


def fitting(mask: int, steps: int) -> int:
    """The bits from which `steps` steps in a row are set."""
    have = 1
    while have * 2 <= steps:
        mask &= mask >> have
        have *= 2
    return mask & (mask >> (steps - have)) if have < steps else mask


def inside(mask: int, steps: int, last: int) -> int:
    """The bits from which `steps` steps lie inside one interval of the mask.

    `last` marks the last step of each day: intervals of two days never join over midnight.
    """
    if steps == 1:
        return mask
    return fitting(mask & (mask >> 1) & ~last, steps - 1)


def clashing(taken: int, low: int, high: int) -> int:
    """The starts whose span `[start + low, start + high)` meets a taken step; `low` may be negative."""
    if not taken or high <= low:
        return 0
    steps = high - low
    met = taken >> low if low >= 0 else taken << -low
    have = 1
    while have * 2 <= steps:
        met |= met >> have
        have *= 2
    return met | (met >> (steps - have)) if have < steps else met


def firsts(mask: int, last: int) -> int:
    """The first step of each interval of the mask."""
    return mask & ~((mask & ~last) << 1)


def comb(mask: int, every: int, last: int) -> int:
    """Every `every`-th step of each interval of the mask, counted from the interval's start."""
    teeth = firsts(mask, last)
    reach = inside(mask, every + 1, last)
    stride = every
    while reach:
        teeth |= (teeth & reach) << stride
        reach &= reach >> stride
        stride *= 2
    return teeth


def run(mask: int, bit: int) -> tuple[int, int]:
    """The span of set bits around `bit`, which must be set."""
    low = (~mask & ((1 << bit) - 1)).bit_length()
    rest = mask >> bit
    return low, bit + (~rest & (rest + 1)).bit_length() - 1
