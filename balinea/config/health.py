"""How the process is: alive, and ready for visitors or not."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponseBase, JsonResponse

Answer = Callable[[HttpRequest], HttpResponseBase]
_SERVICE_UNAVAILABLE = 503


def health(answer: Answer) -> Answer:
    """Answer `/health/live` and `/health/ready` before anything else looks at the request (a Django middleware).

    Probes ask by address, so host names are not checked; they say nothing about visitors, so nothing is logged.
    """
    schema = SchemaLevel()

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.path == "/health/live":
            return JsonResponse({"status": "live"})
        if request.path == "/health/ready":
            return _ready(schema)
        return answer(request)

    return answered


class SchemaLevel:
    """Whether the database has every migration of this code; found out once, as it never goes back."""

    def __init__(self) -> None:
        self._suits = False

    def suits(self) -> bool:
        """Return whether no migration is missing."""
        if not self._suits:
            executor = MigrationExecutor(connection)
            self._suits = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        return self._suits


def draining() -> bool:
    """Return whether the web process was told to end: then it takes no new visitors."""
    return bool(settings.DRAIN_MARK) and Path(settings.DRAIN_MARK).exists()


def _ready(schema: SchemaLevel) -> HttpResponseBase:
    reason = _what_is_missing(schema)
    status = (
        {"status": "ready", "cache": "database"} if not reason else {"status": "not ready", "reason": reason}
    )
    return JsonResponse(
        status, status=_SERVICE_UNAVAILABLE if reason else 200, headers={"Cache-Control": "no-store"}
    )


def _what_is_missing(schema: SchemaLevel) -> str:
    if draining():
        return "draining"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return "" if schema.suits() else "migrations are missing"
    except Error:
        return "the database does not answer"
    finally:
        connection.close()  # outside Django's request cycle: hand it back to the pool
