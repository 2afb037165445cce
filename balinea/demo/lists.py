"""The packaged lists that sample salons are drawn from. Everything in them is invented, except names of streets."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files

from balinea.slots.values import Phase

Rows = list[dict[str, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A service that salons of a kind sell: its price lies between `low` and `high` euros."""

    category: str
    name: str
    treatment: str
    phases: tuple[Phase, ...]
    low: int
    high: int
    room: str
    after: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RoomKind:
    """A kind of room: how many units a salon has, as a number or as its `team` with so many more."""

    name: str
    units: int
    with_team: bool


def _rows(name: str) -> Rows:
    text = (files("balinea.demo") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _phase(text: str) -> Phase:
    return Phase(minutes=int(text.rstrip("p")), staff=not text.endswith("p"))


def _offers() -> dict[str, tuple[Offer, ...]]:
    found: dict[str, list[Offer]] = defaultdict(list)
    for row in _rows("services.csv"):
        found[row["kind"]].append(
            Offer(
                category=row["category"],
                name=row["name"],
                treatment=row["treatment"],
                phases=tuple(_phase(text) for text in row["phases"].split()),
                low=int(row["low"]),
                high=int(row["high"]),
                room=row["room"],
                after=int(row["after"]),
            )
        )
    return {kind: tuple(offers) for kind, offers in found.items()}


def _rooms() -> dict[str, RoomKind]:
    return {
        row["room"]: RoomKind(
            name=row["name"],
            units=int(row["units"].replace("team", "").lstrip("+") or 0),
            with_team=row["units"].startswith("team"),
        )
        for row in _rows("rooms.csv")
    }


OFFERS = _offers()
ROOMS = _rooms()
STREETS = {row["postcode"]: tuple(row["streets"].split("|")) for row in _rows("streets.csv")}
WORDS = {row["list"]: tuple(row["words"].split("|")) for row in _rows("words.csv")}
