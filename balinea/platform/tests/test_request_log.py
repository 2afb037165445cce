import json
import logging
import re
from uuid import UUID

import psycopg
import structlog
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch
from prometheus_client import REGISTRY

from balinea.platform import logs
from balinea.platform.request_log import request_log


def answer(_request):
    return HttpResponse("fine")


def count(**labels):
    return REGISTRY.get_sample_value("balinea_http_requests_total", labels) or 0.0


def test_every_answer_carries_an_id():
    first, second = (request_log(answer)(RequestFactory().get("/")).headers["X-Request-ID"] for _ in range(2))
    assert re.fullmatch(r"[0-9a-f]{16}", first)
    assert first != second


def test_an_id_given_by_a_balancer_is_kept():
    request = RequestFactory().get("/", headers={"X-Request-ID": "edge-0001.abcd"})
    assert request_log(answer)(request).headers["X-Request-ID"] == "edge-0001.abcd"


def test_an_id_that_could_forge_log_lines_is_replaced():
    request = RequestFactory().get("/", headers={"X-Request-ID": "x" * 65})
    assert request_log(answer)(request).headers["X-Request-ID"] != "x" * 65


def test_the_line_has_no_query_because_that_may_hold_a_token(caplog):
    caplog.set_level(logging.INFO)
    request_log(answer)(RequestFactory().get("/bookings/abc?token=secret"))
    [record] = [record for record in caplog.records if record.name == "balinea.request"]
    assert "/bookings/abc" in str(record.msg)
    assert "secret" not in str(record.msg)


def test_a_request_is_counted_once():
    labels = {"method": "GET", "view": "", "status": "200"}
    before = count(**labels)
    request_log(answer)(RequestFactory().get("/"))
    assert count(**labels) == before + 1


def test_an_invented_method_makes_no_figure_of_its_own():
    before = count(method="other", view="", status="200")
    request_log(answer)(RequestFactory().generic("INVENTED", "/"))
    assert count(method="other", view="", status="200") == before + 1
    assert count(method="INVENTED", view="", status="200") == 0


def formatted(form):
    formatter = logs.configuration(form, "info")["formatters"]["one"]
    known = {name: value for name, value in formatter.items() if name != "()"}
    record = logging.LogRecord("some.library", logging.WARNING, __file__, 1, "took %s", ("long",), None)
    return structlog.stdlib.ProcessorFormatter(**known).format(record)


def test_programs_read_json():
    line = json.loads(formatted("json"))
    assert (line["event"], line["level"], line["logger"]) == ("took long", "warning", "some.library")


def test_people_read_lines():
    assert re.search(r"\[warning\s*\] took long\s+\[some\.library\]", formatted("console"))


HOLD = "6f1c1a52-6a0e-4b1e-9d0a-0c0f3b1f2a11"


def logged_path(caplog, path, found):
    caplog.set_level(logging.INFO)
    request = RequestFactory().get(path)
    request.resolver_match = found and ResolverMatch(answer, (), found, captured_kwargs=found)
    request_log(answer)(request)
    [record] = [record for record in caplog.records if record.name == "balinea.request"]
    return record.msg["path"]


def test_the_path_is_logged_without_what_opens_something(caplog):
    assert logged_path(caplog, "/fr/sign-in/s3cret/", {"token": "s3cret"}) == "/fr/sign-in/<token>/"
    caplog.clear()
    path = logged_path(caplog, f"/fr/reservation/{HOLD}", {"hold_id": UUID(HOLD)})
    assert path == "/fr/reservation/<hold_id>"
    caplog.clear()
    assert logged_path(caplog, "/fr/salons/lilas", {"slug": "lilas"}) == "/fr/salons/lilas"


def test_a_token_is_not_logged_where_its_address_was_not_understood(caplog):
    token = "kq3Yw0uP7r2VxT9mB4sLz8NcJ5hGdE1fAoI6iXyQ_-w"
    assert logged_path(caplog, f"/fr/sign-in/{token}", None) == "/fr/sign-in/..."


def record_of(cause):
    error = RuntimeError("Database error.")
    error.__cause__ = cause
    return logging.LogRecord(
        "library", logging.ERROR, __file__, 1, "listener failed:\n  %s", ("x",), (RuntimeError, error, None)
    )


def test_a_database_that_is_away_takes_one_line():
    record = record_of(psycopg.OperationalError("connection refused\n\tIs the server running?"))
    assert logs.OutagesInOneLine().filter(record)
    assert (record.getMessage(), record.exc_info) == ("listener failed: connection refused", None)


def test_a_deadlock_keeps_its_traceback():
    record = record_of(psycopg.errors.DeadlockDetected("deadlock detected"))
    assert logs.OutagesInOneLine().filter(record)
    assert record.exc_info is not None


def test_a_fault_of_ours_keeps_its_traceback():
    info = (ValueError, ValueError("ours"), None)
    record = logging.LogRecord("ours", logging.ERROR, __file__, 1, "unforeseen", (), info)
    assert logs.OutagesInOneLine().filter(record)
    assert record.exc_info == info
