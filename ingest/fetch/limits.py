"""The limits of one fetch and of one run, each with its reason; `sources.yml` may override them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from ingest.errors import ConfigError

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer may take, and how hard we may press one host. Every value is at least 0."""

    #: Name lookup, TCP and TLS. A healthy server needs well under one second.
    connect_seconds: int = 5
    #: Longest silence in the middle of an answer.
    stall_seconds: int = 15
    #: From the first to the last byte of a source, all redirects together; a dripping server ends here.
    total_seconds: int = 30
    #: Bytes on the wire, and bytes after decoding. The largest feeds in the wild are near 10 MB.
    body_bytes: int = 16 * _MEBIBYTE
    #: Decoded over encoded size, once `ratio_from_bytes` are out. Deflate ends at 1,032; text is near 10.
    ratio: int = 200
    ratio_from_bytes: int = _MEBIBYTE
    #: Content-Encoding layers that are undone; honest servers send one.
    encodings: int = 2
    #: One header line (room for an 8 KiB ETag), and all lines of all interim and final responses.
    header_line_bytes: int = 16 * 1024
    header_bytes: int = 64 * 1024
    header_lines: int = 256
    #: RFC 9110 section 15.4 asks for loop detection; browsers stop at 20, feeds need 2 or 3.
    redirects: int = 10
    #: Requests under way at once: in all, and to one host.
    in_flight: int = 8
    host_in_flight: int = 2
    #: Milliseconds between the starts of two requests to one host.
    host_delay_ms: int = 1000
    #: Decoded answers that wait for the reader of `fetch_all` before new requests are held back.
    waiting_bytes: int = 64 * _MEBIBYTE
    #: A local file, which is read whole.
    file_bytes: int = 64 * _MEBIBYTE
    #: robots.txt: at least 500 KiB must be read (RFC 9309 section 2.5); the rest is ignored.
    robots_bytes: int = 500 * 1024
    #: RFC 9309 section 2.3.1.2: at least five consecutive redirects.
    robots_redirects: int = 5


#: What may stand under a source's `limits:` in sources.yml.
NAMES = frozenset(field.name for field in fields(Limits))


def with_overrides(limits: Limits, overrides: Mapping[str, int]) -> Limits:
    """Return `limits` with those `overrides` that are limits of fetching; the others are not ours.

    Raises ConfigError where a value is negative.
    """
    ours = {name: value for name, value in overrides.items() if name in NAMES}
    for name, value in ours.items():
        if value < 0:
            raise ConfigError(f"the limit {name} cannot be negative: {value}; use 0 or more")
    return replace(limits, **ours) if ours else limits
