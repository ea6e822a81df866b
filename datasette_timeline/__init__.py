"""Dateline's showing half: an installed Datasette plugin that reads timeline.db and never ingests."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette.utils import StartupError
from pluggy import HookimplMarker

from datasette_timeline import routes
from datasette_timeline.serving import bounded_format, compat, errors, freshness, headers, stock
from datasette_timeline.serving.site import SettingsError

#: Datasette's own marker; pluggy's class is typed.
hookimpl = HookimplMarker("datasette")
#: A page's share of the file that SQLite keeps in memory, a connection: 64 MB, not 2.
_CACHE_KIB = 65_536
#: No value of ours is a tenth as long. Datasette's time limit stops a statement only between two steps, and one
#: call of replace() or instr() is one step whose time grows with the square of this: two seconds at most.
_VALUE_BYTES = 500_000
#: LIKE and GLOB compare a pattern at every character of a text in one step: half a second at most.
_PATTERN_BYTES = 500


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Put the timeline at the root of the site."""
    return routes.ROUTES


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Check the settings before the first page."""

    async def check() -> None:
        compat.keep_errors_plain()
        try:
            await freshness.prepare(datasette)
        except SettingsError as error:
            raise StartupError(str(error)) from error

    return check


@hookimpl
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    """Give SQLite the memory that a large archive's charts need, and a visitor's SQL no more than it needs.

    No memory map: a file that somebody cuts short under it would end the server (SIGBUS).
    """
    conn.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    conn.execute("PRAGMA temp_store = MEMORY")
    if freshness.shows(datasette, database):
        conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _VALUE_BYTES)
        conn.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, _PATTERN_BYTES)
        bounded_format.install(conn, _VALUE_BYTES)


@hookimpl
def filters_from_request(request: Any) -> None:
    """Refuse a table's page that would hold the server for minutes."""
    stock.check_facets(request)


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Let a row of Datasette's lead to the page of what it names."""
    return stock.cell(datasette, database, table, column, value)


@hookimpl
def extra_css_urls(database: str | None, datasette: Any) -> list[str]:
    """Give Datasette's pages of the timeline room for long texts."""
    return stock.stylesheets(datasette, database)


@hookimpl
def extra_template_vars(database: str | None, datasette: Any) -> dict[str, Any]:
    """Name the site above Datasette's pages of the timeline."""
    return stock.head(datasette, database)


@hookimpl
def asgi_wrapper() -> Callable[[headers.Application], headers.Application]:
    """Set the headers that keep every page safe."""
    return headers.guarded


@hookimpl(specname="handle_exception", hookwrapper=True)
def refuse_mistakes(
    datasette: Any, request: Any, exception: Exception
) -> Generator[None, Any, None]:
    """Answer 400 to a visitor's mistake that Datasette takes for a fault of its own.

    A wrapper, because Datasette runs every other answer too and would print a traceback for each.
    """
    outcome = yield
    mistake = errors.mistake(request, exception)
    if mistake is not None:
        outcome.force_result(errors.refusals(datasette, request, mistake))


@hookimpl(tryfirst=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """Answer a path that leads nowhere with a page that helps."""
    return errors.answer(datasette, request, exception)
