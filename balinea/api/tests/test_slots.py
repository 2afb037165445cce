from datetime import timedelta

import pytest


def ask(client, **query):
    return client.get("/api/v1/venues/essai/slots", query)


def test_a_day_of_one_service_names_who_can_take_each_start(client, salon, day, at):
    slots = ask(client, service="cut", **{"from": day}).json()["slots"]
    assert len(slots) == 33
    assert slots[0] == {
        "start": at("09:00"),
        "options": [
            {"staff": "lea", "minutes": 60, "price": "40.00"},
            {"staff": "zoe", "minutes": 60, "price": "30.00"},
        ],
    }
    assert slots[-1]["start"] == at("17:00")


def test_with_a_person_named_only_they_are_offered(client, salon, day):
    slots = ask(client, service="cut", staff="zoe", **{"from": day, "days": 2}).json()["slots"]
    assert len(slots) == 66
    assert {option["staff"] for slot in slots for option in slot["options"]} == {"zoe"}


def test_a_visit_of_several_services_carries_starts_only(client, salon, day, at):
    query = {"service": ["cut", "care"], "staff": ["", "lea"], "from": day}
    slots = ask(client, **query).json()["slots"]
    assert slots[0] == {"start": at("09:00")}
    assert slots[-1] == {"start": at("16:15")}


def test_what_is_booked_is_no_longer_offered(client, salon, day, at, booked):
    booked("10:00")
    starts = {
        slot["start"] for slot in ask(client, service="cut", staff="lea", **{"from": day}).json()["slots"]
    }
    assert at("09:00") in starts
    assert not starts & {at("09:15"), at("10:00"), at("10:45")}
    assert at("11:00") in starts


def test_days_gone_by_and_beyond_the_horizon_are_empty(client, salon, day):
    for ahead in (-20, 30, 300_000):
        answer = ask(client, service="cut", days=2, **{"from": day + timedelta(days=ahead)})
        assert (answer.status_code, answer.json()) == (200, {"slots": []})


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"from": "2026-12-01"}, "/service"),
        ({"service": "cut"}, "/from"),
        ({"service": "cut", "from": "tomorrow"}, "/from"),
        ({"service": "cut", "from": "2026-02-30"}, "/from"),
        ({"service": "cut", "from": "9999-12-31"}, "/from"),
        ({"service": "cut", "from": "0001-01-01"}, "/from"),
        ({"service": "cut", "from": "2026-12-01", "days": 0}, "/days"),
        ({"service": "cut", "from": "2026-12-01", "days": 32}, "/days"),
        ({"service": "cut", "from": "2026-12-01", "days": 10**30}, "/days"),
        ({"service": "cut", "from": "2026-12-01", "any_order": "maybe"}, "/any_order"),
        ({"service": "nothing", "from": "2026-12-01"}, "/service/0"),
        ({"service": ["cut", "x\x00y"], "from": "2026-12-01"}, "/service/1"),
        ({"service": "cut", "staff": "nobody", "from": "2026-12-01"}, "/staff/0"),
        ({"service": "cut", "staff": ["lea", "zoe"], "from": "2026-12-01"}, "/staff/1"),
    ],
)
def test_what_is_not_understood_is_named(client, salon, query, pointer):
    answer = ask(client, **query)
    assert answer.status_code == 422
    assert [(one["in"], one["pointer"]) for one in answer.json()["errors"]] == [("query", pointer)]
