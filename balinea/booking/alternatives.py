"""Other starts for somebody whose slot was taken: the nearest ones, three where they exist."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from balinea.booking import offering
from balinea.booking.menus import Known
from balinea.booking.values import Alternative
from balinea.slots import offers as engine
from balinea.slots import window
from balinea.slots.board import Board
from balinea.slots.values import Query, Slot

WANTED = 3


class SlotTakenError(Exception):
    """Somebody else has that time. `alternatives` are other starts of the same visit, in order of instant."""

    def __init__(self, alternatives: tuple[Alternative, ...], timezone: ZoneInfo) -> None:
        super().__init__("slot taken")
        self.alternatives = alternatives
        self.timezone = timezone  # the venue's: on whose wall the alternatives are shown


def slot_taken(
    *, known: Known, query: Query, start: datetime, board: Board, ignoring: UUID | None = None
) -> SlotTakenError:
    """Return the refusal of a start with its alternatives; `board` is the one on which the start was looked for."""
    found: dict[datetime, Alternative] = {}
    for slots in _ever_wider(known, query, board, ignoring):
        for slot in sorted(slots, key=lambda slot: abs(slot.start - start)):
            if slot.start not in found and len(found) < WANTED:
                staff = slot.options[0].staff if slot.options else None
                found[slot.start] = Alternative(start=slot.start, staff=staff)
        if len(found) == WANTED:
            break
    return SlotTakenError(tuple(found[at] for at in sorted(found)), known.timezone)


def _ever_wider(
    known: Known, query: Query, board: Board, ignoring: UUID | None
) -> Iterator[tuple[Slot, ...]]:
    """The same day with the same people, then any day, then anybody."""
    yield engine.find(board, known.menu, query)
    any_day = replace(
        query,
        first=window.local_date(known.timezone, query.now),
        days=known.menu.rules.horizon_days + 1,
    )
    yield offering.offers(known=known, query=any_day, ignoring=ignoring)
    anybody = replace(any_day, items=tuple(replace(item, staff=None) for item in query.items))
    if anybody.items != query.items:
        yield offering.offers(known=known, query=anybody, ignoring=ignoring)
