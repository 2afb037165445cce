"""Turn a hold's claims into claims that do not expire."""

from uuid import UUID

from django.db import connection

from balinea.scheduling.lock import Locked

KEEP = """
    UPDATE scheduling_claim SET expires_at = NULL
    WHERE visit = %s AND (expires_at IS NULL OR expires_at > clock_timestamp())
"""


class ClaimsGoneError(Exception):
    """The hold has expired, or its time was taken by others since."""


def keep(*, locked: Locked, visit: UUID, claims: int) -> None:
    """Keep the claims of a hold for good; the index stays as it is.

    `claims` is how many the hold took (none where neither a person nor a room is needed). Raises ClaimsGoneError when
    one of them has expired or is gone: the caller's transaction must be rolled back.
    """
    if not claims:
        return
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [visit])
        if cursor.rowcount != claims:
            raise ClaimsGoneError(f"{visit} in venue {locked.venue_id}")
