"""The taxonomy as packaged: what a treatment is, and all of them in the order of the file."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, kw_only=True, slots=True)
class Treatment:
    """What is done to a client: a family (no parent), a group or a single treatment.

    `family` is the slug of the family that it belongs to, its own for a family. Names in `fr` and `en`; synonyms are what
    people type, in plain letters, and are never shown.
    """

    slug: str
    parent: str | None
    family: str
    name_fr: str
    name_en: str
    synonyms_fr: tuple[str, ...]
    synonyms_en: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return the name in a language; French for any but English."""
        return self.name_en if language.startswith("en") else self.name_fr


def _read() -> tuple[Treatment, ...]:
    text = (files("balinea.catalog") / "data" / "treatments.csv").read_text(encoding="utf-8")
    families: dict[str, str] = {}
    found = []
    for row in csv.DictReader(text.splitlines()):
        parent = row["parent"] or None
        families[row["slug"]] = families[parent] if parent else row["slug"]
        found.append(
            Treatment(
                slug=row["slug"],
                parent=parent,
                family=families[row["slug"]],
                name_fr=row["name_fr"],
                name_en=row["name_en"],
                synonyms_fr=tuple(row["synonyms_fr"].split("|")),
                synonyms_en=tuple(row["synonyms_en"].split("|")),
            )
        )
    return tuple(found)


TREATMENTS = _read()
