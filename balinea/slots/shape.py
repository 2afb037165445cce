"""A service as one person performs it, in steps: what every mask is computed from."""

from typing import NamedTuple

from balinea.slots.masks import STEP_MINUTES
from balinea.slots.values import Service


class Shape(NamedTuple):
    """Spans are relative to the service's start. Buffers lie outside `[0, length)`."""

    length: int
    worked: tuple[tuple[int, int], ...]
    """`[low, high)` of each phase that needs the staff member."""
    before: int
    after: int

    @classmethod
    def of(cls, service: Service, staff: str | None) -> "Shape":
        """The service with this person's lengths (rule 9)."""
        worked, low = [], 0
        for phase, minutes in zip(service.phases, service.minutes_of(staff), strict=True):
            high = low + minutes // STEP_MINUTES
            if phase.staff:
                worked.append((low, high))
            low = high
        return cls(
            length=low,
            worked=tuple(worked),
            before=service.buffer_before // STEP_MINUTES,
            after=service.buffer_after // STEP_MINUTES,
        )

    def claims(self, before: int, after: int) -> list[tuple[int, int]]:
        """What the staff member is claimed for, with these buffers at the outer edges (rules 4 and 6).

        A buffer beside a phase is one claim with it; beside a phase that does not need anybody, one of its own.
        """
        spans = list(self.worked)
        if not spans:
            return spans
        if before:
            low, high = spans[0]
            spans[:1] = [(-before, high)] if low == 0 else [(-before, 0), (low, high)]
        if after:
            low, high = spans[-1]
            end = self.length + after
            spans[-1:] = [(low, end)] if high == self.length else [(low, high), (self.length, end)]
        return spans
