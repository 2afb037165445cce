import pytest

from balinea.scheduling.block import uncovered


@pytest.mark.parametrize(
    ("covered", "free"),
    [
        ([], [(10, 20)]),
        ([(0, 5), (30, 40)], [(10, 20)]),
        ([(0, 10), (20, 30)], [(10, 20)]),
        ([(12, 14)], [(10, 12), (14, 20)]),
        ([(5, 12), (18, 25)], [(12, 18)]),
        ([(15, 22), (30, 40)], [(10, 15)]),
        ([(0, 30), (35, 40)], []),
    ],
)
def test_what_other_blocks_leave_of_a_span(covered, free):
    assert uncovered((10, 20), covered) == free
