"""What people read: every word is marked for translation, and French is typeset."""

import re
from pathlib import Path

import pytest

PRODUCT = Path(__file__).resolve().parents[2] / "balinea"
# the documentation of the API is for programmers, in English
TEMPLATES = sorted(file for file in PRODUCT.rglob("templates/**/*.html") if "api" not in file.parts)
MARKED = re.compile(r"{% blocktrans(?:late)?\b.*?{% endblocktrans(?:late)? %}", re.DOTALL)
UNSEEN = re.compile(
    r"{% comment %}.*?{% endcomment %}|<!--.*?-->|<style.*?</style>|{#.*?#}|&\w+;|{% block body_class %}.*?{% endblock %}",
    re.DOTALL,
)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ELEMENTS = re.compile(r"<[^>]*>", re.DOTALL)
READ_ALOUD = re.compile(r'\b(?:alt|aria-label|placeholder|title|summary)="([^"]*)"')
LETTERS = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Balinea", "balinea", "ics", "Message", "ID"}
MESSAGES = re.compile(r"{% trans(?:late)? (\"[^\"]*\"|'[^']*')")
CODE_MESSAGES = re.compile(r"\b(?:_|n?gettext(?:_lazy)?)\(((?:\s*\"(?:[^\"\\]|\\.)*\",?)+)")
LOOSE = re.compile(r"[ ](?:[;!?»]|:(?=\s|$|[\"']))|«[ ]|(?<=\w)'(?=\w)")
FRENCH_CODE = [
    file for file in PRODUCT.rglob("*.py") if "tests" not in file.parts and "slots" not in file.parts
]


def words(text):
    return [word for word in LETTERS.findall(text) if word not in NAMES]


def stray(template):
    """Return words that would be shown without being marked for translation."""
    text = UNSEEN.sub(" ", template)
    text = TAGS.sub(" ", MARKED.sub(" ", text))
    return words(" ".join(READ_ALOUD.findall(text))) + words(ELEMENTS.sub(" ", text))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(PRODUCT)))
def test_a_template_shows_no_word_that_is_not_marked_for_translation(file):
    assert stray(file.read_text()) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(PRODUCT)))
def test_french_in_templates_is_typeset(file):
    text = file.read_text()
    said = [*MESSAGES.findall(text), *(TAGS.sub("", block) for block in MARKED.findall(text))]
    assert [message for message in said if LOOSE.search(ELEMENTS.sub("", message.strip("\"'")))] == []


def test_french_in_code_is_typeset():
    said = {
        f"{file.relative_to(PRODUCT)}: {message.strip()}"
        for file in FRENCH_CODE
        for message in CODE_MESSAGES.findall(file.read_text())
    }
    assert sorted(message for message in said if LOOSE.search(message.split(": ", 1)[1].strip('",\n '))) == []


def test_texts_are_not_marked_inside_of_formatted_strings():
    nested = re.compile(r"f\"[^\"]*{_\(")  # Babel does not look into them
    assert [str(file.relative_to(PRODUCT)) for file in FRENCH_CODE if nested.search(file.read_text())] == []
