"""The closed world that every test runs in: its own PostgreSQL 18, its own secrets, no network.

Loaded by pytest before Django's settings are (`-p tests.world`): these read the environment once. The first process of a
session starts the server; its xdist workers find it through the environment.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from balinea.config.embedded import postgres
from tests import chromium

_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "128MB",
    "max_connections": "200",
    "autovacuum": "off",
}
_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ


def _enter() -> postgres.Cluster:
    folder = Path(tempfile.mkdtemp(prefix="balinea-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    cluster = postgres.Cluster(
        folder=folder / "postgres", sockets=folder, password="closed world", settings=_FAST
    )
    (folder / "static").mkdir()
    os.environ |= {
        "STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": cluster.url(),
        "SECRET_KEY": "closed world",
        "MAIL_URL": "inbox:",
        "PUBLIC_URL": "http://testserver",
        "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    }
    return cluster


_CLUSTER = None if _IS_WORKER else _enter()


def pytest_configure():
    # hashed names of static files exist after `collectstatic` only
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    if _CLUSTER is None or session.config.option.collectonly:
        return
    log = _CLUSTER.sockets / "postgres.log"
    postgres.initialise(_CLUSTER)
    session.config.stash[_SERVER] = postgres.start(_CLUSTER, log)
    postgres.wait_ready(_CLUSTER, session.config.stash[_SERVER], log)


def pytest_collection_modifyitems(config, items):
    """Leave browser tests out where there is no browser, and say so at the end."""
    if chromium.executable():
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter, config):
    if not chromium.executable():
        terminalreporter.write_line(f"LEFT OUT: the browser tests, {chromium.MISSING}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    if _CLUSTER is None:
        return
    if (server := config.stash.get(_SERVER, None)) is not None:
        postgres.stop(server)


@pytest.fixture(autouse=True)
def _jobs_end_with_their_test(request, django_db_blocker):
    """Empty the queue after a test that really committed: Django's flush leaves unmanaged tables alone."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_periodic_defers CASCADE")


_SERVER = pytest.StashKey()
