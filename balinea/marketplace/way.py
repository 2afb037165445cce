"""How to get to a venue: the nearest station on foot, and a map."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from balinea.places.gazetteer import PLACES
from balinea.places.values import metres
from balinea.venues.values import Address

METRES_A_MINUTE = 75  # a calm walk through a city, streets being longer than the crow flies
LONGEST_WALK = 15  # minutes; further away is no hint
STATIONS = tuple(place for place in PLACES if place.kind == "station")


def walk(location: tuple[float, float] | None) -> str:
    """Return `à 3 min à pied de Bastille`, or "" where no station is near."""
    if location is None or not STATIONS:
        return ""
    away, station = min((metres(location, (one.latitude, one.longitude)), one.name) for one in STATIONS)
    minutes = max(1, round(away / METRES_A_MINUTE))
    if minutes > LONGEST_WALK:
        return ""
    return _("%(minutes)s min à pied, station %(station)s") % {"minutes": minutes, "station": station}


def directions(address: Address, location: tuple[float, float] | None) -> str:
    """Return the address of the way there on an open map."""
    if location is None:
        return "https://www.openstreetmap.org/search?" + urlencode({"query": address.line()})
    latitude, longitude = location
    return "https://www.openstreetmap.org/directions?" + urlencode({"to": f"{latitude:.5f},{longitude:.5f}"})
