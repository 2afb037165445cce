"""The answers in the form of the cases."""

from typing import Any

from balinea.slots.tests.oracle import single, visits
from balinea.slots.tests.oracle.claims import Part
from balinea.slots.tests.oracle.times import local
from balinea.slots.tests.oracle.world import World, world


def slots(document: dict[str, Any]) -> list[dict[str, Any]]:
    known = world(document)
    if len(known.query["items"]) > 1:
        _, offered = visits.starts(known)
        return [{"start": shown(known, start)} for start in sorted(offered)]
    options: dict[int, list[Part]] = {}
    for part, rule in single.verdicts(known):  # for each day in the order of the team
        if rule is None:
            options.setdefault(part.start, []).append(part)
    return [
        {"start": shown(known, start), "options": [option(part) for part in parts]}
        for start, parts in sorted(options.items())
    ]


def option(part: Part) -> dict[str, Any]:
    own = part.service.get("performed_by", {}).get(part.staff, {})
    price = own.get("price", part.service["price"])
    return {"staff": part.staff, "minutes": part.end - part.start, "price": price}


def refused(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Give start, person and first refusing rule of each refused start of a single service."""
    known = world(document)
    return [
        {"start": shown(known, part.start), "staff": part.staff, "rule": rule}
        for part, rule in sorted(single.verdicts(known), key=lambda verdict: verdict[0].start)
        if rule is not None
    ]


def tried(document: dict[str, Any]) -> list[str]:
    """Give the starts of the grid of a visit of several services, offered or not."""
    known = world(document)
    return [shown(known, start) for start in sorted(visits.starts(known)[0])]


def shown(known: World, instant: int) -> str:
    return local(known.hours.zone, instant).isoformat()
