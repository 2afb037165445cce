"""Reading many plain rows at once: binary results spare the server and us the decimal digits.

Django's own cursor puts parameters into the text of a statement, which rules binary results out; this one lets the server
bind them. Parameters may need a cast in the statement (`%s::bigint[]`).
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db import connection
from psycopg import Cursor
from psycopg.pq import Format


def rows(statement: str, parameters: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return all rows of a statement. Timestamps come in the server's zone: cast them to something plain."""
    connection.ensure_connection()
    plain: Any = Cursor(connection.connection)  # Django wraps any cursor; its types name the wrapper
    plain.format = Format.BINARY
    make = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with make(plain) as cursor, connection.wrap_database_errors:
        cursor.execute(statement, parameters)
        return cast("list[tuple[Any, ...]]", cursor.fetchall())
