"""Reads of who may do what in which business."""

from balinea.venues.models import Membership


def businesses_of(user_id: int) -> tuple[int, ...]:
    """Return the ids of the businesses that a person belongs to."""
    found = Membership.objects.filter(user_id=user_id).order_by("business_id")
    return tuple(found.values_list("business_id", flat=True))
