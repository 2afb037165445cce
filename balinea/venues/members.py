"""Reads of who may do what in which business."""

from balinea.venues.models import Membership, Resource


def businesses_of(user_id: int) -> tuple[int, ...]:
    """Return the ids of the businesses that a person belongs to."""
    found = Membership.objects.filter(user_id=user_id).order_by("business_id")
    return tuple(found.values_list("business_id", flat=True))


def unit_names(venue_id: int) -> dict[str, str]:
    """Return what the team calls each unit of a venue's rooms, by its key."""
    units = Resource.objects.filter(venue_id=venue_id, room__isnull=False)
    return {key: name or key for key, name in units.values_list("key", "name")}
