"""Take the pictures: `python -m tools.screens`, into tests/pictures/SCREEN/LANGUAGE-SCHEME-WIDTH.png.

`python -m tools.screens fr-light-360` takes those of one setting alone.
"""

import itertools
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import launch
from tools.screens import desk, product
from tools.screens.camera import Camera, Setting
from tools.screens.walk import Walk

REPOSITORY = Path(__file__).resolve().parents[2]
PICTURES = REPOSITORY / "tests" / "pictures"
KEPT = REPOSITORY / "build" / "screens"
SETTINGS = [
    Setting(language=language, scheme=scheme, width=width)
    for language, scheme, width in itertools.product(("fr", "en"), ("light", "dark"), (360, 768, 1440))
]


def main() -> None:
    """Take all pictures; ends with 1 if a screen overflows or a script fails."""
    wanted = [setting for setting in SETTINGS if str(setting) in sys.argv[1:] or not sys.argv[1:]]
    if not sys.argv[1:]:
        shutil.rmtree(PICTURES, ignore_errors=True)
    with product.running(KEPT) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        complaints = [text for setting in wanted for text in _setting(browser, setting, address)]
        browser.close()
    for text in complaints:
        print(text, file=sys.stderr)
    sys.exit(1 if complaints else 0)


def _setting(browser: Browser, setting: Setting, address: str) -> list[str]:
    complaints = []
    with setting.open(browser) as context:
        camera = Camera(page=context.new_page(), setting=setting, folder=PICTURES)
        Walk(camera, address).everywhere()
        complaints += camera.complaints
        print(f"{setting}: {camera.taken} pictures")
    for role in desk.SCREENS if setting.language == "fr" else ():
        with setting.open(browser) as context:
            camera = Camera(page=context.new_page(), setting=setting, folder=PICTURES)
            desk.look(camera, product.sign_in_link(KEPT, role), role)
            complaints += camera.complaints
    return complaints


if __name__ == "__main__":
    main()
