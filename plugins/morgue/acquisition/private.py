"""Whether an IP address is one of the public network, or of this machine and what stands around it."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_UNICAST = IPv6Network("2000::/3")
"""All that is handed out of IPv6 for the public network."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are the IPv4 address that is reached."""


_PROTOCOLS = IPv4Network("192.0.0.0/24")
"""Handed out to protocols; older Pythons take most of it for public."""


def is_public(address: str) -> bool:
    """Say whether an address is reached over the public network; one that carries an IPv4 address goes by that."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return _public(parsed)
    carried = _carried(parsed)
    if carried is not None:
        return all(_public(inner) for inner in carried)
    return parsed in _UNICAST and parsed.is_global


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...] | None:
    """Return the IPv4 addresses that an IPv6 address leads to, or None."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return None


def _public(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and address not in _PROTOCOLS
