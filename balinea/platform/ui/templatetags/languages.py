"""`{% load languages %}`: this page in the other language. An address differs between languages in its first part only."""

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

NAMES = {"fr": "Français", "en": "English"}


def in_language(path: str, language: str) -> str:
    """Return the address of the same page in a language."""
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{language}/{rest}" if first in NAMES else f"/{language}/"


@register.simple_tag(takes_context=True)
def language_link(context: dict[str, HttpRequest]) -> SafeString:
    """`{% language_link %}`: the link to this page in the other language."""
    other = "fr" if get_language() == "en" else "en"
    request = context["request"]
    path = request.get_full_path() if request.method == "GET" else request.path
    return format_html(
        '<a href="{0}" lang="{1}" hreflang="{1}">{2}</a>', in_language(path, other), other, NAMES[other]
    )
