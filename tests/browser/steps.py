"""What people do on the pages, one step after the other. Each takes the page that it starts on."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.browser.words import FRENCH
from tests.installation import eventually

PARIS = ZoneInfo("Europe/Paris")
SALON = "Salon des Lilas"


@dataclass(frozen=True, kw_only=True)
class Booked:
    """A booking as its client knows it."""

    reference: str
    day: str


def in_days(number):
    """The local date in so many days: far enough ahead, a visit can be cancelled."""
    return (datetime.now(PARIS) + timedelta(days=number)).date().isoformat()


def search(page, words=FRENCH):
    page.goto(f"/{words.code}/")
    page.locator("#treatment").fill(words.treatment)
    page.locator("#near").fill("bastile")  # as people type it
    page.locator("main").get_by_role("button", name=words.search).click()
    page.wait_for_url("**/salons?**")
    page.get_by_role("link", name=SALON).click()
    expect(page.get_by_role("heading", name=SALON, level=1)).to_be_visible()


def choose(page, words=FRENCH, *, days=3):
    page.get_by_role("checkbox", name="Coupe femme").check()
    page.get_by_role("button", name=words.choose).click()
    take(page, days=days)
    page.wait_for_url("**/reservation/**")


def take(page, *, days, nth=0):
    """Choose the day and one of its free starts."""
    day = in_days(days)
    page.locator(f"#day-{day}").click()
    expect(page.locator(f"#day-{day}")).to_have_attribute("aria-current", "date")
    page.locator(".slots .slot").nth(nth).click()


def fill(page, words=FRENCH, *, email):
    page.get_by_label(words.first_name, exact=True).fill("Zoé")
    page.get_by_label(words.last_name, exact=True).fill("Martin")
    page.get_by_label(words.email).fill(email)
    page.get_by_label(words.read).check()


def book(page, words=FRENCH, *, email, days=3):
    """From home to the confirmed booking."""
    search(page, words)
    choose(page, words, days=days)
    fill(page, words, email=email)
    page.get_by_role("button", name=words.book, exact=True).click()
    expect(page.get_by_role("heading", name=words.booked)).to_be_visible()
    return Booked(reference=page.locator(".reference").inner_text(), day=in_days(days))


def open_mail(operator, *, email, subject):
    """Let the operator open the message in the inbox, as soon as the worker has delivered it; return its text."""
    page = operator.page
    inbox = f"/fr/operator/inbox/?q={email}&status=sent"

    def arrived():
        page.goto(inbox)
        return page.get_by_role("link", name=re.compile(subject)).count() == 1

    eventually(arrived, what=f"the message “{subject}” to {email}")
    page.get_by_role("link", name=re.compile(subject)).click()
    expect(page.get_by_role("heading", name=re.compile(subject), level=1)).to_be_visible()
    return page.locator(".plain pre").text_content()


def manage_link(text):
    return re.search(r"http://\S+/visit/\S+token=\w+", text)[0]


def calendar(operator):
    """Return the calendar file of the message that is open."""
    with operator.page.expect_download() as download:
        operator.page.get_by_role("link", name=re.compile("balinea.ics")).click()
    return download.value.path().read_text()
