"""What the random cases must reach: each entry takes something out of a case, and should at times change the answer."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

Case = dict[str, Any]
ALWAYS_OPEN = {weekday: ["00:00-24:00"] for weekday in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


def without(*keys: str, of: Callable[[Case], list[dict[str, Any]]]) -> Callable[[Case], Case]:
    def changed(case: Case) -> Case:
        case = deepcopy(case)
        for entry in of(case):
            for key in keys:
                entry.pop(key, None)
        return case

    return changed


def file(case: Case) -> list[dict[str, Any]]:
    return [case["venue_file"]]


def venue(case: Case) -> list[dict[str, Any]]:
    return [case["venue_file"]["venue"]]


def staff(case: Case) -> list[dict[str, Any]]:
    return case["venue_file"]["staff"]


def rooms(case: Case) -> list[dict[str, Any]]:
    return case["venue_file"]["rooms"]


def services(case: Case) -> list[dict[str, Any]]:
    return case["venue_file"]["services"]


def asked(case: Case) -> list[dict[str, Any]]:
    keys = [item["service"] for item in case["query"]["items"]]
    return [service for service in services(case) if service["key"] in keys]


def overrides(case: Case) -> list[dict[str, Any]]:
    return [override for service in asked(case) for override in service.get("performed_by", {}).values()]


def bookings(case: Case) -> list[dict[str, Any]]:
    return case["venue_file"]["bookings"]


def items(case: Case) -> list[dict[str, Any]]:
    return case["query"]["items"]


def query(case: Case) -> list[dict[str, Any]]:
    return [case["query"]]


def always_open(case: Case) -> Case:
    venue_file = case["venue_file"]
    venue_file = {**venue_file, "venue": {**venue_file["venue"], "opening": ALWAYS_OPEN}}
    return {**case, "venue_file": venue_file}


def holidays_open(case: Case) -> Case:
    venue_file = case["venue_file"]
    venue_file = {**venue_file, "venue": {**venue_file["venue"], "public_holidays": "open"}}
    return {**case, "venue_file": venue_file}


def one_week(case: Case) -> Case:
    case = deepcopy(case)
    for person in staff(case):
        person["weeks"] = person["weeks"][:1]
    return case


def staff_throughout(case: Case) -> Case:
    case = deepcopy(case)
    for service in services(case):
        for phase in service["phases"]:
            if "performed_by" in service:
                phase["staff"] = True
    return case


def rooms_reversed(case: Case) -> Case:
    venue_file = case["venue_file"]
    return {**case, "venue_file": {**venue_file, "rooms": venue_file["rooms"][::-1]}}


SINGLE = {
    "opening": always_open,
    "venue exceptions": without("exceptions", of=venue),
    "public holidays": holidays_open,
    "staff exceptions": without("exceptions", of=staff),
    "rota": one_week,
    "absences": without("absences", of=staff),
    "passive phases": staff_throughout,
    "rooms": without("room_kind", of=services),
    "units": without("units", of=rooms),
    "buffer before": without("buffer_before", of=asked),
    "buffer after": without("buffer_after", of=asked),
    "buffers": without("buffer_before", "buffer_after", of=services),
    "grid": without("grid_minutes", of=venue),
    "flush to previous": without("flush_to_previous", of=venue),
    "lead time": without("lead_minutes", of=venue),
    "horizon": without("horizon_days", of=venue),
    "minutes by person": without("minutes", of=overrides),
    "price by person": without("price", of=overrides),
    "named person": without("staff", of=items),
    "gap policy": without("slot_policy", of=venue),
    "blocks": without("blocks", of=file),
    "bookings": without("bookings", of=file),
    "replayed visits": without("visit", of=bookings),
    "days": without("days", of=query),
}
VISITS = {
    "order": without("any_order", of=query),
    "wait": without("max_wait", of=venue),
    "buffers": SINGLE["buffers"],
    "rooms": SINGLE["rooms"],
    "units": SINGLE["units"],
    "passive phases": SINGLE["passive phases"],
    "flush to previous": SINGLE["flush to previous"],
    "blocks": SINGLE["blocks"],
    "bookings": SINGLE["bookings"],
    "named person": SINGLE["named person"],
}
BATHS = {
    "units": without("units", of=rooms),
    "buffers": SINGLE["buffers"],
    "named room": without("room", of=bookings),
    "replayed visits": without("visit", of=bookings),
    "room order": rooms_reversed,
}
