import shutil

import pytest

from tests.installation import Installation


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A data folder with its schema: copies of it start faster than new ones."""
    installation = Installation(tmp_path_factory.mktemp("made") / "data").start()
    try:
        installation.wait_ready()
        installation.note("before")
    finally:
        installation.stop()
    return installation.data_dir


@pytest.fixture
def installation(made_once, tmp_path):
    data_dir = tmp_path / "data folder"  # with a space: people have them
    shutil.copytree(made_once, data_dir)
    installation = Installation(data_dir)
    yield installation
    installation.stop()
