import pytest
from django.test import RequestFactory

from balinea.platform.client_address import client_address


def ask(remote, forwarded=None):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return RequestFactory(REMOTE_ADDR=remote).get("/", headers=headers)


def test_without_proxies_of_ours_the_header_is_not_believed(settings):
    settings.TRUSTED_PROXIES = 0
    assert client_address(ask("192.0.2.7", "198.51.100.1")) == "192.0.2.7"


@pytest.mark.parametrize(("proxies", "expected"), [(1, "203.0.113.9"), (2, "198.51.100.1"), (3, "10.0.0.1")])
def test_behind_proxies_the_address_is_what_the_outermost_of_them_saw(settings, proxies, expected):
    settings.TRUSTED_PROXIES = proxies
    assert client_address(ask("10.0.0.1", "198.51.100.1, 203.0.113.9")) == expected


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_one_subscriber_is_one_client(settings, remote, expected):
    settings.TRUSTED_PROXIES = 0
    assert client_address(ask(remote)) == expected
