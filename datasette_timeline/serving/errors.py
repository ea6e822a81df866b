"""Answers to addresses that no route knows, in the timeline's own clothes, and to parameters that nobody can read."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from traceback import walk_tb
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest, Forbidden, NotFound, Response
from datasette.views.base import DatasetteError

from datasette_timeline.serving import compat, freshness
from datasette_timeline.serving.visit import Visit, not_found, refused

#: What Datasette's table and query pages let through where a parameter is not what they expect: JSON with a
#: number for a name, or nested without end.
_UNREADABLE: Final = (
    AssertionError, AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError,
    sqlite3.ProgrammingError,
)  # fmt: skip
#: What Datasette says of a path that no route knows: a reader asked for no database.
_TELLS_NOTHING: Final = frozenset({"404", "Database not found"})
_READS: Final = frozenset({"GET", "HEAD"})
_FAULT: Final = 500
_OWN_CODE: Final = __name__.partition(".")[0]


def answer(
    datasette: Any, request: Any, exception: Exception
) -> Callable[[], Awaitable[Response | None]] | None:
    """Return the answer to a NotFound or BadRequest for a page; None leaves the rest, and data, to Datasette."""
    last = request.path.rpartition("/")[2]
    if not isinstance(exception, NotFound | BadRequest) or last.endswith(
        (".json", ".csv", ".db", ".blob")
    ):
        return None

    async def respond() -> Response | None:
        visit = Visit(datasette, request, *await freshness.site_of(datasette))
        if visit.site.database not in datasette.databases:
            return None
        try:
            await compat.ensure_may_view(datasette, request.actor, visit.site.database, "events")
        except Forbidden:
            return None
        if isinstance(exception, BadRequest):
            return await refused(visit, str(exception))
        return await not_found(visit, "" if str(exception) in _TELLS_NOTHING else str(exception))

    return respond


def mistake(request: Any, exception: Exception) -> str | None:
    """Return what is wrong with a request that Datasette takes for a fault of its own (500); None: it is one."""
    if isinstance(exception, DatasetteError):
        return _line(exception.message) if exception.status == _FAULT else None
    if isinstance(exception, QueryInterrupted):
        return "This takes longer than the server allows. Ask for less: fewer columns, facets or conditions."
    is_read = request.method in _READS
    if (is_read and not request.query_string) or not isinstance(exception, _UNREADABLE):
        return None
    frames = (frame for frame, _ in walk_tb(exception.__traceback__))
    if any(str(frame.f_globals.get("__name__")).startswith(_OWN_CODE) for frame in frames):
        return None
    if not is_read:
        return "Nothing can be sent to this address; it is only read."
    return (
        f"A parameter of this address cannot be read ({_line(exception)}). "
        "Mend what follows the ? or leave it out."
    )


def refusals(datasette: Any, request: Any, mistake: str) -> list[Any]:
    """Return the answers to a mistake in the order in which they are tried: a page of ours, Datasette's own."""
    ours = answer(datasette, request, BadRequest(mistake))
    return [*([ours] if ours else []), compat.refuse(datasette, request, mistake)]


def _line(said: object) -> str:
    """Return what an error says as one line that can be shown."""
    text = "".join(char if char.isprintable() else " " for char in str(said))
    return text.strip() or type(said).__name__
