"""Strict reading of JSON documents: every refusal names the place (JSON Pointer, RFC 6901) and what was expected."""

import datetime as dt
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from balinea.slots.hours import Interval
from balinea.slots.masks import STEP_MINUTES

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WALL_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_INTERVAL = re.compile(r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_Value = TypeVar("_Value")
_Default = TypeVar("_Default")
_DAY_MINUTES = 1440
_HOUR_MINUTES = 60
# Years whose days and weeks around can still be counted, and in which every zone has whole minutes.
_YEARS = range(1980, 9000)


class VenueFileError(ValueError):
    """A document that is refused: where (JSON Pointer into it; "" is the whole) and what was expected there."""

    def __init__(self, pointer: str, expected: str) -> None:
        super().__init__(f"{pointer or 'the document'}: expected {expected}")
        self.pointer = pointer
        self.expected = expected


def load(text: str) -> object:
    """Read JSON text; VenueFileError also for a key that comes twice and for numbers that JSON does not know."""
    try:
        value: object = json.loads(text, object_pairs_hook=_object, parse_constant=_Unknown)
    except json.JSONDecodeError as error:
        raise VenueFileError(
            "", f"JSON ({error.msg} in line {error.lineno}, column {error.colno})"
        ) from error
    except (ValueError, RecursionError) as error:
        raise VenueFileError("", "JSON with shorter numbers and less nesting") from error
    for node in _walk(Node(value, "")):
        if isinstance(node.value, _Repeating):
            node.key(node.value.repeated).fail("a key that comes only once")
        if isinstance(node.value, _Unknown):
            node.fail("a number that JSON knows")
    return value


class _Repeating(dict[str, object]):
    """An object in which a key comes twice."""

    repeated: str


class _Unknown(str):
    """NaN or an infinity, which Python's reader would accept."""

    __slots__ = ()


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    repeating = _Repeating(value)
    seen: set[str] = set()
    repeating.repeated = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return repeating


def _walk(node: "Node") -> Iterator["Node"]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node.value, dict):
            waiting.extend(Node(value, node.key(key).pointer) for key, value in node.value.items())
        elif isinstance(node.value, list):
            waiting.extend(Node(value, f"{node.pointer}/{i}") for i, value in enumerate(node.value))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document and where it stands. Every reading method raises VenueFileError on the wrong form."""

    value: object
    pointer: str

    def fail(self, expected: str) -> NoReturn:
        """Refuse this value."""
        raise VenueFileError(self.pointer, expected)

    def key(self, name: str) -> "Node":
        """The place of a member, whether or not it is there."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return Node(value, f"{self.pointer}/{name.replace('~', '~0').replace('/', '~1')}")

    def members(self) -> dict[str, "Node"]:
        """An object's members in the order of the file."""
        if not isinstance(self.value, dict) or not all(isinstance(name, str) for name in self.value):
            self.fail("an object")
        return {name: self.key(name) for name in self.value}

    def fields(self, *, required: Collection[str] = (), optional: Collection[str] = ()) -> "Fields":
        """An object with these keys and no others."""
        members = self.members()
        for name, member in members.items():
            if name not in required and name not in optional:
                member.fail(f"no such key, but one of {', '.join((*required, *optional))}")
        for name in required:
            if name not in members:
                self.key(name).fail("this key, which is required")
        return Fields(members)

    def entries(self) -> list["Node"]:
        """A list's entries."""
        if not isinstance(self.value, list):
            self.fail("a list")
        return [Node(value, f"{self.pointer}/{position}") for position, value in enumerate(self.value)]

    def text(self) -> str:
        """Text that says something."""
        value = self.any_text()
        if not value.strip():
            self.fail("text that is not empty")
        return value

    def any_text(self) -> str:
        """Text, perhaps empty."""
        value = self.value
        if not isinstance(value, str) or "\0" in value or not _encodable(value):
            self.fail("text")
        return value

    def choice(self, *choices: str) -> str:
        """One of a few words."""
        if not isinstance(self.value, str) or self.value not in choices:
            self.fail(f"one of {', '.join(choices)}")
        return self.value

    def choice_of(self, codes: Collection[str], expected: str) -> str:
        """One of many codes."""
        if not isinstance(self.value, str) or self.value not in codes:
            self.fail(expected)
        return self.value

    def matching(self, pattern: re.Pattern[str], expected: str) -> str:
        """Text of a fixed form."""
        if not isinstance(self.value, str) or not pattern.fullmatch(self.value):
            self.fail(expected)
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self.fail("true or false")
        return self.value

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not low <= self.value <= high:
            self.fail(f"a whole number from {low} to {high}")
        return self.value

    def number_within(self, limit: int) -> float:
        """A number from -limit to limit."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not -limit <= value <= limit:
            self.fail(f"a number from -{limit} to {limit}")
        return float(value)

    def minutes(self, low: int = 0, high: int = _DAY_MINUTES) -> int:
        """A length of time: a multiple of 5 minutes (rule 13)."""
        expected = f"a multiple of {STEP_MINUTES} minutes from {low} to {high}"
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(expected)
        if not low <= value <= high or value % STEP_MINUTES:
            self.fail(expected)
        return value

    def date(self) -> dt.date:
        """A local date, 2026-11-24."""
        expected = "a date such as 2026-11-24"
        text = self.matching(_DATE, expected)
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            self.fail(expected)

    def countable_date(self) -> dt.date:
        """A local date around which days can be counted."""
        value = self.date()
        if value.year not in _YEARS:
            self.fail(f"a date of the years {_YEARS.start} to {_YEARS.stop - 1}")
        return value

    def wall_time(self) -> dt.datetime:
        """A local wall-clock time (naive), 2026-11-24T10:00, on a multiple of 5 minutes."""
        expected = f"a local time such as 2026-11-24T10:00, on a multiple of {STEP_MINUTES} minutes"
        text = self.matching(_WALL_TIME, expected)
        try:
            value = dt.datetime.fromisoformat(text)
        except ValueError:
            self.fail(expected)
        if value.minute % STEP_MINUTES:
            self.fail(expected)
        return value

    def countable_wall_time(self) -> dt.datetime:
        """A local wall-clock time around which days can be counted."""
        value = self.wall_time()
        if value.year not in _YEARS:
            self.fail(f"a time of the years {_YEARS.start} to {_YEARS.stop - 1}")
        return value

    def instant(self) -> dt.datetime:
        """An aware instant, 2026-11-24T09:00:00Z or with an offset (RFC 3339)."""
        expected = "an instant such as 2026-11-24T09:00:00Z"
        text = self.matching(_INSTANT, expected)
        try:
            value = dt.datetime.fromisoformat(text.upper())
        except ValueError:
            self.fail(expected)
        if value.year not in _YEARS:
            self.fail(f"an instant of the years {_YEARS.start} to {_YEARS.stop - 1}")
        return value

    def interval(self) -> Interval:
        """Two wall-clock times of one date, 09:00-19:00, on multiples of 5 minutes; 24:00 may end it."""
        expected = f"an interval of one day such as 09:00-19:00, on multiples of {STEP_MINUTES} minutes"
        matched = _INTERVAL.fullmatch(self.matching(_INTERVAL, expected))
        from_hour, from_minute, to_hour, to_minute = (
            int(part) for part in (matched.groups() if matched else ())
        )
        start, end = from_hour * _HOUR_MINUTES + from_minute, to_hour * _HOUR_MINUTES + to_minute
        on_the_clock = max(from_minute, to_minute) < _HOUR_MINUTES
        if not on_the_clock or not start < end <= _DAY_MINUTES or start % STEP_MINUTES or end % STEP_MINUTES:
            self.fail(expected)
        return start, end


@dataclass(frozen=True, slots=True)
class Fields:
    """The members of an object with known keys."""

    members: Mapping[str, Node]

    def __getitem__(self, name: str) -> Node:
        return self.members[name]

    def get(self, name: str) -> Node | None:
        """The member, or None if the key is left out."""
        return self.members.get(name)

    def entries(self, name: str) -> list[Node]:
        """The entries of a list that may be left out."""
        node = self.members.get(name)
        return [] if node is None else node.entries()

    def read(self, name: str, reader: Callable[[Node], _Value], default: _Default) -> _Value | _Default:
        """What the reader makes of a member, or the default if the key is left out."""
        node = self.members.get(name)
        return default if node is None else reader(node)

    def text(self, name: str, default: str = "") -> str:
        """Text that may be left out."""
        node = self.members.get(name)
        return default if node is None else node.any_text()

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false, or left out."""
        node = self.members.get(name)
        return default if node is None else node.flag()

    def minutes(self, name: str, default: int = 0, low: int = 0, high: int = _DAY_MINUTES) -> int:
        """A length of time that may be left out."""
        node = self.members.get(name)
        return default if node is None else node.minutes(low, high)

    def whole(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number that may be left out."""
        node = self.members.get(name)
        return default if node is None else node.whole(low, high)

    def choice(self, name: str, default: str, *others: str) -> str:
        """One of a few words, the first by default."""
        node = self.members.get(name)
        return default if node is None else node.choice(default, *others)


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
