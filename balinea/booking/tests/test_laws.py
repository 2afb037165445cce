"""Whatever happens in whatever order, the index stays true to the claims, and the claims to the bookings."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from balinea.booking.alternatives import SlotTakenError
from balinea.booking.cancel import cancel
from balinea.booking.confirm import HoldExpiredError, confirm
from balinea.booking.expire import expire
from balinea.booking.find import BySalon
from balinea.booking.give_up import UnknownHoldError, give_up
from balinea.booking.hold import hold
from balinea.booking.models import Booking, Hold
from balinea.booking.reschedule import Change, reschedule
from balinea.booking.seating import NotOfferedError
from balinea.booking.tests.path import ALICE, visit, wednesday
from balinea.booking.values import Visitor
from balinea.scheduling import absence, reindex
from balinea.scheduling.block import block, unblock
from balinea.scheduling.claim import SlotTakenError as ClaimedError
from balinea.scheduling.claim import Wanted
from balinea.scheduling.lock import lock
from balinea.scheduling.sweep import sweep_all
from tests.salon import open_salon, small
from tests.truth import claims_by_visit, drift

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
EXAMPLES = 300 if os.environ.get("BALINEA_LAWS") == "long" else 12

SERVICES = st.lists(
    st.sampled_from([("cut", None), ("cut", "lea"), ("cut", "zoe"), ("colour", None), ("care", None)]),
    min_size=1,
    max_size=2,
)
# four hours in which all happens: at night from half past ten to half past two
STARTS = st.builds(lambda quarter: timedelta(minutes=15 * quarter), st.integers(10, 26))
ALWAYS = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
# a working day, and the nights of both changes of clocks; elapsed time counts from here
DAYS = {
    "day": wednesday(9).astimezone(UTC),
    "autumn night": datetime(2026, 10, 24, 18, tzinfo=UTC),
    "spring night": datetime(2026, 3, 28, 19, tzinfo=UTC),
}
PICK = st.integers(0, 1000)


class Histories(RuleBasedStateMachine):
    """Each history happens in a transaction that is rolled back at its end."""

    @initialize(
        flush=st.booleans(), policy=st.sampled_from(["all", "no_gaps"]), day=st.sampled_from(list(DAYS))
    )
    def begin(self, flush, policy, day):
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.first = DAYS[day]
        self.now = self.first - timedelta(days=5)
        document = small(flush_to_previous=flush, slot_policy=policy, max_wait=15)
        if day != "day":
            document["venue"]["opening"] = ALWAYS
            document["staff"] = [person | {"weeks": [ALWAYS]} for person in document["staff"]]
        self.salon = open_salon(document, now=self.now)
        self.blocks, self.absences, self.visitors = [], [], 0

    def teardown(self):
        if hasattr(self, "outer"):
            transaction.set_rollback(True)
            self.outer.__exit__(None, None, None)

    def locked(self):
        return lock(venue_id=self.salon.venue.pk, timezone=self.salon.timezone)

    def bobs(self):
        return BySalon(venue_id=self.salon.venue.pk)

    @rule(items=SERVICES, start=STARTS, any_order=st.booleans())
    def hold(self, items, start, any_order):
        self.visitors += 1
        by = Visitor(visitor=str(self.visitors), address=str(self.visitors))
        with suppress(SlotTakenError, NotOfferedError):
            hold(wish=visit(self.first + start, *items, any_order=any_order), visitor=by, now=self.now)

    @rule(pick=PICK)
    def confirm(self, pick):
        if one := picked(Hold.objects.order_by("created_at"), pick):
            try:
                confirm(hold_id=one.pk, client=ALICE, now=self.now)
            except HoldExpiredError:
                assert one.ended_at or claims_by_visit().get(one.pk) is None or ran_out(one)

    @rule(pick=PICK)
    def run_out(self, pick):
        if one := picked(Hold.objects.filter(ended_at=None).order_by("created_at"), pick):
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE scheduling_claim SET expires_at = now() - interval '1 second' WHERE visit = %s",
                    [one.pk],
                )
            Hold.objects.filter(pk=one.pk).update(expires_at=LONG_AGO)

    @rule(pick=PICK)
    def release_at_its_end(self, pick):
        if one := picked(Hold.objects.order_by("created_at"), pick):
            expire(hold_id=one.pk)

    @rule()
    def sweep(self):
        sweep_all()

    @rule(pick=PICK)
    def give_up(self, pick):
        if one := picked(Hold.objects.order_by("created_at"), pick):
            try:
                give_up(hold_id=one.pk, now=self.now)
            except UnknownHoldError:
                assert one.booking

    @rule(pick=PICK)
    def cancel(self, pick):
        if one := picked(Booking.objects.order_by("pk"), pick):
            cancel(reference=one.reference, authority=self.bobs(), now=self.now)

    @rule(pick=PICK, start=STARTS)
    def move(self, pick, start):
        if one := picked(Booking.objects.exclude(status="cancelled").order_by("pk"), pick):
            before = claims_by_visit()[one.visit]
            try:
                reschedule(
                    reference=one.reference,
                    authority=self.bobs(),
                    change=Change(start=self.first + start),
                    now=self.now,
                )
            except (SlotTakenError, NotOfferedError):
                assert claims_by_visit()[one.visit] == before

    @rule(start=STARTS, quarters=st.integers(1, 12), key=st.sampled_from(["lea", "zoe", "chair#1"]))
    def block(self, start, quarters, key):
        begin = self.first + start
        span = Wanted(
            resource_id=self.salon.resources[key], start=begin, end=begin + timedelta(minutes=15 * quarters)
        )
        with suppress(ClaimedError), transaction.atomic():
            self.blocks.append(block(locked=self.locked(), span=span))

    @rule(pick=PICK)
    def unblock(self, pick):
        if self.blocks:
            unblock(locked=self.locked(), block_id=self.blocks.pop(pick % len(self.blocks)))

    @rule(start=STARTS, quarters=st.integers(1, 100), key=st.sampled_from(["lea", "zoe"]))
    def away(self, start, quarters, key):
        self.absences.append(
            absence.add(
                locked=self.locked(),
                resource_id=self.salon.resources[key],
                starts_at=self.first + start,
                ends_at=self.first + start + timedelta(minutes=15 * quarters),
            )
        )

    @rule(pick=PICK)
    def back(self, pick):
        if self.absences:
            absence.remove(locked=self.locked(), absence_id=self.absences.pop(pick % len(self.absences)))

    @rule(days=st.integers(0, 3))
    def nights_pass(self, days):
        reindex.extend(now=self.now + timedelta(days=days))

    @invariant()
    def the_index_is_true(self):
        if hasattr(self, "outer"):
            assert drift() == []

    @invariant()
    def a_booking_has_claims_until_it_is_cancelled(self):
        if hasattr(self, "outer"):
            taken = claims_by_visit()
            for booking in Booking.objects.all():
                assert (booking.visit in taken) == (booking.status != "cancelled")


def picked(rows, pick):
    found = list(rows)
    return found[pick % len(found)] if found else None


def ran_out(one):
    return one.expires_at == LONG_AGO


@pytest.mark.laws
@pytest.mark.django_db
def test_histories():
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
