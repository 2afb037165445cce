"""What the visitor asks of the search, as the address says it: parsed, never trusted, kept as typed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, cast, get_args
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import QueryDict

from balinea.search.values import SearchQuery, Sort

HOME_ZONE = ZoneInfo("Europe/Paris")  # whose "today" the pages mean before a venue is chosen
LONGEST = 80
FURTHEST_DAYS = 366

Mistake = Literal["", "past", "far", "window", "date"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The question of the search bar and its filters. `mistake` says why it cannot be answered, "" if it can."""

    treatment: str
    near: str
    day: date | None
    earliest: time | None
    latest: time | None
    sort: Sort
    cursor: str
    mistake: Mistake

    def query(self, *, limit: int, language: str) -> SearchQuery:
        """Return the question for the search, asked in this language."""
        return SearchQuery(
            treatment=self.treatment,
            near=self.near,
            day=self.day,
            earliest=self.earliest,
            latest=self.latest,
            sort=self.sort,
            limit=limit,
            cursor=self.cursor,
            language=language,
        )

    def fields(self) -> dict[str, str]:
        """Return the form's values, by the names that the address has."""
        return {
            "treatment": self.treatment,
            "near": self.near,
            "date": self.day.isoformat() if self.day else "",
            "from": f"{self.earliest:%H:%M}" if self.earliest else "",
            "to": f"{self.latest:%H:%M}" if self.latest else "",
            "sort": self.sort,
        }

    def address(self, path: str, **changes: str) -> str:
        """Return `path` with this question, changed; what is empty or usual is left out."""
        said = {name: value for name, value in {**self.fields(), **changes}.items() if value}
        if said.get("sort") == "best":
            del said["sort"]
        return f"{path}?{urlencode(said)}" if said else path


def read(data: QueryDict, *, now: datetime) -> Asked:
    """Read the question. Nonsense in a filter reads as no filter; an impossible day or window is a `mistake`."""
    today = now.astimezone(HOME_ZONE).date()
    day, mistake = _day(data, today)
    earliest, latest = _time(data.get("from", "")), _time(data.get("to", ""))
    if not mistake and earliest and latest and latest < earliest:
        mistake = "window"
    sort = data.get("sort", "best")
    return Asked(
        treatment=data.get("treatment", "").strip()[:LONGEST],
        near=data.get("near", "").strip()[:LONGEST],
        day=day,
        earliest=earliest,
        latest=latest,
        sort=cast("Sort", sort) if sort in get_args(Sort) else "best",
        cursor=data.get("cursor", "")[:400],
        mistake=mistake,
    )


def without_time(asked: Asked) -> Asked:
    """Return the same question on any day, at any hour."""
    return replace(asked, day=None, earliest=None, latest=None, cursor="", mistake="")


def without_cursor(asked: Asked) -> Asked:
    """Return the same question from its first page."""
    return replace(asked, cursor="")


def _day(data: QueryDict, today: date) -> tuple[date | None, Mistake]:
    if data.get("when") == "today":
        return today, ""
    text = data.get("date", "").strip()
    if not text:
        return None, ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None, "date"
    if day < today:
        return day, "past"
    return day, "far" if day > today + timedelta(days=FURTHEST_DAYS) else ""


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
