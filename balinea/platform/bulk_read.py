"""Reading many plain rows at once: binary results spare the server and us the decimal digits."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db import connection
from psycopg.pq import Format


def rows(statement: str, parameters: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return all rows of a statement. Cast timestamps to something plain in the statement: their zone is not set here."""
    with connection.cursor() as cursor:
        cursor.cursor.format = Format.BINARY
        cursor.execute(statement, parameters)
        return cast("list[tuple[Any, ...]]", cursor.fetchall())
