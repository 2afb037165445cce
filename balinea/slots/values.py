"""The engine's words as frozen values: what is asked, what may be booked, what is answered.

Lengths are minutes (multiples of 5), dates are the venue's local dates, instants are aware and in UTC. Resources are
named by text: the staff member's key, the unit's name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

SlotPolicy = Literal["all", "no_gaps"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """A stretch of a service that needs the staff member or does not; the client is always busy."""

    minutes: int
    staff: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Performer:
    """What a person does differently (rule 9): one length a phase, and a price; None keeps the service's own."""

    minutes: tuple[int, ...] | None = None
    price: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """What can be booked. A service with a staff phase that lists no performers is performed by nobody."""

    key: str
    name: str
    phases: tuple[Phase, ...]
    price: Decimal
    buffer_before: int = 0
    buffer_after: int = 0
    room_kind: str | None = None
    performers: Mapping[str, Performer] = field(default_factory=dict)

    @property
    def staffed(self) -> bool:
        """Whether any phase needs a staff member."""
        return any(phase.staff for phase in self.phases)

    def minutes_of(self, staff: str | None) -> tuple[int, ...]:
        """One length a phase, as this person performs it."""
        performer = self.performers.get(staff) if staff is not None else None
        if performer is not None and performer.minutes is not None:
            return performer.minutes
        return tuple(phase.minutes for phase in self.phases)

    def price_of(self, staff: str | None) -> Decimal:
        """The price, as this person performs it."""
        performer = self.performers.get(staff) if staff is not None else None
        if performer is not None and performer.price is not None:
            return performer.price
        return self.price


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """The venue's own settings of the rules."""

    timezone: ZoneInfo
    grid_minutes: int = 15
    flush_to_previous: bool = False
    slot_policy: SlotPolicy = "all"
    max_wait: int = 0
    lead_minutes: int = 0
    horizon_days: int = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Menu:
    """All that a venue offers: its rules, services, people in the team's order, and units of each kind of room."""

    rules: Rules
    services: Mapping[str, Service]
    staff: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]

    def performers(self, service: Service, wanted: str | None = None) -> tuple[str | None, ...]:
        """Who may take the service, in the team's order; `(None,)` where nobody is needed.

        With somebody wanted: that person alone, or nobody at all if they do not perform it.
        """
        if not service.staffed:
            return (None,) if wanted is None else ()
        return tuple(key for key in self.staff if key in service.performers and wanted in (None, key))


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One service of a visit, with somebody named or anyone (None)."""

    service: str
    staff: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """The question: these services, on these local dates, asked at this instant."""

    items: tuple[Item, ...]
    first: date
    now: datetime
    days: int = 1
    any_order: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """Who can take a slot, for how long and at what price; staff is None where none is needed."""

    staff: str | None
    minutes: int
    price: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A start that is offered. Visits of several services carry no options."""

    start: datetime
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A start of the grid that is not offered, and the first rule that refused it.

    `staff` is the person asked (None where none is needed) or, for a visit of several services, the people tried.
    """

    start: datetime
    staff: str | tuple[str, ...] | None
    rule: str
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Claimed:
    """A resource taken over the half-open span [start, end)."""

    resource: str
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """One service with everything decided. [start, end) is what the client sees; the claims include buffers."""

    item: Item
    staff: str | None
    unit: str | None
    start: datetime
    end: datetime
    claims: tuple[Claimed, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """One way to seat a whole visit, in the order of its services."""

    services: tuple[Placed, ...]
