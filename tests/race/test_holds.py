"""A hundred clients want one slot: exactly one gets it, through HTTP and two server processes."""

from datetime import timedelta
from itertools import cycle, islice

import pytest

from tests.race.arena import CLIENTS

pytestmark = pytest.mark.race


def one_winner(shots, *, alternatives=3):
    """Exactly one answer is 201, all others 409 with three other starts; returns the winner's."""
    assert sorted(shot.status for shot in shots) == [201] + [409] * (CLIENTS - 1)
    lost = [shot.body for shot in shots if shot.status == 409]
    assert {len(body["alternatives"]) for body in lost} == {alternatives}
    return next(shot for shot in shots if shot.status == 201)


def test_one_slot(arena, rounds):
    for start in arena.starts(rounds):
        one_winner(arena.volley([arena.hold(start, "cut")] * CLIENTS))
        assert arena.claims_at(start) == ["ana"]


def test_overlapping_unequal_starts(arena, rounds):
    for start in arena.starts(rounds):
        shifted = [start + timedelta(hours=2, minutes=15 * shift) for shift in range(4)]
        winner = one_winner(arena.volley(arena.hold(at, "cut") for at in islice(cycle(shifted), CLIENTS)))
        assert winner.asked["start"] in [at.isoformat() for at in shifted]


def test_services_with_two_resources_in_mixed_order(arena, rounds):
    wishes = [("care",), ("wax",), ("care", "wax"), ("wax", "care")]
    for start in arena.starts(rounds):
        volley = arena.volley(arena.hold(start, *items) for items in islice(cycle(wishes), CLIENTS))
        winner = one_winner(volley)
        person = {"care": "lea", "wax": "zoe"}[winner.asked["items"][0]["service"]]
        assert [key for key in arena.claims_at(start) if key != "ana"] == ["cabin", person]


def test_an_expired_hold_is_in_nobodys_way(arena, rounds):
    for start in arena.starts(rounds):
        free = start - timedelta(hours=1)
        arena.send(*arena.hold(free, "cut"), 201)
        claimed = "UPDATE scheduling_claim SET expires_at = now() WHERE lower(span) = %s"
        held = "UPDATE booking_hold SET expires_at = now() WHERE starts_at = %s"
        assert (arena.sql(claimed, free), arena.sql(held, free)) == (1, 1)
        one_winner(arena.volley([arena.hold(free, "cut")] * CLIENTS))
        assert arena.claims_at(free) == ["ana"]
