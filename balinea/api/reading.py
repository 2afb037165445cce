"""Reading of requests: JSON bodies in UTF-8, and nothing else."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from balinea.api.problems import MALFORMED, WRONG_MEDIA_TYPE, Refusal


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


class StrictParser(Parser):
    """Refuse bodies of another media type, and what is not quite JSON."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the parsed body."""
        if request.content_type != "application/json":
            raise Refusal(kind=WRONG_MEDIA_TYPE)
        try:
            return json.loads(request.body, parse_constant=_refuse_constant)  # type: ignore[no-any-return]
        except (ValueError, RecursionError) as error:
            raise Refusal(kind=MALFORMED, detail="The body is not JSON in UTF-8.") from error
