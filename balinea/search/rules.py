"""The ranking formula, version 1. Pure; explained in docs/ranking.md.

A venue's rank is a weighted sum of four parts, each between 0 and 1. The static part (fit, distance, rating) is known
before any calendar is read and picks the candidates; availability is added for those whose starts were checked.
"""

import math

VERSION = 1

FIT, DISTANCE, AVAILABILITY, RATING = 0.40, 0.30, 0.20, 0.10
NEAR_M = 1_000  # at this distance closeness has fallen to 1/e
PRIOR_RATING, PRIOR_REVIEWS, BEST_RATING = 4.2, 10, 5.0
PLENTY_OF_STARTS = 6  # so many free starts in the window count as full availability
PATIENCE_DAYS = 7  # without a date: a first free day so far away counts as none
TURN = 0.001  # the most that the tie-breaking turn may weigh


def closeness(distance_m: float) -> float:
    """Return how near is near: 1 here, 1/e after a kilometre."""
    return math.exp(-distance_m / NEAR_M)


def standing(*, rating: float | None, reviews: int, turn: float) -> float:
    """Return the part that does not depend on the question: rating, drawn to the prior while reviews are few, and a turn.

    `turn` (0 to 1, fixed for a venue) breaks ties without favouring the oldest venue.
    """
    total = PRIOR_RATING * PRIOR_REVIEWS + (rating or 0) * reviews
    return RATING * total / (PRIOR_REVIEWS + reviews) / BEST_RATING + TURN * turn


def static(*, fit: float, distance_m: float | None, standing: float) -> float:
    """Return the score before calendars are read. Without a place to be near to, distance counts for nobody."""
    near = 0.0 if distance_m is None else DISTANCE * closeness(distance_m)
    return FIT * fit + near + standing


def availability_in_window(starts: int) -> float:
    """Return the part for the free starts inside the window asked for."""
    return AVAILABILITY * min(starts, PLENTY_OF_STARTS) / PLENTY_OF_STARTS


def availability_soon(days_ahead: int | None) -> float:
    """Return the part for a first free day so many days ahead; None: no free day."""
    if days_ahead is None:
        return 0.0
    return AVAILABILITY * max(0, PATIENCE_DAYS - days_ahead) / PATIENCE_DAYS
