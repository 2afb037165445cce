import time

import pytest

from balinea.config.embedded.child import Child, run_once
from balinea.config.embedded.failure import EmbeddedFailure
from tests.installation import eventually


def started(*arguments, **options):
    child = Child(name=arguments[0], arguments=arguments, variables={}, **options)
    child.start()
    eventually(lambda: child.process.poll() is not None, what="the end")
    return child


def test_a_task_that_is_done_is_not_started_again_whatever_failed_before():
    child = Child(name="once", arguments=("--version",), variables={}, once=True)
    child.pauses.note_failure()
    child.pauses.failed -= 60
    assert child.is_due()
    child.start()
    eventually(lambda: child.process.poll() is not None, what="the end")
    assert not child.has_failed()
    assert not child.is_due()


def test_a_task_that_fails_is_started_again_after_a_pause():
    child = started("no-such-command", once=True)
    assert child.has_failed()
    assert not child.is_due()
    child.pauses.failed -= 60
    assert child.is_due()


def test_a_process_that_should_stay_has_failed_even_when_it_ends_without_error():
    assert started("--version").has_failed()


def test_a_process_that_ended_needs_no_insisting():
    started("--version").end(time.monotonic())


def test_a_step_returns_what_it_printed():
    [version] = run_once(("--version",), {})
    assert version.count(".") == 2


def test_a_step_that_fails_is_named():
    with pytest.raises(EmbeddedFailure, match="the step no-such-command failed"):
        run_once(("no-such-command",), {})
