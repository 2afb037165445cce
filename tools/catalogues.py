"""Texts for translation: `update` the catalogues from code and templates, `compile` them, `check` that none is missing.

Babel does what gettext's programs would, so that a fresh machine needs nothing installed by hand. Message ids are French, so
the French catalogue holds only what counts things (its plural begins at two, not at zero) and fills itself.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "balinea"
FOLDER = PACKAGE / "locale"
SOURCE = "fr"  # the language of message ids
LANGUAGES = ("en", SOURCE)
METHODS = [
    ("**/tests/**", "ignore"),
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**", "catalogues:extract_template"),
]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extract_template(
    file: BinaryIO, keywords: list[str], tags: list[str], options: dict[str, str]
) -> Iterator[tuple[int, str, object, list[str]]]:
    """Extract from a Django template (Babel's interface): Django turns its tags into gettext calls."""
    calls = templatize(file.read().decode())
    # in brackets, Python's tokenizer minds no indentation
    yield from extract_python(BytesIO(f"({calls})".encode()), keywords, tags, options)


def wanted(language: str) -> Catalog:
    """Return the texts that a language's catalogue must hold."""
    every = extracted()
    if language != SOURCE:
        return every
    counted = Catalog(project="Balinea", charset="utf-8")
    for message in every:
        if isinstance(message.id, tuple):
            counted[message.id] = message
    return counted


def extracted() -> Catalog:
    """Return every text that code and templates ask for."""
    found = Catalog(project="Balinea", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        # places without line numbers: catalogues then change only when texts do
        found.add(
            message,
            locations=[(f"balinea/{Path(file).as_posix()}", 0)],
            auto_comments=comments,
            context=context,
        )
    return found


def catalogue(language: str) -> Path:
    """Return the path of a language's catalogue."""
    return FOLDER / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    """Return a language's catalogue, empty when there is none yet."""
    path = catalogue(language)
    if not path.exists():
        return Catalog(locale=language, project="Balinea", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> list[str]:
    """Write the texts of the product into every catalogue, keeping their translations."""
    for language in LANGUAGES:
        known = load(language)
        known.update(wanted(language), no_fuzzy_matching=True)
        known.obsolete.clear()
        if language == SOURCE:
            for message in known:
                message.string = message.id or message.string
        path = catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, known, sort_output=True, width=110, omit_header=False, include_lineno=False)
    return []


def compile_all() -> list[str]:
    """Write the binary form that Django reads."""
    for path in PACKAGE.glob("**/locale/*/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            known = read_po(file, locale=path.parent.parent.name)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, known)
    return []


def check() -> list[str]:
    """Return what is untranslated, doubtful or no longer asked for."""
    faults = []
    for language in LANGUAGES:
        known, template = load(language), wanted(language)
        missing = [m.id for m in template if m.id and not _translated(known.get(m.id, m.context))]
        unused = [m.id for m in known if m.id and template.get(m.id, m.context) is None]
        faults += [f"{language}: not translated: {text!r}" for text in missing]
        faults += [f"{language}: no longer used: {text!r}" for text in unused]
    return faults


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    texts = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(texts)


def main() -> None:
    """Run one of the commands: `update`, `compile`, `check`."""
    command = {"update": update, "compile": compile_all, "check": check}[sys.argv[1]]
    settings.configure(USE_I18N=True)
    django.setup()
    faults = command()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print("Translate them in balinea/locale after: make texts", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
