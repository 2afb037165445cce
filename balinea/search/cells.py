"""A grid of cells over the earth, 0.01 degrees a side: an ordinary index then finds what is near. Pure."""

from balinea.places.values import Box

PER_DEGREE = 100
ACROSS = 360 * PER_DEGREE
NOWHERE = -1
MOST = 20_000  # cells; only beside the poles is anything so wide, and nobody there books


def cell_of(latitude: float | None, longitude: float | None) -> int:
    """Return the cell of a point, `NOWHERE` without one."""
    if latitude is None or longitude is None:
        return NOWHERE
    return _row(latitude) * ACROSS + _column(longitude)


def cells_of(box: Box) -> list[int]:
    """Return every cell that the box touches; none when there are more than `MOST`."""
    rows = range(_row(box.south), _row(box.north) + 1)
    columns = range(_column(box.west), _column(box.east) + 1)
    if len(rows) * len(columns) > MOST:
        return []
    return [row * ACROSS + column for row in rows for column in columns]


def _row(latitude: float) -> int:
    return int((min(max(latitude, -90.0), 90.0) + 90) * PER_DEGREE)


def _column(longitude: float) -> int:
    return int((min(max(longitude, -180.0), 180.0) + 180) * PER_DEGREE)
