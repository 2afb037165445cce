"""What goes wrong on the way, and what the pages then say and keep."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def zoe(someone):
    return someone(**PHONE)


def bookings(product, email):
    with product.database() as connection:
        return connection.execute(
            "SELECT count(*) FROM booking_booking WHERE email = %s", [email]
        ).fetchone()[0]


def test_going_back_after_confirming_leads_to_the_booking_again(zoe, product):
    booked = steps.book(zoe.page, email="back@example.org")
    zoe.page.go_back()
    zoe.page.reload()
    expect(zoe.page.locator(".reference")).to_have_text(booked.reference)
    assert bookings(product, "back@example.org") == 1


def test_a_second_tap_and_a_second_window_book_nothing_more(zoe, product):
    steps.search(zoe.page)
    steps.choose(zoe.page)
    steps.fill(zoe.page, email="twice@example.org")
    other = zoe.another_page()
    other.goto(zoe.page.url)
    steps.fill(other, email="twice@example.org")
    zoe.page.get_by_role("button", name="Réserver", exact=True).dblclick()
    expect(zoe.page.locator(".reference")).to_be_visible()
    other.get_by_role("button", name="Réserver", exact=True).click()
    expect(other.locator(".reference")).to_have_text(zoe.page.locator(".reference").inner_text())
    assert bookings(product, "twice@example.org") == 1


def test_what_was_typed_survives_a_hold_that_ended_meanwhile(zoe, product):
    steps.search(zoe.page)
    steps.choose(zoe.page)
    steps.fill(zoe.page, email="slow@example.org")
    ten_minutes_later(product, zoe.page.url)
    zoe.expect("410")
    zoe.page.get_by_role("button", name="Réserver", exact=True).click()
    expect(zoe.page.get_by_role("heading", name="Les dix minutes sont passées")).to_be_visible()
    assert bookings(product, "slow@example.org") == 0
    zoe.page.get_by_role("button", name="Reprendre cette heure").click()
    expect(zoe.page.get_by_label("Prénom", exact=True)).to_have_value("Zoé")
    zoe.page.get_by_role("button", name="Réserver", exact=True).click()
    expect(zoe.page.locator(".reference")).to_be_visible()
    assert bookings(product, "slow@example.org") == 1


def test_a_hold_that_ended_and_was_taken_offers_other_times(zoe, someone, product):
    steps.search(zoe.page)
    steps.choose(zoe.page, days=5)
    steps.fill(zoe.page, email="late@example.org")
    ten_minutes_later(product, zoe.page.url)
    for rival in range(2):  # two people work there: the start is gone when both are taken
        steps.book(someone(**DESKTOP).page, email=f"rival{rival}@example.org", days=5)
    zoe.expect("410", "409")
    zoe.page.get_by_role("button", name="Réserver", exact=True).click()
    zoe.page.get_by_role("button", name="Reprendre cette heure").click()
    expect(zoe.page.get_by_role("heading", name="Cette heure vient d’être prise")).to_be_visible()
    zoe.page.locator(".slot").first.click()
    expect(zoe.page.get_by_text("Ce que vous aviez écrit est là.")).to_be_visible()
    expect(zoe.page.get_by_label("Prénom")).to_have_value("Zoé")
    expect(zoe.page.get_by_label("E-mail")).to_have_value("late@example.org")
    assert bookings(product, "late@example.org") == 0


def test_somebody_elses_link_opens_nothing(zoe, someone):
    booked = steps.book(zoe.page, email="mine@example.org")
    other = steps.book(someone(**DESKTOP).page, email="other@example.org")
    token = re.search(r"token=(\w+)", zoe.page.url)[1]
    stranger = someone(**PHONE)
    stranger.expect("404")
    for address in [
        f"/fr/visit/{other.reference}?token={token}",
        f"/fr/visit/{other.reference}",
        f"/fr/visit/{booked.reference}?token={token[:-1]}",
        f"/fr/visit/{other.reference}/cancel?token={token}",
        f"/fr/visit/{other.reference}/calendar.ics?token={token}",
    ]:
        stranger.page.goto(address)
        expect(stranger.page.get_by_role("heading", name="Cette page n’existe pas")).to_be_visible()
        expect(stranger.page.get_by_text("Zoé")).to_have_count(0)


def test_a_stranger_at_the_desk_finds_nothing(someone, keys):
    charlie = someone(state=keys["charlie"], **DESKTOP)
    charlie.expect("404")
    for address in ["/fr/pro/salon-des-lilas/", "/fr/operator/", "/fr/operator/inbox/"]:
        charlie.page.goto(address)
        expect(charlie.page.get_by_role("heading", name="Cette page n’existe pas")).to_be_visible()


def ten_minutes_later(product, url):
    """Let the hold of a checkout be over, as the database's clock will say in ten minutes."""
    hold = re.search(r"reservation/([0-9a-f-]{36})", url)[1]
    with product.database() as connection:
        connection.execute(
            "UPDATE booking_hold SET expires_at = now() - interval '1 second' WHERE id = %s", [hold]
        )
        connection.execute(
            "UPDATE scheduling_claim SET expires_at = now() - interval '1 second' WHERE visit = %s", [hold]
        )
