"""Every call, asked with what its schema allows and with what it does not: no 5xx, and no answer that is not documented."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.django_db

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
]
ENOUGH = 2_000  # requests
# what fuzzing cannot guess: names that exist
CONFIGURATION = """
[parameters]
slug = "{slug}"
service = "cut"
near = "Bastille"
treatment = "coupe-femme"
"""


def test_no_request_is_answered_with_a_fault_or_with_something_undocumented(web, salon, tmp_path):
    asked = ask(web, tmp_path, most=100)
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION.format(slug=salon.slug))  # read by the next run
    asked += ask(web, tmp_path, most=60)
    assert asked >= ENOUGH


def ask(web, folder, *, most):
    """Let schemathesis ask each call at most so often, besides the edges of its schema; returns how many requests it made."""
    report = folder / "report.json"
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{web.base_url}/api/v1/openapi.json"),
        *("--checks", ",".join(CHECKS), "--phases", "coverage,fuzzing", "--max-examples", str(most)),
        *("--seed", "1", "--no-shrink", "--generation-database", "none", "--continue-on-failure"),
        *("--report", "json", "--report-json-path", str(report)),
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    return json.loads(report.read_text())["test_cases"]["generated"]
