"""The system's Chromium, as the browser tests drive it; nothing is downloaded."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = "no Chromium on this machine (apt-get install chromium)"


def executable():
    """Return its path, or nothing where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright):
    """Start it without a window."""
    # its sandbox refuses root; pages here are our own
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(
        executable_path=executable(), args=[*arguments, "--disable-dev-shm-usage"]
    )
