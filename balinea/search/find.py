"""Treatment, place and time in; venues with their next free starts out.

The formula that ranks is in `rules.py` and explained in docs/ranking.md. A page takes a small, fixed number of SQL
statements, however many venues there are.
"""

from dataclasses import replace
from datetime import datetime

from balinea.catalog.models import Service
from balinea.money import Money
from balinea.search import cursor as cursors
from balinea.search.candidates import Candidate
from balinea.search.cursor import Cursor
from balinea.search.dated import Dated
from balinea.search.question import understand
from balinea.search.ranked import COUNTED, Ranked
from balinea.search.undated import Undated
from balinea.search.values import Found, FoundService, FoundVenue, SearchPage, SearchQuery


def find(query: SearchQuery, *, now: datetime) -> SearchPage:
    """Return a page of venues. Raises `UnknownPlace`, `ImpossibleWindow` (`question.py`), `WrongCursor` (`cursor.py`)."""
    question = understand(query)
    cursor = cursors.read(query, now)
    asked_at = cursor.asked_at
    book = Undated(question, asked_at) if question.day is None else Dated(question, question.day, asked_at)
    first = book.chunk(cursor.chunk) or []
    if cursor.count is None:
        count = book.count(len(first))
        cursor = replace(cursor, count=min(count, COUNTED), count_more=count > COUNTED)
    page, following = _page(book, cursor, first, query.limit)
    return SearchPage(
        count=cursor.count or 0,
        count_more=cursor.count_more,
        results=tuple(_results(book, [ranked for _, ranked in page])),
        next_cursor=None if following is None else cursors.written(following, query),
    )


def _page(
    book: Dated | Undated, cursor: Cursor, first: list[Ranked], limit: int
) -> tuple[list[tuple[int, Ranked]], Cursor | None]:
    """Return one page, each venue with its chunk, and the cursor of the next page if there is one."""
    number = cursor.chunk
    chunk: list[Ranked] | None = [one for one in first if cursor.after is None or _key(one) > cursor.after]
    page: list[tuple[int, Ranked]] = []
    while chunk is not None and len(page) <= limit and not _all_shown(cursor, len(page)):
        page += [(number, one) for one in sorted(chunk, key=_key)[: limit + 1 - len(page)]]
        number += 1
        if len(page) <= limit and not _all_shown(cursor, len(page)):
            chunk = book.chunk(number)
    if len(page) <= limit:
        return page, None
    last_chunk, last = page[limit - 1]
    return page[:limit], replace(cursor, chunk=last_chunk, after=_key(last), shown=cursor.shown + limit)


def _all_shown(cursor: Cursor, more: int) -> bool:
    """Return whether nothing can follow, by the count: then no calendar need be read to find that out."""
    return not cursor.count_more and cursor.shown + more >= (cursor.count or 0)


def _key(ranked: Ranked) -> tuple[float, int]:
    return ranked.value, ranked.candidate.venue


def _results(book: Dated | Undated, page: list[Ranked]) -> list[Found]:
    starts = book.next_starts(page)
    services = Service.objects.select_related("venue").in_bulk([one.candidate.service for one in page])
    return [
        _found(one.candidate, services[one.candidate.service], starts.get(one.candidate.venue, ()))
        for one in page
        if one.candidate.service in services
    ]


def _found(candidate: Candidate, service: Service, starts: tuple[datetime, ...]) -> Found:
    venue = service.venue
    here = None if venue.latitude is None or venue.longitude is None else (venue.latitude, venue.longitude)
    return Found(
        venue=FoundVenue(
            slug=venue.slug,
            name=venue.name,
            family=venue.family,
            street=venue.street,
            postcode=venue.postcode,
            city=venue.city,
            currency=venue.currency,
            location=here,
        ),
        service=FoundService(
            key=service.key,
            name=service.name,
            minutes=service.minutes,
            price=Money(service.price_minor, venue.currency),
        ),
        price_from=Money(candidate.price_minor, venue.currency),
        distance_m=None if candidate.distance is None else round(candidate.distance),
        rating=candidate.rating,
        reviews=candidate.reviews,
        next_slots=starts,
    )
