"""Which network addresses may be contacted: public ones, and the one that a source admits. Pure."""

from __future__ import annotations

import functools
import ipaddress
import re
from dataclasses import dataclass
from typing import Final

from ingest.errors import ConfigError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), multicast and class E.
#: Spelled out because `ipaddress.is_global` changed its mind between patch releases of Python.
_IPV4_REFUSED: Final = tuple(
    (ipaddress.IPv4Network(network), name)
    for network, name in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private network"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private network"),
        ("192.0.0.0/24", "protocol assignment"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private network"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)

#: Names for what lies outside 2000::/3, and the special blocks inside it (IANA IPv6 registry).
_IPV6_REFUSED: Final = tuple(
    (ipaddress.IPv6Network(network), name)
    for network, name in (
        ("::1/128", "loopback"),
        ("::/128", "unspecified"),
        ("fc00::/7", "private network"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
        ("2001::/23", "protocol assignment"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4 relay"),
        ("3fff::/20", "documentation"),
    )
)
_IPV6_GLOBAL_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
#: RFC 6052: on a network without IPv4 every IPv4 site is reached through this prefix.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
#: Verdicts kept, since the same few addresses are asked about before every request.
_REMEMBERED: Final = 1024
_LOW_32_BITS: Final = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Admission:
    """The one host (as written in the URL, lower case, no brackets) and port that a source admits."""

    host: str
    port: int


@functools.lru_cache(maxsize=_REMEMBERED)
def refusal(address: str) -> str | None:
    """Return what kind of non-public address this IP literal is ("loopback"), None if it is public."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    return _refusal(parsed)


def _refusal(address: _Address) -> str | None:
    if isinstance(address, ipaddress.IPv4Address):
        return next((name for network, name in _IPV4_REFUSED if address in network), None)
    if address.ipv4_mapped is not None:
        return _refusal(address.ipv4_mapped) or "IPv4-mapped"
    if address in _NAT64:
        return _refusal(ipaddress.IPv4Address(int(address) & _LOW_32_BITS))
    named = next((name for network, name in _IPV6_REFUSED if address in network), None)
    if named is None and address not in _IPV6_GLOBAL_UNICAST:
        return "non-global"
    return named


def parse_admission(text: str) -> Admission:
    """Read "host:port" or "[v6]:port" (a source's `allow_address`).

    Raises ConfigError where it is anything else: a port is never implied, a network never admitted.
    """
    host, colon, port = text.strip().rpartition(":")
    host = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
    if not colon or not host or not re.fullmatch(r"[0-9]{1,5}", port) or "/" in host:
        raise ConfigError(f"not an address: {text!r}; write HOST:PORT, as in 127.0.0.1:8000")
    if not 0 < int(port) <= 0xFFFF:
        raise ConfigError(f"not a port: {port}; write a number from 1 to 65535")
    return Admission(host.lower().rstrip("."), int(port))


def is_admitted(admission: Admission | None, host: str, port: int) -> bool:
    """Tell whether a URL's own `host` and `port` are exactly the admitted ones."""
    return admission is not None and (host.rstrip("."), port) == (admission.host, admission.port)


def verdict(
    admission: Admission | None, target: tuple[str, int], peer: tuple[str, int]
) -> str | None:
    """Return why `peer`, the (IP, port) that `target`'s (host, port) led to, is refused; None if not.

    An admitted host that is itself an IP literal must have led to that very address.
    """
    address, port = peer
    if port == target[1] and is_admitted(admission, *target):
        if address == target[0]:
            return None
        try:
            literal = ipaddress.ip_address(target[0])
        except ValueError:
            return None
        return (
            None
            if literal == ipaddress.ip_address(address.partition("%")[0])
            else "another address"
        )
    return refusal(address)
