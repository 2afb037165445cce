"""Whose request is it: the network address behind the proxies that we run ourselves."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the client's address; an IPv6 client is its /64 network, as one subscriber owns all of it.

    `TRUSTED_PROXIES` says how many proxies of ours append to X-Forwarded-For (0: the header is not read, since
    anybody can write it). What is not an address reads as "unknown", which is limited like one client.
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    trusted: int = settings.TRUSTED_PROXIES
    written = hops[-trusted] if 0 < trusted <= len(hops) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(written)
    except ValueError:
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))
