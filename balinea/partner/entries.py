"""A booking as a line of the desk, in the venue's own time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from balinea.booking.values import Booked, Seat
from balinea.partner.statuses import Status, status
from balinea.platform import phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One service of the visit: when it begins, for how long, by whom and where."""

    start: datetime
    name: str
    minutes: int
    staff: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One visit. `call` is the number to dial; `over` says that it has ended; `open` that it can be cancelled."""

    reference: str
    start: datetime
    end: datetime
    client: str
    phone: str
    call: str
    email: str
    note: str
    tasks: tuple[Task, ...]
    total_minor: int
    currency: str
    status: Status
    over: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What lines are written by: the venue's zone, its rooms' names, and the time."""

    zone: ZoneInfo
    units: Mapping[str, str]
    now: datetime


def entries(visits: Iterable[Booked], wall: Wall) -> tuple[Entry, ...]:
    """Return visits as lines."""
    return tuple(entry(visit, wall) for visit in visits)


def entry(visit: Booked, wall: Wall) -> Entry:
    """Return a visit as a line."""
    client = visit.client
    over = visit.end <= wall.now
    return Entry(
        reference=visit.reference,
        start=visit.start.astimezone(wall.zone),
        end=visit.end.astimezone(wall.zone),
        client=f"{client.first_name} {client.last_name}".strip() or _("Sans nom"),
        phone=client.phone,
        call=phone.dialled(client.phone),
        email=client.email,
        note=client.note,
        tasks=tuple(_task(seat, wall) for seat in visit.seats),
        total_minor=visit.total_minor,
        currency=visit.place.currency,
        status=status(visit.status),
        over=over,
        open=not over and visit.status in {"booked", "confirmed", "pending"},
    )


def _task(seat: Seat, wall: Wall) -> Task:
    return Task(
        start=seat.start.astimezone(wall.zone),
        name=seat.name,
        minutes=seat.minutes,
        staff=seat.staff_name or "",
        unit=wall.units.get(seat.unit, seat.unit) if seat.unit else "",
    )
