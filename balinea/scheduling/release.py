"""Give back what a visit has claimed."""

from uuid import UUID

from django.db import connection

from balinea.scheduling.lock import Locked
from balinea.scheduling.occupancy import Touched, rewrite

DELETE = """
    DELETE FROM scheduling_claim WHERE visit = %s
    RETURNING resource_id, extract(epoch FROM lower(span))::bigint / 300,
        extract(epoch FROM upper(span))::bigint / 300
"""


def release(*, locked: Locked, visit: UUID) -> bool:
    """Delete the visit's claims and free their time in the index; say whether there were any."""
    touched = delete(visit=visit)
    rewrite(locked=locked, touched=touched)
    return bool(touched)


def delete(*, visit: UUID) -> list[Touched]:
    """Delete the visit's claims and leave the index to the caller. The resources are locked already."""
    with connection.cursor() as cursor:
        cursor.execute(DELETE, [visit])
        return [Touched(resource_id=id_, start=start, end=end) for id_, start, end in cursor.fetchall()]
