"""From a letter to what a mail program shows."""

from django.template.loader import render_to_string
from django.utils import translation

from balinea.notifications.values import Letter


def html(letter: Letter, *, language: str) -> str:
    """Return the HTML body: tables and inline styles, as mail programs demand."""
    return _render("notifications/letter.html", letter, language)


def text(letter: Letter, *, language: str) -> str:
    """Return the plain text body, saying everything that the HTML says."""
    return _render("notifications/letter.txt", letter, language).strip() + "\n"


def _render(template: str, letter: Letter, language: str) -> str:
    with translation.override(language):
        colon = "\u00a0:" if language == "fr" else ":"
        return render_to_string(template, {"letter": letter, "language": language, "colon": colon})
