import os
from pathlib import Path

import pytest

from balinea.config import static_files


@pytest.fixture
def source(settings, tmp_path):
    settings.STATIC_ROOT = str(tmp_path / "collected")
    settings.STATICFILES_DIRS = [str(tmp_path / "source")]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "page.css").write_text("a {}")
    (tmp_path / "collected").mkdir()
    return tmp_path / "source"


def collected(settings):
    return sorted(path.name for path in Path(settings.STATIC_ROOT).iterdir() if not path.name.startswith("."))


def test_files_are_collected_once(source, settings):
    static_files.collect()
    assert collected(settings) == ["page.css"]
    (Path(settings.STATIC_ROOT) / "page.css").unlink()
    static_files.collect()
    assert collected(settings) == []  # nothing changed at the source, so nothing was looked at


def test_a_changed_file_is_collected_again(source, settings):
    static_files.collect()
    (source / "page.css").write_text("b {}")
    os.utime(source / "page.css", (1, 1))
    static_files.collect()
    assert (Path(settings.STATIC_ROOT) / "page.css").read_text() == "b {}"


def test_a_removed_file_goes(source, settings):
    static_files.collect()
    (source / "page.css").rename(source / "other.css")
    static_files.collect()
    assert collected(settings) == ["other.css"]
