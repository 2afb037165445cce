"""Commands that need the database find it, or start it for their own time."""

import os
import subprocess
import sys

import pytest

from tests.installation import Installation


def balinea(*arguments, data_dir, **variables):
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "balinea.config.cli", *arguments],
        env=inherited | {"DATA_DIR": str(data_dir)} | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_lists_every_command_and_makes_nothing(tmp_path):
    done = balinea("--help", data_dir=tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert {"run", "slots", "venue", "demo", "web", "worker", "prepare"} <= {
        line.split()[0] for line in done.stdout.splitlines() if line.strip()
    }
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", ["run", "prepare"])
def test_a_commands_help_makes_nothing(tmp_path, command):
    done = balinea(command, "--help", data_dir=tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: balinea {command}")
    assert not (tmp_path / "data").exists()


def test_an_unknown_command_is_wrong_input(tmp_path):
    done = balinea("fly", data_dir=tmp_path / "data")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "balinea: No such command 'fly'.\n")


def test_a_command_starts_the_database_of_a_new_folder_and_ends_it(tmp_path):
    done = balinea("prepare", data_dir=tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "data" / "postgres" / "PG_VERSION").read_text() == "18\n"
    assert not (tmp_path / "data" / "postgres" / "postmaster.pid").exists()
    assert (tmp_path / "data" / "lock").read_text() == ""


def test_a_command_uses_the_database_that_runs(made_once):
    installation = Installation(made_once)
    installation.start().wait_ready()
    server = installation.postmaster()
    done = balinea("prepare", data_dir=made_once)
    assert (done.returncode, done.stderr) == (0, "")
    assert installation.postmaster() == server
    assert installation.ask().status_code == 200
    installation.stop()


def test_a_database_elsewhere_that_does_not_answer_is_a_failure_in_one_line(tmp_path):
    done = balinea(
        "prepare",
        data_dir=tmp_path / "data",
        DATABASE_URL=f"postgresql://nobody@{str(tmp_path).replace('/', '%2F')}/none",
        SECRET_KEY="only this test",
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("balinea: ")
    assert not (tmp_path / "data").exists()


def test_a_database_elsewhere_without_a_secret_is_refused(tmp_path):
    done = balinea("prepare", data_dir=tmp_path / "data", DATABASE_URL="postgresql://nobody@localhost/none")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "balinea: Set SECRET_KEY: Balinea does not start without it.\n"
