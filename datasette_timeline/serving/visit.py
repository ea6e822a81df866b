"""What every page has in common: methods, permission, validators, compression, and errors that help."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest, Forbidden, NotFound, Response
from jinja2 import Environment

from datasette_timeline.presentation.cards import event_path
from datasette_timeline.reading.database import Database
from datasette_timeline.serving import assets, compat, freshness
from datasette_timeline.serving.site import Site

#: Nothing is inline, nothing comes from elsewhere, nothing is framed by others.
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
#: A page is shown from a cache for a minute, and while it is fetched anew for five more.
_CACHED: Final = "max-age=60, stale-while-revalidate=300"
_GZIP_LEVEL: Final = 5
NOT_FOUND: Final = "There is no such page"
_HTML: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for one page, with what its answer needs."""

    datasette: Any
    request: Any
    site: Site
    database: Database

    def url(self, path: str) -> str:
        """Return the address of a path of the site, with the prefix that it is served under."""
        return str(self.datasette.urls.path(path))

    def absolute(self, path: str) -> str:
        """Return the full address of a path of the site, for links that leave it."""
        return str(self.datasette.absolute_url(self.request, self.url(path)))

    async def page(
        self, template: str, context: dict[str, Any], *, status: int = 200, degraded: bool = False
    ) -> Response:
        """Return a page; one that had to leave something out is marked, and never cached."""
        common = {
            "urls": self.datasette.urls,
            "site": self.site,
            "stylesheet": self.url(assets.path("timeline.css", self.datasette)),
            "script": self.url(assets.path("timeline.js", self.datasette)),
            "card_image": assets.path("card.png", self.datasette),
            "url": self.url,
            "absolute": self.absolute,
            "event_path": event_path,
            "degraded": degraded,
        }
        body = _environment(self.datasette).get_template(template).render(common | context)
        uncached = status >= 400 or degraded
        headers = {"Content-Security-Policy": POLICY}
        if uncached:
            headers["Cache-Control"] = "no-store"
        return Response(body, status=status, headers=headers, content_type=_HTML)


_environments: WeakKeyDictionary[Any, Environment] = WeakKeyDictionary()


def _environment(datasette: Any) -> Environment:
    """Return Datasette's template environment, user's templates first, without its asynchrony.

    Asynchronous templates await every call that they make, a third of the time of a page of fifty events.
    """
    if datasette not in _environments:
        _environments[datasette] = compat.templates(datasette).overlay(enable_async=False)
    return _environments[datasette]


Render = Callable[[Visit], Awaitable[Response]]


def view(render: Render, *tables: str) -> Callable[..., Awaitable[Response]]:
    """Return the Datasette view of a page that shows rows of these tables (none named: of events)."""

    async def answer(datasette: Any, request: Any) -> Response:
        visit = Visit(datasette, request, *await freshness.site_of(datasette))
        if request.method not in {"GET", "HEAD"}:
            response = await _problem(visit, 405, "Pages are only read", "")
            response.headers["Allow"] = "GET, HEAD"
            return response
        tag = freshness.entity_tag(datasette, request, visit.site)
        response = await _helpfully(visit, _answer(visit, render, tables or ("events",), tag))
        if response.status == 200 and "Cache-Control" not in response.headers and tag:
            response.headers.update({"ETag": tag, "Cache-Control": _CACHED})
        return _compressed(response, request)

    return answer


async def _answer(
    visit: Visit, render: Render, tables: tuple[str, ...], tag: str | None
) -> Response:
    """Return the page, or that it has not changed, to a visitor who may see it."""
    request = visit.request
    for table in tables:
        await compat.ensure_may_view(visit.datasette, request.actor, visit.site.database, table)
    if tag and freshness.matches(request.headers.get("if-none-match"), tag):
        return Response("", status=304, headers={"ETag": tag, "Cache-Control": _CACHED})
    return await render(visit)


async def _helpfully(visit: Visit, answer: Awaitable[Response]) -> Response:
    """Return the answer, or a page that says what went wrong and what to do."""
    try:
        return await answer
    except Forbidden:
        status, title, message = 403, "You may not read this", "Ask who runs this site."
    except BadRequest as error:
        return await refused(visit, str(error))
    except NotFound as error:
        status, title, message = 404, NOT_FOUND, str(error)
    except QueryInterrupted:
        status, title = 503, "That took too long"
        message = "This view takes longer than the server allows. Narrow its period or its search."
    except sqlite3.DatabaseError as error:
        if "no such table" in str(error):
            return await visit.page("timeline_empty.html", {}, degraded=True)
        status, title = 503, "The timeline cannot be read just now"
        message = (
            "It may be being written: try again in a moment."
            " Whoever runs this site can check its file with dateline verify."
        )
    return await _problem(visit, status, title, message)


async def not_found(visit: Visit, message: str) -> Response:
    """Return the page for an address that leads nowhere, with ways back."""
    return await _problem(visit, 404, NOT_FOUND, message)


async def refused(visit: Visit, message: str) -> Response:
    """Return the page for an address that cannot be read, with what to write."""
    return await _problem(visit, 400, "That cannot be shown", message)


async def _problem(visit: Visit, status: int, title: str, message: str) -> Response:
    message = message[:1].upper() + message[1:]
    context = {"status": status, "problem": title, "message": message}
    return await visit.page("timeline_problem.html", context, status=status)


def _compressed(response: Response, request: Any) -> Response:
    response.headers["Vary"] = "Accept-Encoding"
    if "gzip" in request.headers.get("accept-encoding", "") and len(response.body) > 1000:
        body = response.body if isinstance(response.body, bytes) else response.body.encode("utf-8")
        response.body = gzip.compress(body, _GZIP_LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    return response
