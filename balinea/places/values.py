"""A place and how far around it a search reaches. Frozen values; angles in degrees, lengths in metres."""

import math
from dataclasses import dataclass
from typing import Literal

METRES_PER_DEGREE = 111_195  # of latitude, and of longitude at the equator

Kind = Literal["city", "district", "neighbourhood", "station", "point"]
Corner = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """The smallest rectangle of latitudes and longitudes around a reach: a quick first filter."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """Where venues count as being at a place: inside one of the areas or at most `margin` metres away from one.

    An area is a ring of corners; a single corner is a point. `city` is set when the place is a whole city: an address
    that names the city is inside as well, wherever its point lies.
    """

    areas: tuple[tuple[Corner, ...], ...]
    margin: int
    city: str | None = None

    def covers(self, latitude: float, longitude: float) -> bool:
        """Return whether the point is inside an area, or close enough to one."""
        here = (latitude, longitude)
        return any(_inside(here, area) or _metres_to(here, area) <= self.margin for area in self.areas)

    def box(self) -> Box:
        """Return the rectangle outside which nothing is covered."""
        corners = [corner for area in self.areas for corner in area]
        south, north = min(c[0] for c in corners), max(c[0] for c in corners)
        west, east = min(c[1] for c in corners), max(c[1] for c in corners)
        up = self.margin / METRES_PER_DEGREE
        aside = up / math.cos(math.radians(max(abs(south), abs(north))))
        return Box(south=south - up, west=west - aside, north=north + up, east=east + aside)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A city, district, neighbourhood or station of the gazetteer, or a bare point.

    `city` and `postcode` are empty for a point.
    """

    kind: Kind
    name: str
    city: str
    postcode: str
    latitude: float
    longitude: float
    reach: Reach


def metres(a: Corner, b: Corner) -> float:
    """Return the distance between two points; within 0.1 % over a city."""
    aside = (b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return math.hypot(b[0] - a[0], aside) * METRES_PER_DEGREE


def _inside(here: Corner, ring: tuple[Corner, ...]) -> bool:
    """Ray casting along the parallel of `here`."""
    crossings = 0
    for (y1, x1), (y2, x2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > here[0]) != (y2 > here[0]):
            crossings += here[1] < x1 + (here[0] - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def _metres_to(here: Corner, ring: tuple[Corner, ...]) -> float:
    return min(_metres_to_edge(here, a, b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True))


def _metres_to_edge(here: Corner, a: Corner, b: Corner) -> float:
    narrow = math.cos(math.radians(here[0]))
    ax, ay = (a[1] - here[1]) * narrow, a[0] - here[0]
    dx, dy = (b[1] - a[1]) * narrow, b[0] - a[0]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy) * METRES_PER_DEGREE
