"""How amounts, lengths, dates and times are written in French and English.

Pure: every function takes the language (`"fr"` or `"en"`); instants are aware and already in the zone to show.
French follows the Imprimerie nationale: `10 h 30`, `45 €`, narrow spaces that do not break.
"""

from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_precision
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

NARROW = "\u202f"
BROAD = "\u00a0"
KILOMETRE = 1000
FRANCE = 33  # dialling code
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def locale(language: str) -> str:
    """Return the CLDR locale that a language of the site is written by."""
    return _LOCALES.get(language[:2], "fr_FR")


def amount(minor: int, currency: str, language: str) -> str:
    """Write an amount given in minor units: `45 €`, `29,90 €`, `€29.90`. Cents are left out when there are none."""
    value = Decimal(minor).scaleb(-get_currency_precision(currency))
    text = format_currency(value, currency, locale=locale(language))
    if value == value.to_integral_value():
        text = format_currency(
            value, currency, format=_whole_pattern(language), locale=locale(language), currency_digits=False
        )
    return text


def _whole_pattern(language: str) -> str:
    return f"#,##0{BROAD}¤" if language.startswith("fr") else "¤#,##0"


def decimal(value: Decimal | float, language: str) -> str:
    """Write a rating or distance with one digit after the comma: `4,8`."""
    return str(format_decimal(value, format="0.0", locale=locale(language)))


def length(minutes: int) -> str:
    """Write a duration: `45 min`, `1 h`, `1 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{BROAD}min"
    return f"{hours}{BROAD}h{BROAD}{rest:02}" if rest else f"{hours}{BROAD}h"


def distance(metres: int, language: str) -> str:
    """Write a distance as one would say it: `350 m`, `1,2 km`."""
    if metres < KILOMETRE:
        return f"{round(metres, -1) or 10}{BROAD}m"
    return f"{decimal(Decimal(metres) / KILOMETRE, language)}{BROAD}km"


def clock(moment: datetime | time) -> str:
    """Write a time for a button or a table: `09:30`."""
    return f"{moment:%H:%M}"


def hour(moment: datetime | time, language: str) -> str:
    """Write a time for a sentence: `10 h 30`, `10 h`; `10:30` in English."""
    if language.startswith("fr"):
        return f"{moment.hour}{BROAD}h" + (f"{BROAD}{moment.minute:02}" if moment.minute else "")
    return f"{moment:%H:%M}"


def day(moment: date, language: str, *, today: date | None = None) -> str:
    """Write a date in full: `samedi 28 novembre`; with the year when it is not that of `today`."""
    pattern = "EEEE d MMMM" if today is None or moment.year == today.year else "EEEE d MMMM y"
    text = str(format_date(moment, pattern, locale=locale(language)))
    if language.startswith("fr") and moment.day == 1:
        text = text.replace(" 1 ", " 1er ")
    return text.replace(" ", BROAD, 1)


def weekday(moment: date, language: str) -> str:
    """Write a short weekday for a strip: `sam.`, `Sat`."""
    return str(format_date(moment, "EEE", locale=locale(language)))


def month(moment: date, language: str) -> str:
    """Write a month and its year: `novembre 2026`."""
    return str(format_date(moment, "MMMM y", locale=locale(language)))


def short_day(moment: date, language: str) -> str:
    """Write a date briefly: `28 nov.`, `28 Nov`."""
    return str(format_date(moment, "d MMM", locale=locale(language))).replace(" ", BROAD)


def weekday_name(moment: date, language: str) -> str:
    """Write a weekday in full: `samedi`, `Saturday`."""
    return str(format_date(moment, "EEEE", locale=locale(language)))


def telephone(number: str, language: str) -> str:
    """Write a telephone number as its readers dial it: French ones without `+33` for the French. As typed when it is none."""
    try:
        known = parse(number, "FR")
    except NumberParseException:
        return number
    if not is_possible_number(known):
        return number
    at_home = language.startswith("fr") and known.country_code == FRANCE
    style = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return format_number(known, style).replace(" ", BROAD)
