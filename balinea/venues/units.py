"""What a team calls the units of its rooms."""

from balinea.venues.models import Resource


def spoken(unit: Resource) -> str:
    """Return a unit's name; one that was given none is called by its room and number: "Fauteuil 2"."""
    if unit.room is None or unit.name not in {"", unit.key}:
        return unit.name
    number = unit.key.rpartition("#")[2] if "#" in unit.key else ""
    return f"{unit.room.name or unit.room.key} {number}".strip()


def names(venue_id: int) -> dict[str, str]:
    """Return the names of a venue's units by their keys."""
    units = Resource.objects.filter(venue_id=venue_id, room__isnull=False).select_related("room")
    return {unit.key: spoken(unit) for unit in units}
