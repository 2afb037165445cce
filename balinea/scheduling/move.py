"""Move a visit: its old claims go and its new ones come, or nothing changes."""

from collections.abc import Sequence

from django.db import transaction

from balinea.scheduling import release
from balinea.scheduling.claim import Holder, Wanted, insert
from balinea.scheduling.lock import Locked
from balinea.scheduling.occupancy import rewrite


def move(*, locked: Locked, wanted: Sequence[Wanted], holder: Holder) -> None:
    """Replace the claims of the holder's visit. Raises SlotTakenError; the old claims stand then."""
    with transaction.atomic():  # the savepoint that brings the old claims back
        old = release.delete(visit=holder.visit)
        new = insert(locked=locked, wanted=wanted, holder=holder)
    rewrite(locked=locked, touched=[*old, *new])
