"""Headers that every answer of the server carries, ours and stock Datasette's; and refused paths."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

_ALWAYS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
#: For pages that bring no policy of their own: Datasette's need inline scripts and styles.
_STOCK_POLICY: Final = (b"content-security-policy", b"frame-ancestors 'self'; object-src 'none'")

#: Pages of Datasette's about its own process: where files lie on this machine, what its threads do.
_INTERNALS: Final = re.compile(r"/-/(?:databases|threads)(?:\.json)?/?$")

Application = Callable[[Any, Any, Any], Awaitable[None]]


def guarded(application: Application) -> Application:
    """Return the application with the headers set, and without paths that are nobody's business.

    Datasette redirects //host/ to //host, which browsers read as a host and so leads off the site.
    """

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        if _leads_astray(scope):
            scope = {**scope, "path": "/-/not-a-path", "raw_path": b"/-/not-a-path"}

        async def send_guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _completed(message.get("headers") or [])}
            await send(message)

        await application(scope, receive, send_guarded)

    return answer


def _completed(headers: list[Any]) -> list[Any]:
    names = {bytes(name).lower() for name, _ in headers}
    return [*headers, *(pair for pair in (*_ALWAYS, _STOCK_POLICY) if pair[0] not in names)]


def _leads_astray(scope: Any) -> bool:
    """Whether a path leads off the site, into SQLite's end of a string, or behind the scenes."""
    path = scope.get("path") or ""
    return bool(path.startswith(("//", "/\\")) or "\x00" in path or _INTERNALS.search(path))
