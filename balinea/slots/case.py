"""A case: a venue file and a query in one JSON document, and the answer in JSON's own values."""

from datetime import datetime
from zoneinfo import ZoneInfo

from balinea.slots import explain, offers, venue_file, window
from balinea.slots.board import Board
from balinea.slots.document import Fields, Node, VenueFileError
from balinea.slots.values import Item, Menu, Query, Slot

_MAX_DAYS = 3660


def answer(document: object) -> dict[str, object]:
    """`{"slots": [...]}`. VenueFileError for wrong input, with the pointer into the whole document."""
    board, menu, query = _read(document)
    slots = offers.find(board, menu, query)
    alone = len(query.items) == 1
    return {"slots": [_slot(slot, board.timezone, with_options=alone) for slot in slots]}


def explained(document: object) -> dict[str, object]:
    """`{"refused": [...]}`: every start of the grid that is not offered, with the first rule that refused it."""
    board, menu, query = _read(document)
    refused = explain.explain(board, menu, query)
    return {
        "refused": [
            {
                "start": _local(refusal.start, board.timezone),
                "staff": list(refusal.staff) if isinstance(refusal.staff, tuple) else refusal.staff,
                "rule": refusal.rule,
                "detail": refusal.detail,
            }
            for refusal in refused
        ]
    }


def _read(document: object) -> tuple[Board, Menu, Query]:
    case = Node(document, "")
    members = case.members()
    for name in ("venue_file", "query"):
        if name not in members:
            case.key(name).fail("this key, which is required")
    try:
        file = venue_file.parse(members["venue_file"].value)
    except VenueFileError as error:
        raise VenueFileError(f"/venue_file{error.pointer}", error.expected) from error
    menu = venue_file.menu(file)
    query = _query(members["query"], menu)
    return venue_file.board(file, query.first, query.days, window.margin(menu, query.items)), menu, query


def _query(node: Node, menu: Menu) -> Query:
    fields = node.fields(required=("items", "from", "now"), optional=("days", "any_order"))
    items = tuple(_item(entry, menu) for entry in fields["items"].entries())
    if not items:
        fields["items"].fail("at least one item")
    return Query(
        items=items,
        first=fields["from"].countable_date(),
        days=fields.whole("days", 1, 1, _MAX_DAYS),
        now=fields["now"].instant(),
        any_order=fields.flag("any_order", default=False),
    )


def _item(node: Node, menu: Menu) -> Item:
    fields: Fields = node.fields(required=("service",), optional=("staff",))
    service = fields["service"].choice_of(menu.services, "the key of a service")
    staff = fields.get("staff")
    if staff is None or staff.value is None:
        return Item(service=service)
    return Item(
        service=service, staff=staff.choice_of(menu.staff, "the key of a staff member, or null for anyone")
    )


def _slot(slot: Slot, timezone: ZoneInfo, *, with_options: bool) -> dict[str, object]:
    start = _local(slot.start, timezone)
    if not with_options:
        return {"start": start}
    options = [
        {"staff": option.staff, "minutes": option.minutes, "price": str(option.price)}
        for option in slot.options
    ]
    return {"start": start, "options": options}


def _local(instant: datetime, timezone: ZoneInfo) -> str:
    return instant.astimezone(timezone).isoformat()
