"""Where the product listens: checked before anything is started."""

import errno
import ipaddress
import socket
import time

from balinea.config.embedded.failure import EmbeddedFailure


def origin(host: str, port: int) -> str:
    """Return the address as people type it."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  shown, not bound
    return f"http://{shown}:{port}"


def check_free(host: str, port: int, variable: str, *, patience: float = 0) -> None:
    """Refuse an address that cannot be had, naming the variable to change.

    `patience`: seconds that the web processes of a killed Balinea may still take to end. Web processes share a port
    among themselves, so a second Balinea would silently share it too: hence this look.
    """
    until = time.monotonic() + patience
    while (reason := _refusal(host, port)) == errno.EADDRINUSE and time.monotonic() < until:
        time.sleep(0.25)
    if reason is None:
        return
    advice = {
        errno.EADDRINUSE: f"port {port} on {host} is in use; choose another: {variable}={port + 1}",
        errno.EADDRNOTAVAIL: f"HOST {host} is not an address of this machine",
        errno.EACCES: f"port {port} needs more rights than this user has; choose one above 1023: {variable}=8000",
    }
    raise EmbeddedFailure(
        advice.get(reason, f"{host}:{port} cannot be listened on: {errno.errorcode.get(reason, reason)}")
    )


def _refusal(host: str, port: int) -> int | None:
    try:
        family = socket.AF_INET6 if ipaddress.ip_address(host).version == 6 else socket.AF_INET  # noqa: PLR2004  IPv6
    except ValueError:
        raise EmbeddedFailure(f"HOST must be an address such as 127.0.0.1, not {host!r}") from None
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.errno
    return None
