"""Tags of the public pages: `{% load marketplace %}`. An address differs between languages in its first part only."""

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

_NAMES = {"fr": "Français", "en": "English"}


def _in_language(path: str, language: str) -> str:
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{language}/{rest}" if first in _NAMES else f"/{language}/"


@register.simple_tag(takes_context=True)
def other_language(context: dict[str, HttpRequest]) -> SafeString:
    """`{% other_language %}`: the link to this page in the other language."""
    other = "fr" if get_language() == "en" else "en"
    request = context["request"]
    path = request.get_full_path() if request.method == "GET" else request.path
    return format_html(
        '<a href="{0}" lang="{1}" hreflang="{1}">{2}</a>', _in_language(path, other), other, _NAMES[other]
    )


@register.simple_tag(takes_context=True)
def language_links(context: dict[str, HttpRequest]) -> SafeString:
    """`{% language_links %}`: in the head, where search engines find this page in each language."""
    path = context["request"].path
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}{}">',
        ((language, settings.PUBLIC_URL, _in_language(path, language)) for language in _NAMES),
    )
