"""A client that costs little itself: one kept-alive connection, nothing else."""

import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode


class Client:
    """Asks one product, one request after the other."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, path: str, **query: object) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the JSON of a GET under /api/v1; anything but success ends the benchmark."""
        self._connection.request("GET", f"/api/v1{path}?{urlencode(query, doseq=True)}")
        return self._answer()

    def post(self, path: str, body: object) -> Any:  # noqa: ANN401
        """Return the JSON of a POST under /api/v1."""
        self._connection.request(
            "POST", f"/api/v1{path}", json.dumps(body), {"Content-Type": "application/json"}
        )
        return self._answer()

    def _answer(self) -> Any:  # noqa: ANN401
        response = self._connection.getresponse()
        text = response.read()
        if response.status >= 300:  # noqa: PLR2004 - where refusals begin
            raise SystemExit(f"{response.status}: {text.decode()}")
        return json.loads(text)
