"""The gazetteer: packaged places with their reach, read once when first imported.

Sources are named in `data/SOURCES.md`.
"""

import csv
import json
from collections.abc import Iterator
from importlib.resources import files

from balinea.places.values import Corner, Place, Reach, metres

CITY_MARGIN = 300  # the packaged outlines are simplified: a shop on the ring road is still in town
DISTRICT_MARGIN = 500
NEARBY = 3_000
CITY_RADIUS = 5_000  # how far a city without packaged outlines goes from its centre
SIDES = 32

Row = dict[str, str]
Ring = tuple[Corner, ...]


def _rows(name: str) -> list[Row]:
    text = (files("balinea.places") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _point(row: Row) -> Corner:
    return float(row["latitude"]), float(row["longitude"])


def _packaged_outlines() -> dict[str, Ring]:
    document = json.loads((files("balinea.places") / "data" / "paris-districts.geojson").read_text("utf-8"))
    return {
        feature["properties"]["postcode"]: tuple((y, x) for x, y in feature["geometry"]["coordinates"][0])
        for feature in document["features"]
    }


def _circle(centre: Corner, radius: int) -> Ring:
    """Return a ring of corners around the centre, as an outline for a city that has none."""
    outline = Reach(areas=((centre,),), margin=radius).box()
    half_height, half_width = outline.north - centre[0], outline.east - centre[1]
    turns = [complex(0, 1) ** (4 * side / SIDES) for side in range(SIDES)]
    return tuple((centre[0] + half_height * t.imag, centre[1] + half_width * t.real) for t in turns)


def _nearer(ring: Ring, own: Corner, other: Corner) -> Ring:
    """Cut a convex ring to the side that lies nearer to `own` than to `other`."""
    kept: list[Corner] = []
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        da = metres(a, own) ** 2 - metres(a, other) ** 2  # squares: linear along an edge
        db = metres(b, own) ** 2 - metres(b, other) ** 2
        if da <= 0:
            kept.append(a)
        if (da < 0 < db) or (db < 0 < da):
            share = da / (da - db)
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return tuple(kept)


def _cells(rows: list[Row], city: Row) -> Iterator[tuple[str, Ring]]:
    """Share a city among its places: what lies nearest to one belongs to the district of its postcode."""
    points = {
        (_point(row), row["postcode"]) for row in rows if row["city"] == city["name"] and row is not city
    }
    for own, code in sorted(points):
        ring = _circle(_point(city), CITY_RADIUS)
        for other, _ in points:
            if other != own:
                ring = _nearer(ring, own, other)
        yield code, ring


def _outlines(rows: list[Row]) -> dict[str, tuple[Ring, ...]]:
    """Return the areas of each district by postcode: packaged, or shares of its city."""
    outlines: dict[str, tuple[Ring, ...]] = {code: (ring,) for code, ring in _packaged_outlines().items()}
    for city in rows:
        if city["kind"] != "city" or any(
            row["city"] == city["name"] and row["postcode"] in outlines for row in rows
        ):
            continue
        for code, ring in _cells(rows, city):
            outlines[code] = (*outlines.get(code, ()), ring)
    return outlines


def _reach(row: Row, rows: list[Row], outlines: dict[str, tuple[Ring, ...]]) -> Reach:
    if row["kind"] == "city":
        codes = [r["postcode"] for r in rows if r["kind"] == "district" and r["city"] == row["city"]]
        areas = tuple(ring for code in codes for ring in outlines[code])
        return Reach(areas=areas, margin=CITY_MARGIN, city=row["city"])
    if row["kind"] == "district":
        return Reach(areas=outlines[row["postcode"]], margin=DISTRICT_MARGIN)
    return Reach(areas=((_point(row),),), margin=NEARBY)


def _read() -> tuple[Place, ...]:
    rows = _rows("places.csv")
    outlines = _outlines(rows)
    return tuple(
        Place(
            kind=row["kind"],  # type: ignore[arg-type]  # the packaged file holds these kinds only; a test checks it
            name=row["name"],
            city=row["city"],
            postcode=row["postcode"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            reach=_reach(row, rows, outlines),
        )
        for row in rows
    )


def _read_aliases() -> dict[str, tuple[str, str]]:
    return {row["alias"]: (row["city"], row["name"]) for row in _rows("aliases.csv")}


PLACES = _read()
ALIASES = _read_aliases()  # what people say -> (city, name) of the place that they mean


def point(latitude: float, longitude: float) -> Place:
    """Return a bare point as a place that reaches as far as a station does."""
    return Place(
        kind="point",
        name=f"{latitude:.5f},{longitude:.5f}",
        city="",
        postcode="",
        latitude=latitude,
        longitude=longitude,
        reach=Reach(areas=(((latitude, longitude),),), margin=NEARBY),
    )
