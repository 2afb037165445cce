"""Why is there no slot? The first rule that refused each start of the grid.

The rules are switched on one after the other, in the order in which they are tested: what was possible with the rules
so far, and no longer is with one more, was refused by that one. For a visit this means that, with the rules up to this
one, no choice of people, waits and units is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from balinea.slots import offers, visits, window
from balinea.slots.board import Board
from balinea.slots.masks import bits
from balinea.slots.values import Item, Menu, Query, Refusal, Service


class _Stage(NamedTuple):
    rule: str
    detail: str
    starts: int
    """What is possible with this rule."""


def explain(board: Board, menu: Menu, query: Query) -> tuple[Refusal, ...]:
    """The refused starts in order of instant, then of the team; for a single service, one for each person asked.

    The rules are `lead`, `horizon`, `opening`, `hours`, `absence`, `claim`, `room` and `gap`; `detail` is a sentence
    for a person. KeyError if an item names a service that is not on the menu.
    """
    refusals: list[tuple[int, int, Refusal]] = []
    for rank, inquiry in enumerate(_inquiries(board, menu, query)):
        left = inquiry.grid
        for rule, detail, starts in inquiry.stages():
            refusals.extend(
                (bit, rank, Refusal(start=board.instant(bit), staff=inquiry.staff, rule=rule, detail=detail))
                for bit in bits(left & ~starts)
            )
            left &= starts
    refusals.sort(key=lambda entry: entry[:2])
    return tuple(refusal for _, _, refusal in refusals)


def _inquiries(board: Board, menu: Menu, query: Query) -> Iterator["_Inquiry"]:
    if len(query.items) > 1:
        asked = {
            key for item in query.items for key in menu.performers(menu.services[item.service], item.staff)
        }
        yield _Inquiry(
            board=board, menu=menu, query=query, staff=tuple(key for key in menu.staff if key in asked)
        )
        return
    item = query.items[0]
    for staff in menu.performers(menu.services[item.service], item.staff):
        alone = replace(query, items=(Item(service=item.service, staff=staff),))
        yield _Inquiry(board=board, menu=menu, query=alone, staff=staff)


@dataclass(kw_only=True)
class _Inquiry:
    """One question put again and again, with more and more rules: a service with one person, or a whole visit."""

    board: Board
    menu: Menu
    query: Query
    staff: str | tuple[str, ...] | None

    @cached_property
    def grid(self) -> int:
        """The starts of the grid on the dates asked for."""
        starts = 0
        for first, *_ in offers.orders(self.query):
            service = self.menu.services[first.service]
            for staff in self.menu.performers(service, first.staff):
                starts |= self._candidates(service, staff)
        return starts

    def stages(self) -> Iterator[_Stage]:
        """The rules in the order in which they are tested."""
        rules, now, board = self.menu.rules, self.query.now, self.board
        yield _Stage(
            "lead",
            f"earlier than {rules.lead_minutes} minutes from now",
            window.lead(board, rules, now),
        )
        yield _Stage(
            "horizon",
            f"later than {window.last_date(rules, now)}, the last bookable date",
            window.horizon(board, rules, now),
        )
        bare = _without_rooms(_without_buffers(self.menu))
        at_any_hour = replace(
            board, planned=dict.fromkeys(self.menu.staff, board.opening), absent={}, taken={}
        )
        yield _Stage("opening", "the service leaves the opening hours", self._starts(at_any_hour, bare))
        present = replace(board, absent={}, taken={})
        yield _Stage("hours", "a phase leaves the working hours", self._starts(present, bare))
        free = replace(board, taken={})
        yield _Stage("absence", "a phase meets an absence", self._starts(free, bare))
        yield _Stage("claim", "a phase meets another claim", self._starts(board, bare))
        roomless = _without_rooms(self.menu)
        yield _Stage("claim", "a buffer meets another claim", self._starts(board, roomless))
        unbuffered = _without_buffers(self.menu)
        yield _Stage("room", "no unit is free for the service", self._starts(board, unbuffered))
        yield _Stage("room", "no unit is free for a buffer", self._starts(board, self.menu))
        if rules.slot_policy == "no_gaps" and isinstance(self.staff, str):
            yield _Stage("gap", "leaves a rest too short for any service", self._gapless(self.staff))

    def _starts(self, board: Board, menu: Menu) -> int:
        return visits.find(board, menu, offers.orders(self.query), self._candidates)

    def _candidates(self, service: Service, staff: str | None) -> int:
        # The grid is that of the real day, however few rules are tested.
        asked = self.menu.services[service.key]
        return offers.grid(self.board, self.menu, asked, staff) & window.dates(self.board, self.query)

    def _gapless(self, staff: str) -> int:
        allowed = window.mask(self.board, self.menu.rules, self.query)
        return offers.starts_by_person(self.board, self.menu, self.query.items[0], allowed)[staff]


def _without_buffers(menu: Menu) -> Menu:
    services = {
        key: replace(service, buffer_before=0, buffer_after=0) for key, service in menu.services.items()
    }
    return replace(menu, services=services)


def _without_rooms(menu: Menu) -> Menu:
    services = {key: replace(service, room_kind=None) for key, service in menu.services.items()}
    return replace(menu, services=services)
