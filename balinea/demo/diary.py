"""Sample bookings: fills a salon's days by the engine's own rules, directly on the masks of each day.

No sample salon is open at midnight, so each local day stands for itself.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random

from balinea.demo.salon import Sample
from balinea.slots import hours, starts
from balinea.slots.file_values import FileStaff
from balinea.slots.masks import span
from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person
from balinea.slots.values import Claimed, Item, Placed, Placement, Service

OCCUPANCY = 0.6  # of everybody's working time
UNIT_OCCUPANCY = 0.3  # of the opening, in units that need nobody
MISSES = 4  # draws in a row that may find no place before a day counts as full
CLOSE = 0.75  # how often the next booking follows the one before as soon as it can
STEP = timedelta(minutes=5)

Choice = tuple[Service, Shape]


@dataclass(frozen=True, slots=True)
class _Choices:
    """Services to draw from, long ones more often: they are what people come for, trifles come with them."""

    all: tuple[Choice, ...]
    weights: tuple[int, ...]

    @classmethod
    def of(cls, services: Iterable[Service], staff: str | None) -> "_Choices":
        found = tuple((service, Shape.of(service, staff)) for service in services)
        return cls(found, tuple(accumulate(shape.length for _, shape in found)))

    def draw(self, chance: Random) -> Choice:
        return self.all[bisect(self.weights, chance.random() * self.weights[-1])]


@dataclass(kw_only=True, slots=True)
class _Day:
    """One local day being filled; masks by resource."""

    origin: datetime
    frame: Frame
    taken: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def instant(self, step: int) -> datetime:
        return self.origin + step * STEP

    def claim(self, resource: str, low: int, high: int) -> Claimed:
        self.taken[resource] |= span(low, high)
        return Claimed(resource=resource, start=self.instant(low), end=self.instant(high))


@dataclass(kw_only=True)
class Diary:
    """Fills the days of one salon. The same salon and chance give the same bookings."""

    sample: Sample
    chance: Random

    def __post_init__(self) -> None:
        self._timezone = self.sample.file.venue.rules.timezone
        services = [entry.service for entry in self.sample.file.services]
        self._choices = {
            person.key: _Choices.of((one for one in services if person.key in one.performers), person.key)
            for person in self.sample.file.staff
        }
        alone = [one for one in services if not one.staffed and one.room_kind]
        self._alone = {
            kind: _Choices.of((one for one in alone if one.room_kind == kind), None)
            for kind in sorted({str(one.room_kind) for one in alone})
        }
        self._units: dict[str, tuple[str, ...]] = {}
        for room in self.sample.file.rooms:
            self._units[room.kind] = (*self._units.get(room.kind, ()), *room.unit_names)

    def visits(self, days: Sequence[date]) -> Iterator[Placement]:
        """Yield the visits of these days, day by day."""
        for day in days:
            yield from self._fill(day)

    def _fill(self, day: date) -> Iterator[Placement]:
        venue = self.sample.file.venue
        opening = hours.opening_mask(venue.opening, day)
        if not opening:
            return
        origin = datetime.fromtimestamp(hours.midnight(self._timezone, day), UTC)
        frame = Frame(opening, 0, venue.rules.grid_minutes // 5, flush=True)
        today = _Day(origin=origin, frame=frame)
        for person in self.sample.file.staff:
            yield from self._work(today, person, day)
        yield from self._bathe(today)

    def _work(self, today: _Day, person: FileStaff, day: date) -> Iterator[Placement]:
        planned = hours.planned_mask(person.hours, self._timezone, day, today.frame.opening)
        away = [tuple(hours.instant(self._timezone, at) for at in absence) for absence in person.absences]
        absent = hours.spans_mask(self._timezone, day, away)  # type: ignore[arg-type]
        choices, ends, misses = self._choices[person.key], 0, 0
        target = OCCUPANCY * (planned & ~absent).bit_count()
        while choices.all and misses < MISSES and (today.taken[person.key] & planned).bit_count() < target:
            service, shape = choices.draw(self.chance)
            free = starts.of_person(
                shape, Person(planned, absent, today.taken[person.key], ends), today.frame
            )
            start = self._start(free & self._housed(today, service, shape))
            if start is None:
                misses += 1
                continue
            misses = 0
            ends |= 1 << (start + shape.length + shape.after)
            yield self._placed(today, (service, shape), start, person.key)

    def _bathe(self, today: _Day) -> Iterator[Placement]:
        """Fill units of services that need nobody."""
        for kind, choices in self._alone.items():
            target = UNIT_OCCUPANCY * today.frame.opening.bit_count() * len(self._units[kind])
            misses = 0
            while (
                misses < MISSES and sum(today.taken[unit].bit_count() for unit in self._units[kind]) < target
            ):
                service, shape = choices.draw(self.chance)
                free = starts.of_nobody(shape, today.frame) & self._housed(today, service, shape)
                start = self._start(free, close=0)
                misses = misses + 1 if start is None else 0
                if start is not None:
                    yield self._placed(today, (service, shape), start, None)

    def _housed(self, today: _Day, service: Service, shape: Shape) -> int:
        """Return the starts at which a unit is free, if the service needs one."""
        if service.room_kind is None:
            return -1
        return starts.in_units(shape, (today.taken[unit] for unit in self._units[service.room_kind]))

    def _start(self, free: int, close: float = CLOSE) -> int | None:
        """Draw a start: mostly the first one, else the first after some instant."""
        if not free:
            return None
        late = free & (-1 << self.chance.randrange(free.bit_length()))
        return _first(late if late and self.chance.random() >= close else free)

    def _placed(self, today: _Day, choice: Choice, start: int, staff: str | None) -> Placement:
        service, shape = choice
        claims = []
        for low, high in shape.claims(shape.before, shape.after) if staff else ():
            claims.append(today.claim(staff or "", start + low, start + high))
        unit = self._unit(today, choice, start)
        if unit is not None:
            claims.append(today.claim(unit, start - shape.before, start + shape.length + shape.after))
        placed = Placed(
            item=Item(service=service.key, staff=staff),
            staff=staff,
            unit=unit,
            start=today.instant(start),
            end=today.instant(start + shape.length),
            claims=tuple(claims),
        )
        return Placement(services=(placed,))

    def _unit(self, today: _Day, choice: Choice, start: int) -> str | None:
        service, shape = choice
        if service.room_kind is None:
            return None
        wanted = span(start - shape.before, start + shape.length + shape.after)
        return next(unit for unit in self._units[service.room_kind] if not today.taken[unit] & wanted)


def _first(mask: int) -> int:
    return (mask & -mask).bit_length() - 1
