"""Types of fields, each with the form that the documentation shows."""

import re
from datetime import date, datetime, time
from typing import Annotated

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1970, 2999
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WALL_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NO_CONTROLS = r"^[^\x00-\x1f\x7f]*$"


def _instant(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("write an instant with its offset, as 2026-11-28T14:30:00+01:00")
    instant = datetime.fromisoformat(value.upper())
    if not FIRST_YEAR < instant.year < LAST_YEAR:
        raise ValueError(f"only years {FIRST_YEAR + 1} to {LAST_YEAR - 1}")
    return instant


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise ValueError("write a date as 2026-11-28")
    day = date.fromisoformat(value)
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise ValueError(f"only years {FIRST_YEAR + 1} to {LAST_YEAR - 1}")
    return day


def _wall_time(value: object) -> time:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not _WALL_TIME.fullmatch(value):
        raise ValueError("write a local time as 14:30")
    return time.fromisoformat(value)


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("must not be blank")
    return value.strip()


def _email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError as error:
        raise ValueError("this is no e-mail address") from error
    return value


Instant = Annotated[
    datetime,
    BeforeValidator(_instant),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date-time",
            "description": "RFC 3339, with the venue's offset",
            "examples": ["2026-11-28T14:30:00+01:00"],
        }
    ),
]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-11-28"]}),
]
WallTime = Annotated[
    time,
    BeforeValidator(_wall_time),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["14:30"]}),
]
Amount = Annotated[
    str, Field(pattern=r"^\d+(\.\d+)?$", description="Decimal text, tax included", examples=["48.00"])
]
Key = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_NO_CONTROLS)]
Name = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"
    ),
    AfterValidator(_filled),
]
Words = Annotated[str, StringConstraints(max_length=100, pattern=_NO_CONTROLS)]
Note = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
Phone = Annotated[
    str, StringConstraints(pattern=r"^(\+?[0-9 .()/-]{6,25})?$"), Field(examples=["+33 6 12 34 56 78"])
]
Email = Annotated[
    str,
    StringConstraints(max_length=254),
    AfterValidator(_email),
    WithJsonSchema(
        {"type": "string", "format": "email", "maxLength": 254, "examples": ["camille@example.com"]}
    ),
]
