"""The cases of the slot engine, moved to the days ahead and asked over HTTP: the same starts, people, lengths and prices."""

import json
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from balinea.slots import case
from tests.rows import Venue
from tests.salon import open_salon

CASES = sorted((files("balinea.slots") / "tests" / "cases").iterdir(), key=lambda path: path.name)
DATED = ("date", "from", "to", "start", "rota_from")
NOT_YET = timedelta(days=2)  # the server reads its own clock: lead times are over, whenever it is asked

pytestmark = pytest.mark.django_db


def moved(value, weeks, key=None):
    """Move every date of a document by whole weeks, so that weekdays and rotas stay as they are."""
    if isinstance(value, dict):
        return {name: moved(one, weeks, name) for name, one in value.items()}
    if isinstance(value, list):
        return [moved(one, weeks, key) for one in value]
    if key not in DATED or not isinstance(value, str):
        return value
    return (date.fromisoformat(value[:10]) + timedelta(weeks=weeks)).isoformat() + value[10:]


@pytest.fixture(scope="module")
def cases(open_database):
    """Every case moved to the days ahead, its venue committed: the server reads another connection."""
    now = datetime.now(UTC)
    found = {path.name: ahead(path, now) for path in CASES}
    salons = [open_salon(document["venue_file"], now=now) for document in found.values()]
    yield found
    Venue.objects.filter(pk__in=[salon.venue.pk for salon in salons]).update(published=False)


def ahead(path, now):
    document = json.loads(path.read_text(encoding="utf-8"))
    first = date.fromisoformat(document["query"]["from"])
    document = moved(document, -((first - now.date() - NOT_YET) // timedelta(weeks=1)))
    document["venue_file"]["venue"]["slug"] = path.name.removesuffix(".json")
    document["query"]["now"] = now.isoformat()
    return document


@pytest.mark.parametrize("name", [path.name for path in CASES])
def test_the_interface_offers_what_the_engine_does(web, cases, name):
    query = cases[name]["query"]
    asked = {
        "service": [item["service"] for item in query["items"]],
        "staff": [item.get("staff") or "" for item in query["items"]],
        "any_order": query.get("any_order", False),
        "from": query["from"],
        "days": query.get("days", 1),
    }
    answer = web.get(f"/api/v1/venues/{name.removesuffix('.json')}/slots", params=asked)
    assert (answer.status_code, answer.json()) == (200, case.answer(cases[name]))
