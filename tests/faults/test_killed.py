"""Data survive every way to die, and the next start finds its way."""

import signal

import psutil

from balinea.config.embedded.folder import DataFolder
from tests.installation import ended, eventually


def test_sigterm_ends_every_process_and_leaves_the_data_whole(installation):
    installation.start().wait_ready()
    started = installation.processes()
    installation.note("acknowledged")
    installation.process.terminate()
    assert installation.process.wait(60) == 0
    assert ended(started)
    assert not installation.says("Traceback")
    assert not (installation.data_dir / "postgres" / "postmaster.pid").exists()
    assert not DataFolder(installation.data_dir.resolve()).runtime.exists()

    installation.start().wait_ready()
    assert installation.noted() == ["acknowledged", "before"]


def test_kill_9_of_the_supervisor_ends_every_process_and_the_next_start_recovers(installation):
    installation.start().wait_ready()
    started = installation.processes()
    installation.note("acknowledged")
    installation.process.kill()
    installation.process.wait()
    installation.start().wait_ready()  # at once, while the old processes are still ending
    assert ended(started)
    assert installation.noted() == ["acknowledged", "before"]


def test_kill_9_of_every_process_loses_nothing_acknowledged(installation):
    installation.start().wait_ready()
    installation.note("acknowledged")
    for process in [psutil.Process(installation.process.pid), *installation.processes()]:
        process.send_signal(signal.SIGKILL)
    installation.process.wait()
    assert (installation.data_dir / "postgres" / "postmaster.pid").exists()
    installation.start().wait_ready()
    assert installation.noted() == ["acknowledged", "before"]


def test_kill_9_of_what_started_it_ends_it_in_order_and_the_next_start_waits_for_that(installation):
    installation.variables["END_WITH_PARENT"] = "yes"
    installation.wrapper = ("sh", "-c", '"$@"; exit $?', "sh")  # stands there, as make does
    installation.start().wait_ready()
    started = installation.processes()
    installation.note("acknowledged")
    installation.process.kill()
    installation.process.wait()
    installation.start().wait_ready()
    assert ended(started)
    assert installation.noted() == ["acknowledged", "before"]


def test_a_killed_part_comes_back(installation):
    installation.start().wait_ready()
    before = {process.pid for process in installation.processes()}
    killed = [
        process
        for process in installation.processes()
        if process.ppid() == installation.process.pid and process.cmdline()[-1] in {"web", "worker"}
    ]
    assert len(killed) == 2
    for process in killed:
        process.kill()

    def both_are_back():
        new = [process.cmdline()[-1] for process in installation.processes() if process.pid not in before]
        return {"web", "worker"} <= set(new)

    eventually(both_are_back, what="new processes")
    eventually(
        lambda: psutil.pid_exists(installation.process.pid) and is_ready(installation), what="readiness"
    )


def is_ready(installation):
    try:
        return installation.ask().status_code == 200
    except OSError:
        return False
    except Exception as error:  # noqa: BLE001  httpx's own errors while nobody listens
        return "refused" in str(error) and False
