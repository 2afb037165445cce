import pytest
from playwright.sync_api import sync_playwright

from tests import chromium


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()
