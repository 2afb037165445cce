"""A venue in its place of the order.

The order is (chunk, value, venue): chunks follow the static order, so that only a few hundred calendars are read for a
page; inside a chunk, what was found in the calendars decides.
"""

from typing import NamedTuple

from balinea.search.candidates import Candidate
from balinea.search.values import Sort

CHUNK = 200
POOL = 1_000  # `soonest` orders so many of the best candidates
COUNTED = 500


class Ranked(NamedTuple):
    """`value` is lower for what comes first."""

    value: float
    candidate: Candidate


def chunk_size(sort: Sort) -> int:
    """Return how many candidates are judged together."""
    return POOL if sort == "soonest" else CHUNK
