"""Laws of the bit sets: each function says the same as looking step by step."""

from hypothesis import given
from hypothesis import strategies as st

from balinea.slots import masks

SIZE = 60
MASKS = st.integers(0, (1 << SIZE) - 1)
STEPS = st.integers(1, 20)
LAST_STEPS = st.sets(st.integers(0, SIZE - 1), max_size=3).map(
    lambda places: sum(1 << place for place in places)
)


def is_set(mask, place):
    return place >= 0 and mask >> place & 1 == 1


def intervals(mask, last):
    """The intervals of the mask as ranges, cut after each last step."""
    found = []
    for place in range(SIZE):
        if is_set(mask, place):
            goes_on = found and found[-1].stop == place and not is_set(last, place - 1)
            begin = found.pop().start if goes_on else place
            found.append(range(begin, place + 1))
    return found


@given(st.integers(-5, SIZE), st.integers(-5, SIZE))
def test_a_span_holds_its_steps_and_an_empty_one_none(low, high):
    low = max(low, 0)
    assert list(masks.bits(masks.span(low, high))) == list(range(low, high))


@given(MASKS)
def test_bits_are_the_places_that_are_set_in_order(mask):
    assert list(masks.bits(mask)) == [place for place in range(SIZE) if is_set(mask, place)]


@given(MASKS, STEPS)
def test_fitting_starts_have_all_their_steps_set(mask, steps):
    expected = [start for start in range(SIZE) if all(is_set(mask, start + step) for step in range(steps))]
    assert list(masks.bits(masks.fitting(mask, steps))) == expected


@given(MASKS, STEPS, LAST_STEPS)
def test_starts_inside_lie_in_one_interval_that_ends_with_its_day(mask, steps, last):
    expected = [
        start for interval in intervals(mask, last) for start in interval if start + steps <= interval.stop
    ]
    assert list(masks.bits(masks.inside(mask, steps, last))) == expected


@given(MASKS, st.integers(-25, 25), st.integers(0, 25))
def test_clashing_starts_meet_a_taken_step(taken, low, length):
    clashing = masks.clashing(taken, low, low + length)
    expected = [
        start
        for start in range(SIZE)
        if any(is_set(taken, start + step) for step in range(low, low + length))
    ]
    assert [start for start in masks.bits(clashing) if start < SIZE] == expected


@given(MASKS, STEPS, LAST_STEPS)
def test_a_comb_counts_from_the_start_of_each_interval(mask, every, last):
    expected = [place for interval in intervals(mask, last) for place in interval[::every]]
    assert list(masks.bits(masks.comb(mask, every, last))) == expected


@given(MASKS.filter(bool), st.data())
def test_a_run_is_the_interval_around_a_set_step(mask, data):
    place = data.draw(st.sampled_from(list(masks.bits(mask))))
    (around,) = [interval for interval in intervals(mask, 0) if place in interval]
    assert masks.run(mask, place) == (around.start, around.stop)
