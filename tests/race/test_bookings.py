"""A booking moves to a slot that others want too; a hold is confirmed by two hands at once."""

from datetime import timedelta

import pytest

from tests.race.arena import ALICE, CLIENTS

pytestmark = pytest.mark.race


def test_reschedule_against_rivals_is_never_both_and_never_neither(arena, rounds):
    for old in arena.starts(rounds):
        booked, new = arena.book(old, "cut"), old + timedelta(hours=2)
        path = f"/bookings/{booked['reference']}/reschedule?token={booked['token']}"
        rivals = [arena.hold(new, "cut")] * (CLIENTS // 10)
        rivals.insert(CLIENTS // 20, (path, {"start": new.isoformat(), "items": []}))
        shots = arena.volley(rivals)
        moved = next(shot for shot in shots if "venue" not in shot.asked)
        held = [shot for shot in shots if shot.status == 201]
        assert {shot.status for shot in shots} == {200 if moved.status == 200 else 201, 409}
        assert len(held) == (0 if moved.status == 200 else 1)
        assert arena.claims_at(new) == ["ana"]
        assert arena.claims_at(old) == ([] if moved.status == 200 else ["ana"])


def test_a_hold_confirmed_by_many_hands_is_one_booking(arena, rounds):
    for start in arena.starts(rounds):
        free = start + timedelta(hours=3, minutes=15)
        held = arena.send(*arena.hold(free, "cut"), 201)
        body = {"hold": held["id"], "client": ALICE, "accept_policy": True}
        shots = arena.volley([("/bookings", body)] * (CLIENTS // 10))
        assert {shot.status for shot in shots} == {201}
        assert len({shot.body["reference"] for shot in shots}) == 1
        assert arena.sql("SELECT count(*) FROM booking_booking WHERE starts_at = %s", free) == [(1,)]
