"""Keep a resource free of bookings, and give it back.

Blocks may overlap each other, claims may not: a block claims what no other block of that resource covers already
(docs/adr/0006). The spans as entered stay in `Block`.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from balinea.scheduling.claim import Holder, Wanted, claim
from balinea.scheduling.lock import Locked
from balinea.scheduling.models import Block, Claim
from balinea.scheduling.occupancy import Touched, rewrite
from balinea.scheduling.steps import step_of


def block(*, locked: Locked, span: Wanted) -> int:
    """Block a resource of the locked venue over a span of whole steps; return the block's id.

    Raises SlotTakenError if a hold or a booking is in the way: a block never takes anybody's time.
    """
    added = Block.objects.create(resource_id=span.resource_id, starts_at=span.start, ends_at=span.end)
    _claim_uncovered(locked, added)
    return added.pk


def unblock(*, locked: Locked, block_id: int) -> None:
    """Remove a block; what other blocks cover stays blocked. Block.DoesNotExist if there is none in this venue."""
    removed = Block.objects.get(pk=block_id, resource_id__in=locked.staff | locked.units)
    neighbours = Block.objects.filter(
        resource_id=removed.resource_id, starts_at__lt=removed.ends_at, ends_at__gt=removed.starts_at
    ).exclude(pk=block_id)
    Claim.objects.filter(block_id=block_id).delete()
    removed.delete()
    rewrite(locked=locked, touched=[_touched(removed)])
    for neighbour in neighbours.order_by("pk"):
        _claim_uncovered(locked, neighbour)


def _claim_uncovered(locked: Locked, added: Block) -> None:
    covered = Claim.objects.filter(
        resource_id=added.resource_id, block__isnull=False, span__overlap=(added.starts_at, added.ends_at)
    )
    free = uncovered(
        (added.starts_at, added.ends_at), sorted((row.span.lower, row.span.upper) for row in covered)
    )
    wanted = [Wanted(resource_id=added.resource_id, start=start, end=end) for start, end in free]
    claim(locked=locked, wanted=wanted, holder=Holder(visit=uuid4(), block_id=added.pk))
    # where others cover its end already, the end itself is new all the same
    rewrite(locked=locked, touched=[_touched(added)])


def _touched(row: Block) -> Touched:
    return Touched(resource_id=row.resource_id, start=step_of(row.starts_at), end=step_of(row.ends_at))


def uncovered(
    span: tuple[datetime, datetime], covered: Sequence[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """Return the parts of a span that none of these spans, sorted and disjoint, covers."""
    free = []
    begin, end = span
    for start, stop in covered:
        if begin < min(start, end):
            free.append((begin, min(start, end)))
        begin = max(begin, stop)
    if begin < end:
        free.append((begin, end))
    return free
