"""Asking a web process how it is."""

import http.client
from urllib.parse import urlsplit


def is_ready(origin: str) -> bool:
    """Return whether the product behind `origin` says that it is ready."""
    parts = urlsplit(origin)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
