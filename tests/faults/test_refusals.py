"""What cannot work is refused at once, in one line that names what to change."""

import os
import socket
import subprocess
import sys

import pytest

from tests.installation import Installation


def refused(installation, *, status=1):
    done = subprocess.run(
        [sys.executable, "-m", "balinea.config.cli", "run"],
        env=installation.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_a_port_in_use_is_named_and_nothing_is_made(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        line = refused(Installation(tmp_path / "data", port=port))
    assert line == f"balinea: port {port} on 127.0.0.1 is in use; choose another: PORT={port + 1}\n"
    assert [entry.name for entry in (tmp_path / "data").iterdir()] == ["lock"]


def test_a_second_one_on_the_same_data_folder_is_told_where_the_first_is(installation):
    installation.start().wait_ready()
    line = refused(Installation(installation.data_dir))
    assert f"already runs on DATA_DIR {installation.data_dir} at {installation.url};" in line
    assert installation.ask().status_code == 200


def test_a_file_in_place_of_the_data_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    assert "DATA_DIR must name a folder" in refused(Installation(tmp_path / "data"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "eight"), ("PORT", "70000"), ("WEB_WORKERS", "0"), ("DEMO", "perhaps"), ("METRICS_PORT", "-1")],
)
def test_a_senseless_variable_is_wrong_input(tmp_path, name, value):
    installation = Installation(tmp_path / "data", variables={name: value})
    assert name.lower().replace("_", "-") in refused(installation, status=2)
    assert not os.path.lexists(tmp_path / "data")
