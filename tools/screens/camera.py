"""Takes the pictures, and notes what a picture does not show: overflow to the side, errors in the console."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """How a screen is looked at."""

    language: str
    scheme: str
    width: int

    def open(self, browser: Browser, *, scripts: bool = True) -> BrowserContext:
        """Return a window of its own."""
        return browser.new_context(
            viewport={"width": self.width, "height": 740 if self.width < 600 else 900},  # noqa: PLR2004 - a phone
            color_scheme="dark" if self.scheme == "dark" else "light",
            locale="fr-FR" if self.language == "fr" else "en-GB",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )

    def __str__(self) -> str:
        return f"{self.language}-{self.scheme}-{self.width}"


@dataclass(kw_only=True)
class Camera:
    """One window, its pictures and its complaints."""

    page: Page
    setting: Setting
    folder: Path
    taken: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self._complain(f"script: {error}"))
        self.page.on("console", lambda said: self._complain(said.text) if said.type == "error" else None)

    def take(self, name: str) -> None:
        """Take a picture of the whole page."""
        self.page.wait_for_load_state("networkidle")
        self.taken += 1
        path = self.folder / name / f"{self.setting}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > self.setting.width:
            self._complain(f"{name} is {wide} wide")

    def _complain(self, text: str) -> None:
        if (
            "the server responded with a status of 4" not in text
        ):  # asked for: designed refusals are screens too
            self.complaints.append(f"{self.setting}: {text}")
