"""The database goes away in the middle: visitors are told so, and everything recovers by itself."""

import os
import signal

from tests.installation import eventually


def test_a_killed_database_server_comes_back_and_requests_say_so_meanwhile(installation):
    installation.start().wait_ready()
    assert installation.ask().status_code == 200
    installation.process.send_signal(signal.SIGSTOP)  # the supervisor cannot help for now
    os.kill(installation.postmaster(), signal.SIGKILL)

    answer = installation.ask()
    assert (answer.status_code, answer.json()["reason"]) == (503, "the database does not answer")
    assert installation.ask("/health/live").status_code == 200
    for path, kind in {
        "/fr/salons?near=Bastille": "text/html; charset=utf-8",
        "/api/v1/search?near=Bastille": "application/problem+json",
    }.items():
        answer = installation.ask(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (kind, "no-store")
    assert "Réessayer" in installation.ask("/fr/salons?near=Bastille").text

    installation.process.send_signal(signal.SIGCONT)
    eventually(lambda: installation.ask().status_code == 200, what="readiness")
    assert installation.ask("/fr/salons?near=Bastille").status_code == 200
    assert installation.noted() == ["before"]
    assert installation.says("The database is back.")
