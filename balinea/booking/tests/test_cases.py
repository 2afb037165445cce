"""The database gives the same starts as the pure engine, for every conformance case."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from balinea.booking import queries
from balinea.slots.values import Item, Query
from tests.salon import open_salon

pytestmark = pytest.mark.django_db

CASES = sorted((Path(__file__).parents[2] / "slots" / "tests" / "cases").glob("*.json"))


def asked(query):
    return Query(
        items=tuple(Item(service=item["service"], staff=item["staff"]) for item in query["items"]),
        first=date.fromisoformat(query["from"]),
        days=query.get("days", 1),
        now=datetime.fromisoformat(query["now"]),
        any_order=query.get("any_order", False),
    )


def shown(slot, timezone):
    answer = {"start": slot.start.astimezone(timezone).isoformat()}
    if slot.options:
        answer["options"] = [
            {"staff": option.staff, "minutes": option.minutes, "price": str(option.price)}
            for option in slot.options
        ]
    return answer


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_in_the_database_gives_its_starts(path):
    case = json.loads(path.read_text())
    query = asked(case["query"])
    salon = open_salon(case["venue_file"], now=query.now)
    slots = queries.offers(venue_slug=salon.slug, query=query)
    assert [shown(slot, salon.timezone) for slot in slots] == case["expect"]


def test_there_are_cases():
    assert len(CASES) >= 42
