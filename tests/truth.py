"""What tests look at behind the verbs: the claims, and whether the availability index is true to them."""

from balinea.scheduling.check import Checked, check_venues
from balinea.scheduling.models import Claim
from balinea.venues.models import Venue


def drift():
    """Every wrong row of the availability index."""
    return list(check_venues(list(Venue.objects.values_list("pk", flat=True)), Checked()))


def claims():
    """Every claim as (resource key, start, end)."""
    rows = Claim.objects.select_related("resource").order_by("resource__key", "span")
    return [(row.resource.key, row.span.lower, row.span.upper) for row in rows]


def claims_by_visit():
    """Every claim by the visit that it belongs to, those of blocks left out."""
    found = {}
    for row in Claim.objects.filter(block=None).order_by("resource_id", "span"):
        found.setdefault(row.visit, []).append((row.resource_id, row.span.lower, row.span.upper))
    return found
