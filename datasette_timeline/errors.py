"""The page for an address that no route knows, in the timeline's own clothes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils.asgi import Forbidden, NotFound, Response

from datasette_timeline import compat, freshness, serving


def answer(
    datasette: Any, request: Any, exception: Exception
) -> Callable[[], Awaitable[Response | None]] | None:
    """Return the answer to a NotFound for a page; None leaves the rest, and data, to Datasette."""
    last = request.path.rpartition("/")[2]
    if not isinstance(exception, NotFound) or last.endswith((".json", ".csv", ".db", ".blob")):
        return None

    async def respond() -> Response | None:
        visit = serving.Visit(datasette, request, *await freshness.site_of(datasette))
        if visit.site.database not in datasette.databases:
            return None
        try:
            await compat.ensure_may_view(datasette, request.actor, visit.site.database, "events")
        except Forbidden:
            return None
        # Of a path such as /nowhere Datasette says "Database not found", which tells a reader nothing.
        said = "" if request.path.count("/") == 1 else str(exception)
        return await serving.not_found(visit, "" if said == "404" else said)

    return respond
