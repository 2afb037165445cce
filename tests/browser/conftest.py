import contextlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.browser.visitor import Visitor
from tests.installation import Installation

PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="package")  # Playwright keeps an event loop running, which the races could not bear
def browser():
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def product(made_once, tmp_path_factory):
    """The whole product, running, with two salons; `links` sign Bob, Charlie and Olga in."""
    data_dir = tmp_path_factory.mktemp("browser") / "data"
    shutil.copytree(made_once, data_dir)
    installation = Installation(data_dir).start()
    try:
        installation.wait_ready()
        seeding = subprocess.run(
            [sys.executable, "-m", "tests.browser.seed"],
            env=installation.environment(),
            cwd=Path(__file__).parents[2],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        installation.links = json.loads(seeding.stdout)
        yield installation
    finally:
        installation.stop()


@pytest.fixture
def someone(browser, product):
    """Open a browser of somebody's own; at the end nothing must have gone wrong in any of them."""
    with contextlib.ExitStack() as open_ones:

        def opened(*, state=None, **options):
            context = browser.new_context(
                base_url=product.url,
                locale="fr-FR",
                timezone_id="Europe/Paris",
                storage_state=state,
                **options,
            )
            open_ones.callback(context.close)
            visitor = Visitor(context)
            open_ones.callback(visitor.nothing_went_wrong)
            return visitor

        yield opened


@pytest.fixture(scope="package")
def keys(browser, product):
    """Sign everybody in once, through their links, and keep their sessions."""
    sessions = {}
    for name, link in product.links.items():
        context = browser.new_context()
        page = context.new_page()
        page.goto(link)
        page.get_by_role("button", name="Me connecter").click()
        page.wait_for_url("**/operator/" if name == "olga" else "**/pro/**")
        sessions[name] = context.storage_state()
        context.close()
    return sessions
