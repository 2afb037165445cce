from datetime import timedelta

import pytest

from balinea.booking.hold import hold
from balinea.booking.limits import TooManyHoldsError
from balinea.booking.models import Hold
from balinea.booking.tests.path import ALICES, held, rows, wednesday, wish
from balinea.booking.values import Visitor
from tests.salon import NOW, open_salon, small
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db


def refused(asked, by):
    before = rows()
    with pytest.raises(TooManyHoldsError) as refusal:
        hold(wish=asked, visitor=by, now=NOW)
    assert rows() == before
    return refusal.value


def live():
    return Hold.objects.filter(ended_at=None).count()


def test_the_same_wish_again_is_the_same_hold_and_no_longer():
    open_salon()
    first = held(wednesday(10))
    assert held(wednesday(10)) == first
    assert len(claims()) == 1


def test_another_wish_at_the_venue_replaces_the_hold():
    open_salon()
    held(wednesday(10), staff="lea")
    second = held(wednesday(10, 30), staff="lea")  # it overlaps the first, which is given back before
    assert claims() == [("lea", wednesday(10, 30), wednesday(11, 30))]
    assert live() == 1
    assert Hold.objects.get(ended_at=None).pk == second.id
    assert drift() == []


def test_a_refused_wish_leaves_the_hold_that_it_would_replace():
    open_salon()
    held(wednesday(10))
    before = rows()
    with pytest.raises(Exception, match="2026"):
        held(wednesday(20))
    assert rows() == before


def test_three_venues_are_held_at_most():
    for number in range(4):
        open_salon(small(slug=f"essai-{number}"))
    asked = [wish(wednesday(10)) for _ in range(4)]
    for number in range(3):
        hold(wish=replaced(asked[number], number), visitor=ALICES, now=NOW)
    refusal = refused(replaced(asked[3], 3), ALICES)
    assert 0 < refusal.retry_after <= 601
    assert live() == 3


def replaced(asked, number):
    return type(asked)(venue=f"essai-{number}", items=asked.items, start=asked.start)


def test_an_address_holds_twenty_times_an_hour():
    open_salon()
    neighbours = [Visitor(visitor=f"visitor-{number}", address="one address") for number in range(21)]
    for number, neighbour in enumerate(neighbours[:20]):
        held(wednesday(9 + number % 8, weeks=number // 16), by=neighbour)
    refusal = refused(wish(wednesday(17, weeks=1)), neighbours[20])
    assert 3500 < refusal.retry_after <= 3601
    Hold.objects.update(created_at=NOW - timedelta(days=300))
    held(wednesday(17, weeks=1), by=neighbours[20])


def test_limits_can_be_lifted_for_load_tests(settings):
    settings.RATE_LIMITS = False
    open_salon()
    for hour in range(9, 13):
        held(wednesday(hour))
    assert (live(), len(claims())) == (4, 4)
