from datetime import timedelta
from uuid import uuid4

import pytest

from balinea.api.tests.conftest import CLIENT
from tests.rows import Booking, Hold, IdempotencyKey


@pytest.fixture(autouse=True)
def unlimited(settings):
    settings.RATE_LIMITS = False


@pytest.fixture
def held(post, salon, at):
    body = {"venue": "essai", "items": [{"service": "cut", "staff": "lea"}], "start": at("10:00")}
    return post("/holds", body).json()


def order(held, **more):
    return {"hold": held["id"], "client": CLIENT, "accept_policy": True, **more}


def test_a_booking_says_everything_once(post, client, held, at):
    answer = post("/bookings", order(held, note="Une question"))
    assert answer.status_code == 201
    booking = answer.json()
    assert (booking["status"], booking["start"], booking["end"]) == ("booked", at("10:00"), at("11:00"))
    assert (booking["items"], booking["total"], booking["currency"]) == (held["items"], "40.00", "EUR")
    assert booking["token"] in booking["manage_url"]
    assert Booking.objects.get().note == "Une question"
    seen = client.get(f"/api/v1/bookings/{booking['reference']}", {"token": booking["token"]})
    assert (seen.status_code, seen.json()) == (200, booking)


def test_a_salon_that_approves_first_makes_it_pending(post, salon, at):
    salon.venue.approves_first = True
    salon.venue.save()
    body = {"venue": "essai", "items": [{"service": "cut"}], "start": at("10:00")}
    held = post("/holds", body).json()
    assert held["policy"]["approves_first"] is True
    assert post("/bookings", order(held)).json()["status"] == "pending"


def test_a_hold_that_has_ended_books_nothing(post, client, held):
    client.delete(f"/api/v1/holds/{held['id']}")
    for hold in (held["id"], str(uuid4())):
        answer = post("/bookings", order({"id": hold}))
        assert (answer.status_code, answer.json()["type"]) == (410, "/api/v1/docs#hold-expired")
    assert Booking.objects.count() == 0


def test_an_expired_hold_books_nothing(post, held):
    Hold.objects.update(expires_at=Hold.objects.get().created_at - timedelta(seconds=1))
    assert post("/bookings", order(held)).status_code == 410
    assert Booking.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"hold": "nothing"}, "/hold"),
        ({"accept_policy": False}, "/accept_policy"),
        ({"client": CLIENT | {"email": "nobody"}}, "/client/email"),
        ({"client": CLIENT | {"first_name": " "}}, "/client/first_name"),
        ({"client": CLIENT | {"last_name": "x" * 81}}, "/client/last_name"),
        ({"client": CLIENT | {"phone": "call me"}}, "/client/phone"),
        ({"client": CLIENT | {"is_operator": True}}, "/client/is_operator"),
        ({"note": "a\x00b"}, "/note"),
        ({"note": "x" * 501}, "/note"),
    ],
)
def test_what_a_client_left_out_or_mistyped_is_named(post, held, change, pointer):
    answer = post("/bookings", order(held) | change)
    assert answer.status_code == 422
    assert [(one["in"], one["pointer"]) for one in answer.json()["errors"]] == [("body", pointer)]
    assert Booking.objects.count() == 0


@pytest.mark.parametrize("left_out", ["hold", "client", "accept_policy"])
def test_what_is_missing_is_named(post, held, left_out):
    body = order(held)
    del body[left_out]
    answer = post("/bookings", body)
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"/{left_out}"]


