"""The last touch on the OpenAPI document: media types and headers of problems."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from balinea.api.problems import MEDIA_TYPE
from balinea.api.retries import HEADER, LONGEST

REFUSAL = 400
_KEY = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "description": "The same key and body get the same success for 24 hours",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[!-~]+$"},
}
_RETRY_AFTER = {"description": "Seconds to wait", "schema": {"type": "integer", "minimum": 0}}
_ALLOW = {"description": "The methods that this address takes", "schema": {"type": "string"}}
_HEADERS: dict[int, dict[str, Any]] = {
    405: {"Allow": _ALLOW},
    429: {"Retry-After": _RETRY_AFTER},
    503: {"Retry-After": _RETRY_AFTER},
}


def finish(document: OpenAPISchema) -> OpenAPISchema:
    """Say that problems are `application/problem+json`, and which headers come with them."""
    for calls in document["paths"].values():
        for method, call in calls.items():
            if method == "post":
                call["parameters"].append(_KEY)
            for status, told in call["responses"].items():
                if int(status) >= REFUSAL:
                    told["content"] = {MEDIA_TYPE: told["content"]["application/json"]}
                    told["headers"] = _HEADERS.get(int(status), {})
    return document
