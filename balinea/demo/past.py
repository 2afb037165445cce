"""What became of sample bookings: when they were made, by whom, and how they stand."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from balinea.booking.record import PastVisit
from balinea.booking.values import Client
from balinea.demo.lists import WORDS
from balinea.slots.values import Placement

PAST = ["done"] * 92 + ["no_show"] * 3 + ["cancelled"] * 5
AHEAD = ["booked"] * 70 + ["confirmed"] * 26 + ["cancelled"] * 4
ASKED = (
    ["pending"] * 10 + ["booked"] * 60 + ["confirmed"] * 26 + ["cancelled"] * 4
)  # where the salon approves first


def visit(chance: Random, placement: Placement, *, approves_first: bool, now: datetime) -> PastVisit:
    """Draw the booking of a placed visit."""
    start, end = placement.services[0].start, placement.services[-1].end
    return PastVisit(
        visit=UUID(int=chance.getrandbits(128), version=4),
        placement=placement,
        client=_client(chance),
        status=_status(chance, (start, end), now, approves_first=approves_first),
        created_at=min(now, start - timedelta(hours=2)) - timedelta(minutes=chance.randrange(14 * 24 * 60)),
    )


def _status(chance: Random, span: tuple[datetime, datetime], now: datetime, *, approves_first: bool) -> str:
    if span[0] <= now < span[1]:
        return "in_progress"
    odds = PAST if span[1] <= now else ASKED if approves_first else AHEAD
    return odds[int(chance.random() * len(odds))]


def _client(chance: Random) -> Client:
    """Draw somebody who does not exist; no address, so that no mail is made for them."""
    return Client(
        first_name=chance.choice(WORDS["first"]),
        last_name=chance.choice(WORDS["last"]),
        email="",
        phone=f"+33 6 39 98 {chance.randrange(100):02} {chance.randrange(100):02}",
        language="en" if chance.random() < 0.1 else "fr",  # noqa: PLR2004
    )
