"""The listings that a question is about, in order of what is known before any calendar is read. One statement a call."""

from typing import NamedTuple

from balinea.places.values import METRES_PER_DEGREE
from balinea.platform.bulk_read import rows
from balinea.search import rules
from balinea.search.cells import cells_of
from balinea.search.question import Question

DISTANCE = f"""{METRES_PER_DEGREE} * sqrt(
    power(l.latitude - %(latitude)s, 2)
    + power((l.longitude - %(longitude)s) * cos(radians((l.latitude + %(latitude)s) / 2)), 2))"""
COLUMNS = """
    l.venue_id, l.service_id, l.price_minor, {fit} AS fit, {distance} AS distance,
    l.standing, l.rating, l.reviews, l.hours_of, l.recipe
"""
SCORE = f"{rules.FIT} * fit + {rules.DISTANCE} * exp(-distance / {rules.NEAR_M}) + standing"
ORDERS = {
    "best": "{score} DESC, venue_id",
    "soonest": "{score} DESC, venue_id",
    "distance": "distance, {score} DESC, venue_id",
    "price": "price_minor, {score} DESC, venue_id",
    "rating": "rating DESC NULLS LAST, {score} DESC, venue_id",
}


class Candidate(NamedTuple):
    """A listing that fits treatment and place. `distance` in metres, from the place asked for."""

    venue: int
    service: int
    price_minor: int
    fit: float
    distance: float | None
    standing: float
    rating: float | None
    reviews: int
    hours_of: str
    recipe: str

    def static_score(self, *, nearness_counts: bool) -> float:
        """Return the score before calendars are read."""
        distance = self.distance if nearness_counts else None
        return rules.static(fit=self.fit, distance_m=distance, standing=self.standing)


def read(question: Question, *, skip: int, most: int) -> list[Candidate]:
    """Return at most `most` candidates in static order, after the first `skip`."""
    if not question.treatments:
        return []
    statement = f"{_found(question)} ORDER BY {_order(question)} LIMIT %(most)s OFFSET %(skip)s"
    return [Candidate(*row) for row in rows(statement, {**_parameters(question), "most": most, "skip": skip})]


def count(question: Question, *, most: int) -> int:
    """Return how many candidates there are, at most `most`."""
    if not question.treatments:
        return 0
    statement = f"SELECT count(*) FROM ({_found(question)} LIMIT %(most)s) AS counted"  # noqa: S608 - our own text
    return int(rows(statement, {**_parameters(question), "most": most})[0][0])


def _found(question: Question) -> str:
    """Return the statement that finds one listing a venue: with several readings of the treatment, the best fit."""
    distance = "NULL::float8" if question.place is None else DISTANCE
    where = " AND ".join(["TRUE", *_filters(question)])
    if len(question.treatments) == 1:
        columns = COLUMNS.format(fit="%(fit)s::float8", distance=distance)
        return f"SELECT * FROM (SELECT {columns} FROM search_listing AS l WHERE l.treatment = %(treatment)s AND {where}) AS found"  # noqa: S608
    columns = COLUMNS.format(fit="meant.fit", distance=distance)
    return f"""SELECT * FROM (
        SELECT DISTINCT ON (l.venue_id) {columns}
        FROM search_listing AS l
        JOIN unnest(%(treatments)s::text[], %(fits)s::float8[]) AS meant (slug, fit) ON l.treatment = meant.slug
        WHERE {where} ORDER BY l.venue_id, meant.fit DESC, l.price_minor, l.service_id
    ) AS found"""  # noqa: S608


def _filters(question: Question) -> list[str]:
    if question.place is None:
        return []
    reach = question.place.reach
    if reach.city is not None:
        return ["l.city = %(city)s"]
    if question.place.kind == "district":
        return ["l.cell = ANY(%(cells)s)", "%(postcode)s = ANY(l.districts)"]
    return ["l.cell = ANY(%(cells)s)", f"{DISTANCE} <= %(margin)s"]


def _order(question: Question) -> str:
    score = "standing"
    if question.nearness_counts:
        score = SCORE
    elif len(question.treatments) > 1:
        score = f"{rules.FIT} * fit + standing"
    order = ORDERS[question.sort]
    if question.sort == "distance" and question.place is None:
        order = ORDERS["best"]
    return order.format(score=f"({score})" if score != "standing" else score)


def _parameters(question: Question) -> dict[str, object]:
    (treatment, fit), *_ = question.treatments.items()
    parameters: dict[str, object] = {
        "treatment": treatment,
        "fit": fit,
        "treatments": list(question.treatments),
        "fits": list(question.treatments.values()),
    }
    if question.place is None:
        return parameters
    place = question.place
    return parameters | {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "city": place.reach.city,
        "postcode": place.postcode,
        "margin": place.reach.margin,
        "cells": [] if place.reach.city is not None else cells_of(place.reach.box()),
    }
