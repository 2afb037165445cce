"""Reading the venue file: rooms and services."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from balinea.slots import iso
from balinea.slots.document import Fields, Node
from balinea.slots.file_values import FileRoom, FileService
from balinea.slots.masks import STEP_MINUTES
from balinea.slots.values import Performer, Phase, Service

_PRICE = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]+)?")
_MAX_UNITS = 1000


def room(node: Node) -> FileRoom:
    """Read one of `rooms`."""
    fields = node.fields(required=("key", "kind"), optional=("name", "units"))
    key = fields["key"].text()
    return FileRoom(
        key=key,
        name=fields.text("name"),
        kind=fields["kind"].text(),
        units=fields.whole("units", 1, 1, _MAX_UNITS),
    )


@dataclass(frozen=True, slots=True)
class ServiceReader:
    """Reads `services` against what else the file holds."""

    currency: str
    staff: Collection[str]
    kinds: Collection[str]

    def service(self, node: Node) -> FileService:
        """Read one of `services`."""
        fields = node.fields(
            required=("key", "name", "price", "phases"),
            optional=("category", "buffer_before", "buffer_after", "room_kind", "performed_by"),
        )
        phases = self._phases(fields["phases"])
        return FileService(
            service=Service(
                key=fields["key"].text(),
                name=fields["name"].text(),
                phases=phases,
                price=self._price(fields["price"]),
                buffer_before=fields.minutes("buffer_before"),
                buffer_after=fields.minutes("buffer_after"),
                room_kind=fields.read("room_kind", self._kind, None),
                performers=self._performers(fields, phases),
            ),
            category=fields.text("category"),
        )

    def _phases(self, node: Node) -> tuple[Phase, ...]:
        phases = []
        for entry in node.entries():
            fields = entry.fields(required=("minutes",), optional=("staff",))
            staff = fields.flag("staff", default=True)
            phases.append(Phase(minutes=fields["minutes"].minutes(STEP_MINUTES), staff=staff))
        if not phases:
            node.fail("at least one phase")
        return tuple(phases)

    def _performers(self, fields: Fields, phases: tuple[Phase, ...]) -> dict[str, Performer]:
        node = fields.get("performed_by")
        if node is None:
            return {}
        if not any(phase.staff for phase in phases):
            node.fail("no such key for a service that needs no staff")
        performers = {}
        for key, entry in node.members().items():
            if key not in self.staff:
                entry.fail("the key of a staff member")
            own = entry.fields(optional=("minutes", "price"))
            lengths = own.get("minutes")
            performers[key] = Performer(
                minutes=None if lengths is None else _lengths(lengths, len(phases)),
                price=own.read("price", self._price, None),
            )
        return performers

    def _kind(self, node: Node) -> str:
        return node.choice_of(self.kinds, "the kind of one of the rooms")

    def _price(self, node: Node) -> Decimal:
        digits = iso.CURRENCIES[self.currency]
        example = "40" if digits == 0 else f"40.{'0' * digits}"
        expected = f"a price as decimal text such as {example}"
        price = Decimal(node.matching(_PRICE, expected))
        unit = Decimal(1).scaleb(-digits)
        if price % unit:
            node.fail(expected)
        return price.quantize(unit)


def _lengths(node: Node, phases: int) -> tuple[int, ...]:
    lengths = tuple(entry.minutes(STEP_MINUTES) for entry in node.entries())
    if len(lengths) != phases:
        node.fail(f"one length for each of the {phases} phases")
    return lengths
