"""Writing many rows at once: ids drawn beforehand, rows sent by COPY in binary form."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection


def new_ids(table: str, count: int) -> list[int]:
    """Draw ids for so many new rows of a table whose key is `id`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
        )
        return [id_ for (id_,) in cursor.fetchall()]


def copy(table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
    """Add rows to a table; `columns` are names and types of PostgreSQL, in the order of each row's values."""
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT BINARY)"
    with connection.cursor() as cursor, cursor.copy(statement) as sink:
        sink.set_types(list(columns.values()))
        for row in rows:
            sink.write_row(row)
