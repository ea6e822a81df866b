"""Which hosts asked for a pause (429 with Retry-After), so that no source of theirs is asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ingest.errors import RefusedError
from ingest.fetch import urls
from ingest.fetch.freshness import LONGEST_WAIT
from ingest.fetch.hosts import host_key
from ingest.fetch.settings import Request


def held_hosts(requests: Iterable[Request], now: datetime) -> Mapping[str, datetime]:
    """Return until when each host that sent one of these sources a 429 wants to be left alone.

    Hosts whose pause is over are left out, and so are pauses of more than LONGEST_WAIT, which a wrong
    clock has set.
    """
    held: dict[str, datetime] = {}
    for request in requests:
        until = request.state.host_not_before
        host = _host(request) if until else None
        if until and host and now < until <= now + LONGEST_WAIT:
            held[host] = max(until, held.get(host, until))
    return held


def is_held(request: Request, held: Mapping[str, datetime]) -> bool:
    """Tell whether the source's host wants to be left alone."""
    return bool(held) and _host(request) in held


def _host(request: Request) -> str | None:
    """Return the host that would be asked, None for a file and for what would be refused anyway."""
    if not request.source.is_remote:
        return None
    try:
        return host_key(urls.parse(request.state.moved_to or request.source.location))
    except RefusedError:
        return None
