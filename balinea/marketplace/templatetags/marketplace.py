"""Tags of the public pages: `{% load marketplace %}`."""

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from balinea.platform.ui.templatetags import languages

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: dict[str, HttpRequest]) -> SafeString:
    """`{% language_links %}`: in the head, where search engines find this page in each language."""
    path = context["request"].path
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}{}">',
        (
            (language, settings.PUBLIC_URL, languages.in_language(path, language))
            for language in languages.NAMES
        ),
    )
