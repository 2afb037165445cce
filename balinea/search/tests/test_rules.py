from hypothesis import given
from hypothesis import strategies as st

from balinea.places.values import Box
from balinea.search import rules
from balinea.search.cells import NOWHERE, cell_of, cells_of

metres = st.floats(0, 20_000)


@given(metres, metres)
def test_nearer_never_scores_less(a, b):
    near, far = sorted([a, b])
    assert rules.closeness(near) >= rules.closeness(far)


def test_the_parts_add_up_to_one():
    assert round(rules.FIT + rules.DISTANCE + rules.AVAILABILITY + rules.RATING, 9) == 1
    best = rules.static(fit=1, distance_m=0, standing=rules.standing(rating=5, reviews=10**9, turn=0))
    assert abs(best + rules.availability_in_window(99) - 1) < 1e-6
    assert round(rules.availability_soon(0) - rules.availability_in_window(6), 9) == 0


def test_an_unrated_venue_stands_at_the_prior_and_a_few_reviews_move_it_little():
    unrated = rules.standing(rating=None, reviews=0, turn=0)
    assert unrated == rules.RATING * 4.2 / 5
    one_perfect, many_perfect = (rules.standing(rating=5.0, reviews=n, turn=0) for n in (1, 100))
    assert unrated < one_perfect < many_perfect
    assert one_perfect - unrated < 0.1 * (many_perfect - unrated) * 2


def test_a_turn_never_outweighs_a_tenth_of_a_star():
    assert rules.TURN < rules.RATING * 0.1 / 5


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_a_point_in_a_box_lies_in_one_of_its_cells(latitude, longitude, up, aside):
    box = Box(south=latitude - 0.03, north=latitude + 0.03, west=longitude - 0.03, east=longitude + 0.03)
    assert cell_of(latitude + up, longitude + aside) in cells_of(box)


def test_there_is_a_cell_for_nowhere_and_no_box_is_endless():
    assert cell_of(None, None) == NOWHERE
    assert cells_of(Box(south=89, north=91, west=-1e18, east=1e18)) == []
