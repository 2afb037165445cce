import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from balinea.config.embedded import keys, lock
from balinea.config.embedded.failure import EmbeddedFailure
from balinea.config.embedded.folder import DataFolder, make_runtime, open_folder


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_data_folder_is_its_owners_alone(tmp_path):
    folder = open_folder(tmp_path / "some folder" / "data")
    assert mode(folder.root) == 0o700


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(EmbeddedFailure, match="DATA_DIR must name a folder"):
        open_folder(tmp_path / "data")


def test_a_folder_inside_a_file_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(EmbeddedFailure, match="DATA_DIR must name a folder"):
        open_folder(tmp_path / "data" / "deeper")


def test_the_socket_fits_its_107_bytes_however_long_the_data_folder_is(tmp_path):
    folder = DataFolder(tmp_path / ("é" * 100) / ("long " * 30))
    assert len(bytes(folder.runtime / ".s.PGSQL.5432")) <= 103


def test_two_data_folders_never_share_their_sockets(tmp_path):
    assert DataFolder(tmp_path / "one").runtime != DataFolder(tmp_path / "two").runtime


def test_the_folder_in_memory_is_private_and_loses_dead_sockets_only(tmp_path):
    folder = DataFolder(tmp_path)
    make_runtime(folder)
    (folder.runtime / ".s.PGSQL.5432").touch()
    (folder.runtime / "figures").mkdir()
    folder.runtime.chmod(0o755)
    make_runtime(folder)
    assert mode(folder.runtime) == 0o700
    assert [path.name for path in folder.runtime.iterdir()] == ["figures"]
    (folder.runtime / "figures").rmdir()
    folder.runtime.rmdir()


def test_somebody_elses_link_in_place_of_the_folder_in_memory_is_refused(tmp_path):
    folder = DataFolder(tmp_path)
    folder.runtime.symlink_to(tmp_path)
    try:
        with pytest.raises(EmbeddedFailure, match="belongs to somebody else"):
            make_runtime(folder)
    finally:
        folder.runtime.unlink()


def test_secrets_are_drawn_once_and_kept_for_the_owner_alone(tmp_path):
    path = tmp_path / "keys.json"
    drawn = keys.load_or_make(path)
    assert keys.load_or_make(path) == drawn
    assert mode(path) == 0o600
    assert keys.draw() != drawn


@pytest.mark.parametrize("text", ["", "{", "[]", '{"secret_key": "only one"}'])
def test_damaged_secrets_are_never_replaced(tmp_path, text):
    path = tmp_path / "keys.json"
    path.write_text(text)
    with pytest.raises(EmbeddedFailure, match="restore it from a backup"):
        keys.load_or_make(path)
    assert path.read_text() == text


def test_secrets_that_could_not_be_written_whole_leave_none(tmp_path):
    path = tmp_path / "keys.json"
    path.with_name("keys.json.unfinished").write_text("from a process that was killed")
    assert keys.load_or_make(path) == keys.load(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.json"]


def test_a_second_owner_is_refused_and_told_who_the_first_is(tmp_path):
    path = tmp_path / "lock"
    with lock.held(path, role="run", url="http://127.0.0.1:8000"):
        with pytest.raises(lock.Held) as refusal, lock.held(path, role="command"):
            pass
        assert refusal.value.holder == lock.Holder(pid=os.getpid(), role="run", url="http://127.0.0.1:8000")
        assert lock.last_url(path) == "http://127.0.0.1:8000"


def test_the_next_owner_learns_that_the_last_was_killed(tmp_path):
    path = tmp_path / "lock"
    with lock.held(path, role="run") as ours:
        assert not ours.last_was_killed
    with lock.held(path, role="run") as ours:
        assert not ours.last_was_killed
    path.write_text(json.dumps({"pid": 1, "role": "run", "url": ""}))
    with lock.held(path, role="run") as ours:
        assert ours.last_was_killed


def test_a_holder_that_is_about_to_end_is_waited_for(tmp_path):
    path = tmp_path / "lock"
    with ThreadPoolExecutor(1) as others, lock.held(path, role="run") as first:
        first.announce("ending")
        waiting = others.submit(hold_shortly, path)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=1.5)
    assert waiting.result(timeout=30) == "held"


def hold_shortly(path):
    with lock.held_soon(path, role="run", url="", patience=30):
        return "held"
