"""Tags and filters of the interface: `{% load ui %}`."""

from datetime import date, datetime, time
from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from balinea.platform.ui import covers, formats

register = template.Library()


def _language() -> str:
    return get_language() or "fr"


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "clock" %}`: an icon of the sprite (`icons.json`), decorative; say its meaning in text beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("ui/icons.svg"),
        name,
    )


@register.simple_tag
def cover(seed: str, family: str) -> SafeString:
    """`{% cover venue.slug venue.family %}`: the drawn cover of a venue."""
    return mark_safe(covers.cover(seed, family))  # noqa: S308 - slugs and numbers only, drawn by us


@register.simple_tag
def wide_cover(seed: str, family: str) -> SafeString:
    """`{% wide_cover venue.slug venue.family %}`: the same wall, for the head of a page."""
    return mark_safe(covers.cover(seed, family, width=960, height=300))  # noqa: S308 - as above


@register.simple_tag
def emblem(family: str, icon_name: str) -> SafeString:
    """`{% emblem family.slug family.icon %}`: the star of a family of treatments."""
    return mark_safe(covers.emblem(family, f"{static('ui/icons.svg')}#{icon_name}"))  # noqa: S308 - as above


@register.simple_tag
def dome() -> SafeString:
    """`{% dome %}`: the lights of the home page."""
    return mark_safe(covers.dome())  # noqa: S308 - numbers only


@register.filter
def clock(moment: datetime | time) -> str:
    """`{{ start|clock }}`: `09:30`."""
    return formats.clock(moment)


@register.filter
def hour(moment: datetime | time) -> str:
    """`{{ start|hour }}`: `9 h 30`, `9:30`."""
    return formats.hour(moment, _language())


@register.filter
def longday(moment: date) -> str:
    """`{{ date|longday }}`: `samedi 28 novembre`."""
    return formats.day(moment, _language())


@register.filter
def shortday(moment: date) -> str:
    """`{{ date|shortday }}`: `28 nov.`."""
    return formats.short_day(moment, _language())


@register.filter
def weekday(moment: date) -> str:
    """`{{ date|weekday }}`: `sam.`."""
    return formats.weekday(moment, _language())


@register.filter
def month(moment: date) -> str:
    """`{{ date|month }}`: `novembre 2026`."""
    return formats.month(moment, _language())


@register.filter
def duration(minutes: int) -> str:
    """`{{ minutes|duration }}`: `1 h 30`."""
    return formats.length(minutes)


@register.filter
def distance(metres: int) -> str:
    """`{{ metres|distance }}`: `1,2 km`."""
    return formats.distance(metres, _language())


@register.filter
def amount(minor: int, currency: str) -> str:
    """`{{ total_minor|amount:currency }}`: `45 €`."""
    return formats.amount(minor, currency, _language())


@register.filter
def telephone(number: str) -> str:
    """`{{ venue.phone|telephone }}`: `01 99 00 12 34`, `+33 1 99 00 12 34`."""
    return formats.telephone(number, _language())


@register.filter
def tenths(value: Decimal) -> str:
    """`{{ rating|tenths }}`: `4,8`."""
    return formats.decimal(value, _language())
