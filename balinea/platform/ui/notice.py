"""A word at the top of a page: what happened, what is safe, what to do now."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """`kind` is good, caution, wrong or nothing; `icon` one of the sprite."""

    kind: str
    icon: str
    title: str
    text: str = ""
