"""Reading the venue file: the team, blocks and bookings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from balinea.slots import file_venue
from balinea.slots.document import Fields, Node
from balinea.slots.file_values import FileBlock, FileBooking, FileStaff
from balinea.slots.hours import WorkingHours
from balinea.slots.values import Service

_MONDAY = 0


def staff(node: Node) -> FileStaff:
    """Read one of `staff`."""
    fields = node.fields(required=("key", "name", "weeks"), optional=("rota_from", "exceptions", "absences"))
    return FileStaff(
        key=fields["key"].text(),
        name=fields["name"].text(),
        hours=_hours(node, fields),
        absences=tuple(
            _stretch(entry.fields(required=("from", "to"))) for entry in fields.entries("absences")
        ),
    )


def block(node: Node, resources: Collection[str]) -> FileBlock:
    """Read one of `blocks`."""
    fields = node.fields(required=("resource", "from", "to"))
    start, end = _stretch(fields)
    resource = fields["resource"].choice_of(
        resources, "the key of a staff member or the name of a room's unit"
    )
    return FileBlock(resource=resource, start=start, end=end)


@dataclass(frozen=True, slots=True)
class BookingReader:
    """Reads `bookings` against the menu."""

    services: Mapping[str, Service]
    staff: Collection[str]
    units: Mapping[str, Collection[str]]
    """Unit names by kind of room."""

    def booking(self, node: Node) -> FileBooking:
        """Read one of `bookings`."""
        fields = node.fields(required=("service", "staff", "start"), optional=("room", "visit"))
        service = self.services[fields["service"].choice_of(self.services, "the key of a service")]
        return FileBooking(
            service=service.key,
            staff=self._staff(fields["staff"], service),
            start=fields["start"].countable_wall_time(),
            room=fields.read("room", lambda node: self._unit(node, service), None),
            visit=fields.read("visit", Node.text, None),
        )

    def _staff(self, node: Node, service: Service) -> str | None:
        if not service.staffed:
            if node.value is not None:
                node.fail("null, for a service that needs no staff")
            return None
        # who no longer performs a service keeps the bookings made before
        return node.choice_of(self.staff, "the key of a staff member")

    def _unit(self, node: Node, service: Service) -> str:
        if service.room_kind is None:
            node.fail("no room for a service that needs none")
        units = self.units[service.room_kind]
        return node.choice_of(units, f"the name of a unit of kind {service.room_kind}")


def _hours(node: Node, fields: Fields) -> WorkingHours:
    weeks = tuple(file_venue.week(entry) for entry in fields["weeks"].entries())
    if not weeks:
        fields["weeks"].fail("at least one week")
    rota = fields.get("rota_from")
    if rota is None and len(weeks) > 1:
        node.key("rota_from").fail("this key, which is required with several weeks")
    first = None if rota is None else rota.date()
    if rota is not None and first is not None and first.weekday() != _MONDAY:
        rota.fail("a Monday")
    return WorkingHours(weeks=weeks, rota_from=first, exceptions=file_venue.dated_hours(fields))


def _stretch(fields: Fields) -> tuple[datetime, datetime]:
    start, end = fields["from"].wall_time(), fields["to"].wall_time()
    if end <= start:
        fields["to"].fail("a time after from")
    return start, end
