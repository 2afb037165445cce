"""The main journey, as three people live it: find a slot nearby, book it, move it, cancel it; and the salon sees it."""

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.words import ENGLISH, FRENCH

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "screen", "email"),
    [
        pytest.param(FRENCH, PHONE, "zoe@example.org", id="in French on a phone"),
        pytest.param(ENGLISH, DESKTOP, "zoe.desktop@example.org", id="in English on a desktop"),
        pytest.param(
            FRENCH, PHONE | {"java_script_enabled": False}, "zoe.plain@example.org", id="without scripts"
        ),
    ],
)
def test_a_visit_is_found_booked_told_moved_and_cancelled(someone, keys, words, screen, email):
    client, operator = someone(**screen), someone(state=keys["olga"], **DESKTOP)
    salon = someone(state=keys["bob"], **DESKTOP)
    page = client.page

    booked = steps.book(page, words, email=email)
    salon.page.goto(f"/fr/pro/salon-des-lilas/{booked.day}/")
    line = salon.page.locator(f"#visit-{booked.reference}")
    expect(line).to_contain_text("Zoé Martin")
    expect(line).to_contain_text("réservé")

    text = steps.open_mail(operator, email=email, subject=words.mails["booked"])
    assert booked.reference in text
    first = _event(steps.calendar(operator))

    page.goto(steps.manage_link(text))
    page.get_by_role("link", name=words.change).click()
    steps.take(page, days=4, nth=3)
    expect(page.get_by_text(words.changed)).to_be_visible()
    steps.open_mail(operator, email=email, subject=words.mails["moved"])
    moved = _event(steps.calendar(operator))
    expect(line).to_have_count(0)  # the salon's page follows by itself
    salon.page.goto(f"/fr/pro/salon-des-lilas/{steps.in_days(4)}/")
    expect(line).to_contain_text("réservé")

    page.get_by_role("link", name=words.cancel, exact=True).click()
    page.get_by_role("button", name=words.yes_cancel).click()
    expect(page.get_by_text(words.cancelled)).to_be_visible()
    steps.open_mail(operator, email=email, subject=words.mails["cancelled"])
    ended = _event(steps.calendar(operator))
    expect(line).to_contain_text("annulé", timeout=15_000)  # again by itself

    assert len({str(event["UID"]) for event in (first, moved, ended)}) == 1
    assert first["SEQUENCE"] < moved["SEQUENCE"] < ended["SEQUENCE"]
    assert moved.decoded("DTSTART") > first.decoded("DTSTART")
    assert (first["STATUS"], ended["STATUS"]) == ("CONFIRMED", "CANCELLED")


def test_a_request_is_accepted_at_the_desk(someone, keys):
    client, operator = someone(**PHONE), someone(state=keys["olga"], **DESKTOP)
    salon = someone(state=keys["charlie"], **PHONE)
    page = client.page
    salon.page.goto("/fr/pro/")
    expect(salon.page.get_by_text("Les réservations arrivent ici")).to_be_visible()

    page.goto("/fr/salons/maison-acacia")
    steps.choose(page)
    steps.fill(page, email="ida@example.org")
    page.get_by_role("button", name="Envoyer la demande").click()
    expect(page.get_by_role("heading", name="Demande envoyée")).to_be_visible()

    accept = salon.page.get_by_role("button", name="Accepter la demande de Zoé Martin")
    expect(accept).to_be_visible(timeout=15_000)  # the page that was open shows it by itself
    accept.click()
    expect(salon.page.get_by_text("Demande acceptée.")).to_be_visible()
    text = steps.open_mail(operator, email="ida@example.org", subject="Le salon a dit oui")
    page.goto(steps.manage_link(text))
    expect(page.get_by_text("réservé", exact=True)).to_be_visible()


def _event(calendar):
    (event,) = Calendar.from_ical(calendar).walk("VEVENT")
    return event
