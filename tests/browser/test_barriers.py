"""axe-core finds nothing serious or critical on any page, in light and in dark, on a phone and on a desktop."""

import pytest

from tests.browser import steps
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_way_to_a_visit_has_no_barriers(someone, screen):
    visitor = someone(**screen)
    page, found = visitor.page, []

    def look():
        found.extend(visitor.barriers())

    page.goto("/fr/")
    page.wait_for_load_state("networkidle")
    look()
    steps.search(page)
    page.wait_for_load_state("networkidle")
    look()
    page.go_back()
    look()
    page.go_forward()
    steps.choose(page)
    look()
    visitor.expect("422")
    page.get_by_role("button", name="Réserver", exact=True).click()
    look()
    steps.fill(page, email=f"axe{screen['viewport']['width']}@example.org")
    page.get_by_role("button", name="Réserver", exact=True).click()
    page.wait_for_url("**/confirmation**")
    look()
    page.get_by_role("link", name="Déplacer ou annuler").click()
    look()
    manage = page.url
    page.get_by_role("link", name="Changer d’heure").click()
    look()
    page.goto(manage)
    page.get_by_role("link", name="Annuler", exact=True).click()
    look()
    visitor.expect("404")
    for address in [
        "/fr/salons?near=nulle-part-ailleurs",
        "/fr/salons?treatment=zzzz",
        "/fr/nowhere",
        "/en/salons",
    ]:
        page.goto(address)
        look()
    assert found == []


DESK = [
    ("bob", "/fr/pro/salon-des-lilas/"),
    ("bob", f"/en/pro/salon-des-lilas/{steps.in_days(3)}/"),
    ("bob", "/fr/pro/salon-des-lilas/find/?q=martin"),
    ("bob", "/fr/pro/salon-des-lilas/find/?q=personne"),
    ("charlie", "/fr/pro/maison-acacia/"),
    ("olga", "/fr/operator/"),
    ("olga", "/fr/operator/inbox/"),
    ("olga", "/en/operator/inbox/?q=nobody"),
]


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_desk_and_operators_pages_have_no_barriers(someone, keys, screen):
    email = f"desk{screen['viewport']['width']}@example.org"
    steps.book(someone(**DESKTOP).page, email=email)
    found = []
    for name, address in DESK:
        visitor = someone(state=keys[name], **screen)
        visitor.page.goto(address)
        found += visitor.barriers()
    message = someone(state=keys["olga"], **screen)
    steps.open_mail(message, email=email, subject="C’est réservé")
    found += message.barriers()
    assert found == []


def test_the_door_has_no_barriers(someone):
    visitor = someone(**PHONE)
    visitor.expect("422", "410")
    page, found = visitor.page, []
    page.goto("/fr/sign-in/")
    found += visitor.barriers()
    page.get_by_role("button", name="Recevoir mon lien").click()
    found += visitor.barriers()
    page.get_by_label("Votre adresse e-mail").fill("nobody@example.org")
    page.get_by_role("button", name="Recevoir mon lien").click()
    page.wait_for_url("**/sent/")
    found += visitor.barriers()
    page.goto("/fr/sign-in/never-was/")
    found += visitor.barriers()
    page.get_by_role("button", name="Me connecter").click()
    found += visitor.barriers()
    assert found == []


def test_a_mail_has_no_barriers(someone, keys):
    steps.book(someone(**DESKTOP).page, email="letter@example.org")
    operator = someone(state=keys["olga"], **DESKTOP)
    steps.open_mail(operator, email="letter@example.org", subject="C’est réservé")
    shown = operator.page.locator("iframe.letter").get_attribute("src")
    reader = someone(state=keys["olga"], bypass_csp=True, **PHONE)  # the answer itself lets no script run
    reader.expect("404")  # a letter names no icon, so the browser asks for /favicon.ico
    reader.page.goto(shown)
    assert reader.barriers() == []
