"""The way through all public screens, as somebody walks it who looks everywhere."""

from datetime import UTC, datetime, timedelta

from tools.screens.camera import Camera

WEEK = timedelta(days=7)
TREATMENT = "coupe-femme"


class Walk:
    """One visitor in one setting."""

    def __init__(self, camera: Camera, address: str) -> None:
        self.camera, self.page = camera, camera.page
        self.root = f"{address}/{camera.setting.language}"

    def everywhere(self) -> None:
        """Look at every public screen."""
        self.search()
        self.refusals()
        self.choose()
        self.book()
        self.manage()

    def search(self) -> None:
        """Home and results."""
        day = datetime.now(UTC).date() + WEEK
        self._look("home", "/")
        self._look("results", f"/salons?treatment={TREATMENT}&near=Bastille&date={day}&from=14:00")
        self._look("results-any-day", "/salons?treatment=spa&near=Lyon")
        self._look("results-nothing", f"/salons?treatment={TREATMENT}&near=Bastille&date={day}&from=22:00")

    def refusals(self) -> None:
        """What cannot be answered."""
        self._look("unknown-place", "/salons?near=bastoche")
        self._look("unknown-treatment", "/salons?treatment=zzzz")
        self._look("past-day", "/salons?date=2020-01-01")
        self._look("impossible-window", "/salons?from=18:00&to=10:00")
        self._look("not-found", "/visit/ABCDEFGH?token=0")

    def choose(self) -> None:
        """A venue, its menu, its starts."""
        self.page.goto(f"{self.root}/salons?treatment={TREATMENT}&near=Paris")
        self.page.locator(".card-title a").first.click()
        self.camera.take("venue")
        for number in range(2):
            self.page.locator("input[name=service]").nth(number).check()
        self.camera.take("venue-chosen")
        self.page.locator(".tray .button").click()
        self.camera.take("dates")
        self._unfold()
        self.camera.take("dates-people")
        last = self.page.url + f"&day={datetime.now(UTC).date() + 8 * WEEK}"
        self.page.goto(last)
        self.camera.take("dates-later")

    def book(self) -> None:
        """Take a start, make mistakes, let it go, come back, book."""
        self._take_a_start()
        self.camera.take("checkout")
        self.page.fill("#first_name", "Camille")
        self.page.fill("#email", "camille@")
        self._send()
        self.camera.take("checkout-mistakes")
        self._let_go()
        self.camera.take("hold-over")
        self.page.locator("button[name=retake]").click()
        self.page.fill("#first_name", "Camille")
        self.page.fill("#last_name", "Durand")
        self.page.fill("#email", "camille@example.org")
        self.page.check("#accept_policy")
        self._send()
        self.camera.take("confirmation")

    def manage(self) -> None:
        """Change, then cancel."""
        self.page.locator(".visit-actions a").nth(2).click()
        self.camera.take("manage")
        self.page.locator(".visit-actions a").first.click()
        self.camera.take("change")
        self._take_a_start()
        self.camera.take("changed")
        self.page.locator("a.button-grave").click()
        self.camera.take("cancel")
        self.page.locator("button.button-grave").click()
        self.camera.take("cancelled")

    def _look(self, name: str, path: str) -> None:
        self.page.goto(self.root + path)
        self.camera.take(name)

    def _unfold(self) -> None:
        summary = self.page.locator("details.folded > summary")
        if summary.is_visible():
            summary.click()

    def _take_a_start(self) -> None:
        """Go to the last day of the week in view that has starts, and take the first of them."""
        self.page.locator("a.strip-day").last.click()
        self.page.wait_for_load_state("networkidle")
        self.page.locator(".slots button.slot").first.click()
        self.page.wait_for_load_state("networkidle")

    def _send(self) -> None:
        self.page.locator("form.checkout-form > button[type=submit]").click()
        self.page.wait_for_load_state("networkidle")

    def _let_go(self) -> None:
        """Give the hold back behind the form's back, as its ten minutes would."""
        hold = self.page.url.rsplit("/", 1)[1]
        origin = self.root.rsplit("/", 1)[0]
        self.page.request.delete(f"{origin}/api/v1/holds/{hold}")
        self.page.goto(self.page.url)
