from balinea.platform.rate_limits import Buckets, Rate

RATE = Rate(burst=3, per_second=0.5)


def test_a_burst_passes_and_the_next_request_is_told_how_long_to_wait():
    buckets = Buckets(RATE)
    assert [buckets.wait("a", at=10.0) for _ in range(4)] == [0.0, 0.0, 0.0, 2.0]


def test_waiting_as_told_is_enough_and_a_refusal_costs_nothing():
    buckets = Buckets(RATE)
    for _ in range(8):
        buckets.wait("a", at=10.0)
    assert buckets.wait("a", at=12.0) == 0.0
    assert buckets.wait("a", at=12.0) == 2.0


def test_keys_do_not_share_and_rest_never_saves_more_than_a_burst():
    buckets = Buckets(RATE)
    assert [buckets.wait(key, at=0.0) for key in "aaabbb"] == [0.0] * 6
    assert [buckets.wait("a", at=1000.0) for _ in range(4)] == [0.0, 0.0, 0.0, 2.0]


def test_memory_is_bounded_and_forgets_the_longest_unseen():
    buckets = Buckets(Rate(burst=1, per_second=1.0), keys=2)
    assert [buckets.wait(key, at=0.0) for key in "abc"] == [0.0] * 3
    assert buckets.wait("c", at=0.0) == 1.0
    assert buckets.wait("a", at=0.0) == 0.0
