"""Where a page ended, as text in the client's hands: checked when it comes back, worth nothing to who changes it.

It carries the instant of the first page, so that ranks stay as they were while somebody turns the pages, and the count,
which is found once.
"""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from balinea.search import rules
from balinea.search.values import SearchQuery

FRESH_SECONDS = 900  # so long the first page's instant stands in for now
_HIGHEST = 10**12
_MOST_CHUNKS = 10**6


class WrongCursor(Exception):  # noqa: N818 - reads as the refusal that it is
    """The cursor is not one that this search gave."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cursor:
    """`chunk` of candidates and, inside it, the (value, venue id) after which the next page begins.

    `shown` venues stood on the pages so far; `count` is what the first page counted, None before it has.
    """

    asked_at: datetime
    chunk: int = 0
    after: tuple[float, int] | None = None
    shown: int = 0
    count: int | None = None
    count_more: bool = False


def start(now: datetime) -> Cursor:
    """Return the cursor of a first page."""
    return Cursor(asked_at=now.replace(microsecond=0))


def written(cursor: Cursor, query: SearchQuery) -> str:
    """Return the cursor as text for this query."""
    parts = [
        _digest(query),
        int(cursor.asked_at.timestamp()),
        cursor.chunk,
        cursor.after,
        cursor.shown,
        cursor.count,
        cursor.count_more,
    ]
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def read(query: SearchQuery, now: datetime) -> Cursor:
    """Return the query's cursor; an old one takes `now` for its instant. Raises `WrongCursor`."""
    if not query.cursor:
        return start(now)
    try:
        padded = query.cursor + "=" * (-len(query.cursor) % 4)
        cursor = _checked(json.loads(base64.b64decode(padded, altchars=b"-_", validate=True)), query)
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise WrongCursor from error
    age = (now - cursor.asked_at).total_seconds()
    return cursor if 0 <= age <= FRESH_SECONDS else replace(cursor, asked_at=now.replace(microsecond=0))


def _checked(parts: object, query: SearchQuery) -> Cursor:
    if not isinstance(parts, list):
        raise TypeError
    digest, asked_at, chunk, after, shown, count, more = parts
    value, venue = after
    numbers = (asked_at, chunk, value, venue, shown, count)
    if digest != _digest(query) or any(
        type(n) not in {int, float} or not -_HIGHEST < n < _HIGHEST for n in numbers
    ):
        raise ValueError
    if type(chunk) is not int or not 0 <= chunk <= _MOST_CHUNKS or type(more) is not bool:
        raise TypeError
    return Cursor(
        asked_at=datetime.fromtimestamp(asked_at, UTC),
        chunk=chunk,
        after=(float(value), int(venue)),
        shown=int(shown),
        count=int(count),
        count_more=more,
    )


def _digest(query: SearchQuery) -> str:
    """Return what ties a cursor to its question; the size of a page may change from one to the next."""
    asked = (
        rules.VERSION,
        query.treatment,
        query.language,
        query.near,
        query.day,
        query.earliest,
        query.latest,
        query.sort,
    )
    return hashlib.blake2b(repr(asked).encode(), digest_size=6).hexdigest()
