"""Which unit a booking takes (rule 5): of the free ones, the one whose free gap around the claim is shortest."""

from collections.abc import Iterator, Sequence

from balinea.slots.board import Board
from balinea.slots.masks import clashing, run, span
from balinea.slots.seating import Stay

Wish = tuple[Stay, tuple[str, ...]]
"""A stay and the units that it may take, in file order."""


def assign(board: Board, wishes: Sequence[Wish], start: int) -> Iterator[tuple[str, ...]]:
    """Every way to give each stay a unit when the visit starts at this step, the best fit first."""
    yield from _assign(board, wishes, start, ())


def _assign(
    board: Board, wishes: Sequence[Wish], start: int, held: tuple[tuple[str, Stay], ...]
) -> Iterator[tuple[str, ...]]:
    if not wishes:
        yield tuple(unit for unit, _ in held)
        return
    (stay, units), *others = wishes
    for unit in _best_fit_first(board, stay, units, start, held):
        yield from _assign(board, others, start, (*held, (unit, stay)))


def _best_fit_first(
    board: Board, stay: Stay, units: Sequence[str], start: int, held: tuple[tuple[str, Stay], ...]
) -> list[str]:
    service_start = start + stay.start
    bound = _bound(board, service_start)
    gaps = {}
    for unit in units:
        taken = board.taken.get(unit, 0)
        for other, theirs in held:
            if other == unit:
                taken |= span(max(start + theirs.span.low, 0), start + theirs.span.high)
        if not clashing(taken, *stay.span) >> start & 1:
            low, high = run(bound & ~taken, service_start)
            gaps[unit] = high - low
    return sorted(gaps, key=gaps.__getitem__)


def _bound(board: Board, service_start: int) -> int:
    """What bounds the gap: the opening interval that contains the service's start, else the local day."""
    day = span(*board.day_span(service_start))
    opening = board.opening & day
    return span(*run(opening, service_start)) if opening >> service_start & 1 else day
