"""Answers of calls: a typed shape goes in, its JSON goes out without being validated a second time."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpResponse
from pydantic import BaseModel

from balinea.api.problems import InvalidProblem, Problem

PRIVATE = {"Cache-Control": "no-store"}
MOMENTARY = {"Cache-Control": "public, max-age=0, s-maxage=5"}
STEADY = {"Cache-Control": "public, max-age=300"}

ALWAYS = (400, 404, 405, 422, 429, 500, 503)
WITH_BODY = (409, 413, 415)


def answer(shape: BaseModel, *, status: int = HTTPStatus.OK, headers: Mapping[str, str]) -> HttpResponse:
    """Write `shape` as the answer."""
    return HttpResponse(
        shape.model_dump_json(by_alias=True, exclude_unset=True),
        status=status,
        content_type="application/json",
        headers=dict(headers),
    )


def statuses(
    success: Mapping[int, object],
    *,
    refusals: Mapping[int, type[BaseModel]] | None = None,
    body: bool = False,
) -> dict[int, object]:
    """List every status that a call may answer with, for the document; `refusals` are those of this call alone."""
    common: dict[int, object] = dict.fromkeys(ALWAYS, Problem)
    common[422] = InvalidProblem
    if body:
        common |= dict.fromkeys(WITH_BODY, Problem)  # 409: another request with the same Idempotency-Key runs
    return {**success, **common, **(refusals or {})}
