import time

from balinea.config.embedded.pauses import Pauses


def test_pauses_double_up_to_half_a_minute():
    pauses = Pauses(started=time.monotonic())
    seen = []
    for _ in range(7):
        pauses.note_failure()
        seen.append(pauses.seconds)
    assert seen == [1, 2, 4, 8, 16, 30, 30]
    assert not pauses.over


def test_what_ran_well_for_a_minute_begins_with_the_shortest_pause_again():
    pauses = Pauses(failures=5, started=time.monotonic() - 61)
    pauses.note_failure()
    assert pauses.seconds == 1


def test_what_never_failed_waits_for_nothing():
    assert Pauses().seconds == 0
