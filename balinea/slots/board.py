"""What is known of a venue's resources over consecutive local days, as one long bit set a resource."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from balinea.slots import hours
from balinea.slots.masks import STEP_MINUTES, span

DayMasks = Mapping[date, int]

_STEP = timedelta(minutes=STEP_MINUTES)


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """Masks by local day, as the availability index keeps them; what is missing is empty.

    `planned` is cut to the opening and merged, before absences. `taken` are the claims of staff and units. `ends` has
    the step that begins where a claim of that staff member ends. A claim that passes midnight is in both days.
    """

    opening: DayMasks
    planned: Mapping[str, DayMasks] = field(default_factory=dict)
    absent: Mapping[str, DayMasks] = field(default_factory=dict)
    taken: Mapping[str, DayMasks] = field(default_factory=dict)
    ends: Mapping[str, DayMasks] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Board:
    """Long masks from the first local midnight on; build it with `Board.of`.

    Load as many local days more than you ask for, on both sides, as `window.margin` says: buffers reach over midnight,
    and what lies outside the board is neither open nor taken.
    """

    timezone: ZoneInfo
    days: tuple[date, ...]
    edges: tuple[int, ...]
    """The bit at which each day begins, and the end of the last one."""
    opening: int
    planned: Mapping[str, int]
    absent: Mapping[str, int]
    taken: Mapping[str, int]
    ends: Mapping[str, int]

    @classmethod
    def of(cls, timezone: ZoneInfo, days: Sequence[date], index: Index) -> "Board":
        """Join the masks of consecutive local days. ValueError if the days are not consecutive."""
        if not days or any(later.toordinal() - day.toordinal() != 1 for day, later in pairwise(days)):
            raise ValueError("a board needs consecutive days")
        edges = [0]
        for day in days:
            edges.append(edges[-1] + hours.steps(timezone, day))

        def join(masks: DayMasks) -> int:
            joined = 0
            for day, edge in zip(days, edges, strict=False):
                joined |= masks.get(day, 0) << edge
            return joined

        return cls(
            timezone=timezone,
            days=tuple(days),
            edges=tuple(edges),
            opening=join(index.opening),
            planned={key: join(masks) for key, masks in index.planned.items()},
            absent={key: join(masks) for key, masks in index.absent.items()},
            taken={key: join(masks) for key, masks in index.taken.items()},
            ends={key: join(masks) for key, masks in index.ends.items()},
        )

    @cached_property
    def origin(self) -> datetime:
        """The instant of bit 0."""
        return datetime.fromtimestamp(hours.midnight(self.timezone, self.days[0]), UTC)

    @cached_property
    def last(self) -> int:
        """The last step of each day: where intervals must not join."""
        mask = 0
        for edge in self.edges[1:]:
            mask |= 1 << edge >> 1
        return mask

    @property
    def size(self) -> int:
        """How many steps the board has."""
        return self.edges[-1]

    @property
    def whole(self) -> int:
        """Every step of the board."""
        return span(0, self.size)

    def instant(self, bit: int) -> datetime:
        """The instant (UTC) at which the step begins."""
        return self.origin + bit * _STEP

    def bit(self, instant: datetime) -> int:
        """The first step that begins at the instant or later; negative before the board."""
        return -((self.origin - instant) // _STEP)

    def dates(self, first: date, last: date) -> int:
        """The steps of the local days from `first` to `last`, both included, as far as the board knows them."""
        start, end = self.days[0].toordinal(), self.days[-1].toordinal()
        low, high = max(first.toordinal(), start), min(last.toordinal(), end)
        return span(self.edges[low - start], self.edges[high - start + 1]) if low <= high else 0

    def day_span(self, bit: int) -> tuple[int, int]:
        """The bits of the local day in which the step lies."""
        for low, high in pairwise(self.edges):
            if low <= bit < high:
                return low, high
        raise ValueError(f"step {bit} lies outside the board")
