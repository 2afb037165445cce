"""Keep a slot for a visitor while they type: ten minutes, then it is free again."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from balinea.booking import limits, menus, offering, policy, read, rules, seating, snapshot
from balinea.booking.alternatives import slot_taken
from balinea.booking.menus import Known
from balinea.booking.models import Hold
from balinea.booking.tasks import release_expired_hold
from balinea.booking.values import Held, Visitor, Wish
from balinea.platform import jobs
from balinea.scheduling.claim import Holder, claim
from balinea.scheduling.lock import Locked, lock
from balinea.scheduling.release import release
from balinea.scheduling.sweep import sweep
from balinea.slots.values import Placement, Query


def hold(*, wish: Wish, visitor: Visitor, now: datetime) -> Held:
    """Hold the wish's start and decide who takes it; the same wish again returns the same hold, not a longer one.

    Another wish of the visitor at this venue replaces their hold there. Raises UnknownVenueError, UnknownItemError,
    NotOfferedError, SlotTakenError (with alternatives), TooManyHoldsError and VenueBusyError; nothing changes then.
    `now` decides lead time and horizon; what has expired is decided by the database's clock.
    """
    known = menus.of(slug=wish.venue)
    query = Query(
        items=wish.items,
        first=offering.local_date(known, wish.start),
        now=now,
        any_order=wish.any_order,
    )
    offering.check_items(known, query)
    if offering.bookable_dates(known, query) is None:
        raise seating.NotOfferedError(wish.start.isoformat())
    # in UTC, since a time that comes twice equals no time of another zone
    wish = replace(wish, start=wish.start.astimezone(UTC))
    try:
        with transaction.atomic():
            return _hold(known, query, wish, visitor)
    except seating.TakenError as taken:
        # looked for after the venue's lock is given back: others need not wait for it
        raise slot_taken(known=known, query=query, start=wish.start, board=taken.board) from None


def _hold(known: Known, query: Query, wish: Wish, visitor: Visitor) -> Held:
    old = None
    if settings.RATE_LIMITS:
        limits.take_turns(visitor)
        old, elsewhere, looked_at = limits.standing(visitor, venue_id=known.venue_id)
        if old is not None and _same(old, wish):
            return read.held(old, known.place)
        limits.check(visitor, elsewhere=elsewhere, at=looked_at)
    locked = lock(venue_id=known.venue_id, timezone=known.timezone)
    at = sweep(locked=locked).at
    if old is not None:
        _give_back(old, locked, at)
    board = offering.board(known, query)
    placement = seating.seat(known=known, board=board, query=query, start=wish.start)
    return _keep(known, locked, placement, _Asked(wish=wish, visitor=visitor, at=at))


def _give_back(old: Hold, locked: Locked, at: datetime) -> None:
    """End the visitor's other hold, unless it became a booking while we waited for the lock: its claims stay then."""
    if Hold.objects.filter(pk=old.pk, ended_at=None).update(ended_at=at):
        release(locked=locked, visit=old.pk)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    wish: Wish
    visitor: Visitor
    at: datetime


def _keep(known: Known, locked: Locked, placement: Placement, asked: _Asked) -> Held:
    wanted = seating.wanted(known=known, placement=placement)
    seats = seating.seats(known=known, placement=placement)
    row = Hold.objects.create(
        id=uuid4(),
        venue_id=known.venue_id,
        visitor=asked.visitor.visitor,
        address=asked.visitor.address,
        asked=snapshot.asked(asked.wish.items, any_order=asked.wish.any_order),
        items=snapshot.stored(seats),
        claims=len(wanted),
        starts_at=seats[0].start,
        ends_at=seats[-1].end,
        total_minor=sum(seat.price_minor for seat in seats),
        policy=policy.stored(policy.of(known=known, start=seats[0].start)),
        created_at=asked.at,
        expires_at=asked.at + timedelta(minutes=rules.HOLD_MINUTES),
    )
    claim(locked=locked, wanted=wanted, holder=Holder(visit=row.pk, expires_at=row.expires_at))
    jobs.defer(release_expired_hold, at=row.expires_at, hold=str(row.pk))
    return read.held(row, known.place)


def _same(row: Hold, wish: Wish) -> bool:
    return row.starts_at == wish.start and row.asked == snapshot.asked(wish.items, any_order=wish.any_order)
