"""Rules 1 to 3: when the venue is open and when each person works, as lists of spans of instants."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays

from balinea.slots.tests.oracle.times import Span, local, on_clock, span_of

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def merged(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def converted(zone: str, day: date, texts: list[str]) -> list[Span]:
    spans = []
    for text in texts:
        opens, closes = text.split("-")
        start, end = on_clock(zone, day, opens), on_clock(zone, day, closes)
        if start < end:  # what is empty after conversion is dropped
            spans.append((start, end))
    return spans


def dated(exceptions: list[dict[str, Any]], day: date) -> list[str] | None:
    for exception in exceptions:
        if exception["date"] == day.isoformat():
            return exception["hours"]
    return None


@lru_cache
def calendar(country: str, region: str | None, year: int) -> set[date]:
    return set(holidays.country_holidays(country, subdiv=region, years=year))


class Hours:
    def __init__(self, file: dict[str, Any]) -> None:
        self.venue = file["venue"]
        self.zone: str = self.venue["timezone"]
        self.staff = {person["key"]: person for person in file.get("staff", [])}
        self.seen: dict[Any, list[Span]] = {}

    def opening(self, day: date) -> list[Span]:
        if ("", day) not in self.seen:
            self.seen["", day] = merged(converted(self.zone, day, self.opening_texts(day)))
        return self.seen["", day]

    def opening_texts(self, day: date) -> list[str]:
        exception = dated(self.venue.get("exceptions", []), day)
        if exception is not None:
            return exception
        if self.venue.get("public_holidays", "closed") == "closed" and self.is_public_holiday(day):
            return []
        return self.venue["opening"].get(WEEKDAYS[day.weekday()], [])

    def is_public_holiday(self, day: date) -> bool:
        return day in calendar(self.venue.get("country", "FR"), self.venue.get("region"), day.year)

    def working(self, key: str, day: date) -> list[Span]:
        """Give the working intervals, before absences."""
        if (key, day) not in self.seen:
            cut = [
                (max(start, opens), min(end, closes))
                for start, end in converted(self.zone, day, self.working_texts(key, day))
                for opens, closes in self.opening(day)
            ]
            self.seen[key, day] = merged([(start, end) for start, end in cut if start < end])
        return self.seen[key, day]

    def working_texts(self, key: str, day: date) -> list[str]:
        person = self.staff[key]
        exception = dated(person.get("exceptions", []), day)
        if exception is not None:
            return exception
        weeks = person["weeks"]
        if len(weeks) == 1:
            return weeks[0].get(WEEKDAYS[day.weekday()], [])
        monday = day - timedelta(days=day.weekday())
        passed = (monday - date.fromisoformat(person["rota_from"])).days // 7  # negative before it
        return weeks[passed % len(weeks)].get(WEEKDAYS[day.weekday()], [])

    def absences(self, key: str) -> list[Span]:
        if (key, "absences") not in self.seen:
            entries = self.staff[key].get("absences", [])
            self.seen[key, "absences"] = [span for entry in entries for span in span_of(self.zone, entry)]
        return self.seen[key, "absences"]

    def date_of(self, instant: int) -> date:
        return local(self.zone, instant).date()

    def around(self, instant: int) -> list[date]:
        day = self.date_of(instant)
        return [day - timedelta(days=1), day, day + timedelta(days=1)]

    def openings_near(self, instant: int) -> list[Span]:
        return [span for day in self.around(instant) for span in self.opening(day)]

    def working_near(self, key: str, instant: int) -> list[Span]:
        return [span for day in self.around(instant) for span in self.working(key, day)]
