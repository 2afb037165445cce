"""Refusals as RFC 9457 problems: raise `Refusal` in a call, and the caller reads `application/problem+json`.

`type` is the address of the problem's paragraph on the documentation page; `errors` says, for input that was not
understood, where (`in`: body, query, path or header; `pointer`: RFC 6901, within it) and why.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal

from django.http import HttpResponse
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"
DOCUMENTATION = "/api/v1/docs"
BLANK = "about:blank"  # RFC 9457: nothing more to say than the status


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of problem: its name in `type`, status, title, and one sentence for the documentation page."""

    name: str
    status: int
    title: str
    meaning: str


MALFORMED = Kind(
    name="malformed",
    status=400,
    title="The request could not be read",
    meaning="The body is not JSON in UTF-8, or the request breaks HTTP itself.",
)
NOT_FOUND = Kind(
    name="not-found",
    status=404,
    title="Nothing is here",
    meaning="No such address, venue, hold or booking; a booking asked for without its token looks the same.",
)
METHOD_NOT_ALLOWED = Kind(
    name="method-not-allowed",
    status=405,
    title="This address does not take that method",
    meaning="The header Allow lists the methods that it takes.",
)
SLOT_TAKEN = Kind(
    name="slot-taken",
    status=409,
    title="Somebody else was faster",
    meaning="The start is no longer free. `alternatives` lists the nearest starts that are, three where they exist.",
)
TOO_LATE = Kind(
    name="too-late",
    status=409,
    title="It is too late for that",
    meaning="The salon's policy, or the state of the booking, no longer allows the change.",
)
KEY_BUSY = Kind(
    name="key-busy",
    status=409,
    title="The first request with this key is still running",
    meaning="Another request with the same Idempotency-Key has not ended. Ask again after Retry-After seconds.",
)
HOLD_EXPIRED = Kind(
    name="hold-expired",
    status=410,
    title="The hold has ended",
    meaning="Holds last ten minutes. Nothing was booked; make a new hold.",
)
TOO_LARGE = Kind(
    name="too-large",
    status=413,
    title="The request is too large",
    meaning="Bodies have at most 64 kB.",
)
WRONG_MEDIA_TYPE = Kind(
    name="wrong-media-type",
    status=415,
    title="Send JSON",
    meaning="Bodies are application/json.",
)
INVALID = Kind(
    name="invalid",
    status=422,
    title="Something in the request is not understood",
    meaning="`errors` says what and where.",
)
NOT_OFFERED = Kind(
    name="not-offered",
    status=422,
    title="The venue does not offer this",
    meaning="The start is outside the venue's hours, lead time or horizon, or nobody there does this.",
)
KEY_REUSED = Kind(
    name="key-reused",
    status=422,
    title="This Idempotency-Key came with another request",
    meaning="A key stands for one body. Use a new key for a new request.",
)
TOO_MANY = Kind(
    name="too-many-requests",
    status=429,
    title="Too many requests",
    meaning="Ask again after Retry-After seconds.",
)
UNAVAILABLE = Kind(
    name="unavailable",
    status=503,
    title="Balinea is briefly unavailable",
    meaning="Ask again after Retry-After seconds. A retry with the same Idempotency-Key is safe.",
)
KINDS = (
    MALFORMED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    SLOT_TAKEN,
    TOO_LATE,
    KEY_BUSY,
    HOLD_EXPIRED,
    TOO_LARGE,
    WRONG_MEDIA_TYPE,
    INVALID,
    NOT_OFFERED,
    KEY_REUSED,
    TOO_MANY,
    UNAVAILABLE,
)
BY_STATUS = {kind.status: kind for kind in reversed(KINDS)}


class Mistake(BaseModel):
    """One thing in the request that was not understood."""

    where: Literal["body", "query", "path", "header"] = Field(alias="in")
    pointer: str = Field(description="RFC 6901, within the body or the named parameters")
    detail: str


class Problem(BaseModel):
    """RFC 9457."""

    type: str = Field(description="Where this kind of problem is explained")
    title: str
    status: int
    detail: str = ""


class InvalidProblem(Problem):
    """A problem that says where the request is wrong."""

    errors: list[Mistake] = Field(default=[])


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error of the product
    """The answer is this problem. `more` adds members, `headers` adds headers."""

    kind: Kind
    detail: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def invalid(mistakes: Sequence[tuple[str, str, str]]) -> Refusal:
    """Refuse input; each mistake is (where, pointer, detail)."""
    errors = [{"in": where, "pointer": pointer, "detail": detail} for where, pointer, detail in mistakes]
    return Refusal(kind=INVALID, detail=mistakes[0][2] if mistakes else "", more={"errors": errors})


def response(refusal: Refusal) -> HttpResponse:
    """Write the refusal as an answer."""
    kind = refusal.kind
    body = {
        "type": kind.name if kind.name == BLANK else f"{DOCUMENTATION}#{kind.name}",
        "title": kind.title,
        "status": kind.status,
        "detail": refusal.detail or kind.meaning,
        **refusal.more,
    }
    headers = {"Cache-Control": "no-store", **refusal.headers}
    return HttpResponse(json.dumps(body), status=kind.status, content_type=MEDIA_TYPE, headers=headers)


def of_status(status: int) -> Kind:
    """Return the plainest kind for a status that the framework chose itself."""
    if status in BY_STATUS:
        return BY_STATUS[status]
    phrase = HTTPStatus(status).phrase
    return Kind(name=BLANK, status=status, title=phrase, meaning=phrase)
