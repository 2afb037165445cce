"""A mail that is being sent when its worker is killed is sent again, under the same Message-ID; none is lost."""

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from balinea.notifications.tests.mail_server import mail_server
from tests.installation import eventually


@pytest.fixture
def server():
    with mail_server() as running:
        yield running


def test_a_worker_killed_in_the_middle_repeats_the_mail_and_never_loses_it(installation, server):
    installation.variables["MAIL_URL"] = server.url
    installation.start().wait_ready()
    seed(installation)
    server.on_accept = lambda: worker(installation).kill() if len(server.accepted) == 1 else None
    ask_for_a_link(installation, "bob@example.org")
    eventually(lambda: len(server.accepted) == 2, what="the mail again")
    eventually(lambda: statuses(installation) == [("sent", 1)], what="its note in the database")
    first, second = server.accepted
    assert first["Message-ID"] == second["Message-ID"]
    assert first.get_body(["plain"]).get_content() == second.get_body(["plain"]).get_content()

    ask_for_a_link(installation, "charlie@example.org")
    eventually(lambda: len(server.accepted) == 3, what="the next mail")
    assert server.accepted[2]["To"] == "charlie@example.org"


def seed(installation):
    seeding = subprocess.run(
        [sys.executable, "-m", "tests.browser.seed"],
        env=installation.environment(),
        cwd=Path(__file__).parents[2],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert set(json.loads(seeding.stdout)) == {"bob", "charlie", "olga"}


def worker(installation):
    return next(process for process in installation.processes() if "worker" in process.cmdline())


def ask_for_a_link(installation, email):
    with httpx.Client(base_url=installation.url, trust_env=False, timeout=60) as client:
        client.get("/fr/sign-in/")
        answer = client.post(
            "/fr/sign-in/",
            data={"email": email, "csrfmiddlewaretoken": client.cookies["csrf"]},
            headers={"Origin": installation.url},
        )
        assert answer.headers["Location"] == "/fr/sign-in/sent/"


def statuses(installation):
    with installation.database() as connection:
        return connection.execute("SELECT status, attempts FROM notifications_message").fetchall()