@pytest.mark.parametrize("token", ["", "wrong", "é", "0" * 40, "\x00"])
def test_without_its_token_a_booking_does_not_exist(client, post, booked, token):
    reference = booked("10:00")["reference"]
    for answer in (
        client.get(f"/api/v1/bookings/{reference}", {"token": token}),
        client.get(f"/api/v1/bookings/{reference}"),
        client.get("/api/v1/bookings/NOTHING", {"token": token}),
        post(f"/bookings/{reference}/cancel?token={token}"),
        post(f"/bookings/{reference}/reschedule", {"start": "2026-12-01T10:00:00Z"}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (404, "/api/v1/docs#not-found")
    assert Booking.objects.get().status == "booked"


def test_cancelling_frees_the_start_and_says_what_becomes_of_the_money(client, post, booked, day, at):
    booking = booked("10:00")
    for _ in range(2):
        answer = post(f"/bookings/{booking['reference']}/cancel?token={booking['token']}")
        assert answer.status_code == 200
        done = answer.json()
        assert (done["status"], done["refund"], done["kept"]) == ("cancelled", "0.00", "0.00")
    slots = client.get("/api/v1/venues/essai/slots", {"service": "cut", "staff": "lea", "from": day}).json()
    assert at("10:00") in [slot["start"] for slot in slots["slots"]]


def test_after_the_deadline_cancelling_is_refused(post, booked):
    booking = booked("10:00")
    Booking.objects.update(cancel_until=Booking.objects.get().created_at - timedelta(seconds=1))
    for verb, body in (("cancel", None), ("reschedule", {"start": booking["start"]})):
        answer = post(f"/bookings/{booking['reference']}/{verb}?token={booking['token']}", body)
        assert (answer.status_code, answer.json()["type"]) == (409, "/api/v1/docs#too-late")
    assert Booking.objects.get().status == "booked"


def test_moving_keeps_the_reference_and_frees_the_old_start(client, post, booked, day, at):
    booking = booked("10:00")
    path = f"/bookings/{booking['reference']}/reschedule?token={booking['token']}"
    moved = post(path, {"start": at("10:30"), "items": [{"service": "cut", "staff": "lea"}]})
    assert moved.status_code == 200
    assert (moved.json()["reference"], moved.json()["start"]) == (booking["reference"], at("10:30"))
    slots = client.get("/api/v1/venues/essai/slots", {"service": "cut", "staff": "lea", "from": day}).json()
    assert at("09:30") in [slot["start"] for slot in slots["slots"]]


def test_a_refused_move_leaves_the_old_start_booked(client, post, booked, at):
    booking = booked("10:00")
    booked("14:00")
    path = f"/bookings/{booking['reference']}/reschedule?token={booking['token']}"
    answer = post(path, {"start": at("14:00"), "items": [{"service": "cut", "staff": "lea"}]})
    assert (answer.status_code, answer.json()["type"]) == (409, "/api/v1/docs#slot-taken")
    assert len(answer.json()["alternatives"]) == 3
    assert post(path, {"start": at("20:00")}).json()["type"] == "/api/v1/docs#not-offered"
    other = post(path, {"start": at("15:00"), "items": [{"service": "care"}]})
    assert [one["pointer"] for one in other.json()["errors"]] == ["/items"]
    seen = client.get(f"/api/v1/bookings/{booking['reference']}", {"token": booking["token"]})
    assert seen.json() == booking


def test_the_same_key_and_body_get_the_same_answer_and_happen_once(post, salon, at):
    body = {"venue": "essai", "items": [{"service": "cut", "staff": "lea"}], "start": at("10:00")}
    held = post("/holds", body, key="first")
    again = post("/holds", body, key="first")
    assert (again.status_code, again.content) == (201, held.content)
    assert Hold.objects.count() == 1
    booking = post("/bookings", order(held.json()), key="second")
    assert post("/bookings", order(held.json()), key="second").content == booking.content
    assert Booking.objects.count() == 1
    assert IdempotencyKey.objects.count() == 2


def test_a_key_with_another_body_is_refused(post, salon, at):
    body = {"venue": "essai", "items": [{"service": "cut", "staff": "lea"}], "start": at("10:00")}
    assert post("/holds", body, key="k").status_code == 201
    answer = post("/holds", body | {"start": at("15:00")}, key="k")
    assert (answer.status_code, answer.json()["type"]) == (422, "/api/v1/docs#key-reused")
    assert Hold.objects.count() == 1


def test_a_refusal_is_not_kept_under_its_key(post, booked, at):
    booking = booked("10:00")
    body = {"venue": "essai", "items": [{"service": "cut", "staff": "lea"}], "start": at("10:00")}
    assert post("/holds", body, key="k").status_code == 409
    post(f"/bookings/{booking['reference']}/cancel?token={booking['token']}")
    assert post("/holds", body, key="k").status_code == 201


@pytest.mark.parametrize("key", ["é", " " * 3 + "\t", "x" * 201])
def test_a_key_that_is_none_is_refused(post, salon, at, key):
    answer = post("/holds", {"venue": "essai", "items": [{"service": "cut"}], "start": at("10:00")}, key=key)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["in"] == "header"
