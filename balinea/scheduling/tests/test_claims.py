"""Claims and what follows from them: nobody is taken twice, and the index is true after every change."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from balinea.scheduling.absence import NotOnTheTeamError
from balinea.scheduling.absence import add as away
from balinea.scheduling.absence import remove as back
from balinea.scheduling.block import block, unblock
from balinea.scheduling.claim import Holder, SlotTakenError, Wanted, claim
from balinea.scheduling.hours import Rota, set_exception, set_rota
from balinea.scheduling.keep import ClaimsGoneError, keep
from balinea.scheduling.lock import lock
from balinea.scheduling.models import Claim, ResourceDay, VenueDay
from balinea.scheduling.move import move
from balinea.scheduling.release import release
from balinea.scheduling.sweep import sweep_all
from tests.salon import open_salon
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db


def at(hour, minute=0, *, day=25):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def salon():
    return open_salon()


@pytest.fixture
def locked(salon):
    return lock(venue_id=salon.venue.pk, timezone=salon.timezone)


def wanted(salon, key, start, end):
    return Wanted(resource_id=salon.resources[key], start=start, end=end)


def take(locked, *want, **holder):
    visit = uuid4()
    claim(locked=locked, wanted=want, holder=Holder(visit=visit, **holder))
    return visit


def expired(locked, *want):
    visit = take(locked, *want, expires_at=at(0))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE scheduling_claim SET expires_at = now() - interval '1 minute' WHERE visit = %s", [visit]
        )
    return visit


def test_all_is_claimed_or_nothing(salon, locked):
    take(locked, wanted(salon, "chair#1", at(9), at(10)))
    with pytest.raises(SlotTakenError):
        take(
            locked,
            wanted(salon, "lea", at(9, 30), at(10, 30)),
            wanted(salon, "chair#1", at(9, 30), at(10, 30)),
        )
    assert claims() == [("chair#1", at(9), at(10))]
    assert drift() == []


def test_neighbours_touch(salon, locked):
    take(locked, wanted(salon, "lea", at(9), at(10)))
    take(locked, wanted(salon, "lea", at(10), at(11)))
    assert len(claims()) == 2
    assert drift() == []


def test_the_database_refuses_what_passes_by_the_lock(salon, locked):
    take(locked, wanted(salon, "lea", at(9), at(10)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(resource_id=salon.resources["lea"], span=(at(9, 55), at(10, 5)), visit=uuid4())
    assert len(claims()) == 1


def test_an_expired_hold_gives_way_and_a_live_one_does_not(salon, locked):
    expired(locked, wanted(salon, "lea", at(9), at(10)), wanted(salon, "chair#1", at(9), at(10)))
    take(locked, wanted(salon, "lea", at(9, 30), at(10, 30)), expires_at=datetime(2999, 1, 1, tzinfo=UTC))
    with pytest.raises(SlotTakenError):
        take(locked, wanted(salon, "lea", at(10), at(11)))
    assert claims() == [("chair#1", at(9), at(10)), ("lea", at(9, 30), at(10, 30))]
    assert drift() == []


def test_the_sweep_frees_what_has_expired_and_nothing_else(salon, locked):
    expired(locked, wanted(salon, "lea", at(9), at(10)))
    take(locked, wanted(salon, "lea", at(10), at(11)), expires_at=datetime(2999, 1, 1, tzinfo=UTC))
    take(locked, wanted(salon, "lea", at(11), at(12)))
    assert sweep_all() == [salon.venue.pk]
    assert sweep_all() == []
    assert claims() == [("lea", at(10), at(11)), ("lea", at(11), at(12))]
    assert drift() == []


def test_what_is_kept_no_longer_expires(salon, locked):
    visit = take(locked, wanted(salon, "lea", at(9), at(10)), expires_at=datetime(2999, 1, 1, tzinfo=UTC))
    keep(locked=locked, visit=visit, claims=1)
    assert Claim.objects.get().expires_at is None
    gone = expired(locked, wanted(salon, "zoe", at(9), at(10)))
    with pytest.raises(ClaimsGoneError):
        keep(locked=locked, visit=gone, claims=1)


def test_a_move_that_is_refused_changes_nothing(salon, locked):
    visit = take(locked, wanted(salon, "lea", at(9), at(10)), wanted(salon, "chair#1", at(9), at(10)))
    take(locked, wanted(salon, "lea", at(12), at(13)))
    before = claims()
    with pytest.raises(SlotTakenError):
        move(
            locked=locked,
            wanted=[
                wanted(salon, "chair#1", at(11, 30), at(12, 30)),
                wanted(salon, "lea", at(11, 30), at(12, 30)),
            ],
            holder=Holder(visit=visit),
        )
    assert claims() == before
    move(locked=locked, wanted=[wanted(salon, "lea", at(9, 30), at(10, 30))], holder=Holder(visit=visit))
    assert claims() == [("lea", at(9, 30), at(10, 30)), ("lea", at(12), at(13))]
    assert drift() == []


def test_a_claim_that_passes_midnight_is_in_both_days(salon, locked):
    visit = take(locked, wanted(salon, "lea", at(22, 30), at(23, 30)))  # 23:30 to 00:30 in Paris
    assert drift() == []
    rows = ResourceDay.objects.filter(
        resource_id=salon.resources["lea"], day__in=["2026-11-25", "2026-11-26"]
    )
    assert [int.from_bytes(row.taken, "little").bit_count() for row in rows.order_by("day")] == [6, 6]
    release(locked=locked, visit=visit)
    assert drift() == []


def test_a_claim_until_midnight_ends_in_the_next_day(salon, locked):
    take(locked, wanted(salon, "lea", at(22), at(23)))
    row = ResourceDay.objects.get(resource_id=salon.resources["lea"], day="2026-11-26")
    assert (row.taken, row.ends) == (b"", b"\x01")
    assert drift() == []


def test_blocks_overlap_and_their_claims_do_not(salon, locked):
    outer = block(locked=locked, span=wanted(salon, "lea", at(9), at(12)))
    inner = block(locked=locked, span=wanted(salon, "lea", at(10), at(11)))
    later = block(locked=locked, span=wanted(salon, "lea", at(11, 30), at(13)))
    assert claims() == [("lea", at(9), at(12)), ("lea", at(12), at(13))]
    row = ResourceDay.objects.get(resource_id=salon.resources["lea"], day="2026-11-25")
    assert int.from_bytes(row.ends, "little").bit_count() == 3  # the inner end too
    assert drift() == []
    unblock(locked=locked, block_id=outer)
    assert claims() == [("lea", at(10), at(11)), ("lea", at(11, 30), at(12)), ("lea", at(12), at(13))]
    assert drift() == []
    unblock(locked=locked, block_id=inner)
    unblock(locked=locked, block_id=later)
    assert claims() == []
    assert drift() == []


def test_a_block_takes_nobodys_time(salon, locked):
    take(locked, wanted(salon, "lea", at(9), at(10)))
    with pytest.raises(SlotTakenError), transaction.atomic():
        block(locked=locked, span=wanted(salon, "lea", at(9, 30), at(11)))
    assert claims() == [("lea", at(9), at(10))]
    assert drift() == []


def test_hours_exceptions_and_absences_reach_the_index(salon, locked):
    lea = salon.resources["lea"]
    set_rota(locked=locked, resource_id=lea, rota=Rota(weeks=[{"wed": ["10:00-12:00"]}]))
    assert drift() == []
    set_exception(locked=locked, resource_id=lea, day=at(0).date(), hours=["09:00-10:00"])
    assert drift() == []
    absence = away(locked=locked, resource_id=lea, starts_at=at(8), ends_at=at(8, 30))
    row = ResourceDay.objects.get(resource_id=lea, day="2026-11-25")
    free = int.from_bytes(row.planned, "little") & ~int.from_bytes(row.absent, "little")
    assert free.bit_count() == 6
    assert drift() == []
    back(locked=locked, absence_id=absence)
    set_exception(locked=locked, resource_id=lea, day=at(0).date(), hours=None)
    assert drift() == []
    with pytest.raises(NotOnTheTeamError):
        set_rota(locked=locked, resource_id=salon.resources["chair#1"], rota=Rota(weeks=[{}]))


def test_a_day_in_short_tells_the_hours_in_which_somebody_is_free(salon, locked):
    def hours_of(column):
        bits = getattr(VenueDay.objects.get(venue=salon.venue, day="2026-11-25"), column)
        return [hour for hour in range(24) if bits >> hour & 1]

    whole_day = list(range(9, 18))
    assert hours_of("free_hours") == hours_of("free_unit_hours") == whole_day
    take(locked, wanted(salon, "lea", at(8), at(12)), wanted(salon, "zoe", at(8), at(11, 30)))
    assert hours_of("free_hours") == [12, *range(13, 18)]  # Zoé is free from half past twelve
    assert hours_of("free_unit_hours") == whole_day
    for chair in ("chair#1", "chair#2"):
        take(locked, wanted(salon, chair, at(8), at(9)))
    assert hours_of("free_unit_hours") == list(range(10, 18))
    assert at(9) - at(8) == timedelta(hours=1)
