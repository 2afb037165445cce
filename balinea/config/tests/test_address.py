import socket

import pytest

from balinea.config.embedded import address
from balinea.config.embedded.failure import EmbeddedFailure


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("::", "http://[::1]:8000"),
    ],
)
def test_the_origin_can_be_typed_into_a_browser(host, expected):
    assert address.origin(host, 8000) == expected


def test_a_free_port_is_accepted_and_left_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    address.check_free("127.0.0.1", port, "PORT")
    address.check_free("127.0.0.1", port, "PORT")


@pytest.mark.parametrize("reuse_port", [False, True])
def test_a_port_in_use_is_refused_with_the_variable_to_change(reuse_port):
    with socket.create_server(("127.0.0.1", 0), reuse_port=reuse_port) as server:
        port = server.getsockname()[1]
        with pytest.raises(
            EmbeddedFailure, match=f"port {port} on 127.0.0.1 is in use; choose another: PORT={port + 1}"
        ):
            address.check_free("127.0.0.1", port, "PORT")


@pytest.mark.parametrize(
    ("host", "reason"), [("203.0.113.7", "not an address of this machine"), ("salon", "must be an address")]
)
def test_a_host_that_is_not_here_is_refused(host, reason):
    with pytest.raises(EmbeddedFailure, match=reason):
        address.check_free(host, 8000, "PORT")
