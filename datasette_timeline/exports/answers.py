"""Answers requests for exports: any list page or event page, with a format's ending.

`/2024/06.ics?publisher=...` is the page /2024/06?publisher=... as a calendar; `/events.csv?q=...` is the
home page's list; `/event/SLUG.ris` is one event. Methods, permission, validators and errors are those of
the pages (visit.py); the first events are found before the first byte is sent, so that a query that
takes too long or an address that is wrong is told by a status.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeVar
from urllib.parse import quote, unquote

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest, NotFound, Response

from datasette_timeline.exports import FORMATS
from datasette_timeline.exports.address import Address
from datasette_timeline.exports.download import Download
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow, FeedMeta
from datasette_timeline.exports.selection import (
    BATCH_SIZE,
    LEAST,
    Walk,
    event_id,
    read_rows,
    updated_at,
)
from datasette_timeline.exports.snapshot import LONGEST_SECONDS, Snapshot
from datasette_timeline.reading import queries
from datasette_timeline.serving.visit import Visit, view
from datasette_timeline.views import periods
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import CursorError

Result = TypeVar("Result")

#: A page of a feed needs 50 events. Of a million, a walk of the newest meets as many of a view with this
#: many after some 10,000; to sort the view itself costs less where it holds fewer.
_FEW: Final = 5_000

#: zlib: how hard to try, and a window of 32 KB in a gzip wrapper (its manual, deflateInit2).
_GZIP_LEVEL: Final = 4
_GZIP_WINDOW: Final = 31

#: The tables whose rows an export holds.
_TABLES: Final = ("events", "articles", "mentions", "revisions")

_EXTENSIONS: Final = "|".join(re.escape(extension) for extension in FORMATS)


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Return the address patterns of all exports and their views, for Datasette's register_routes."""
    ending = rf"\.(?P<extension>{_EXTENSIONS})$"
    return [
        (rf"^/events{ending}", view(_list, *_TABLES)),
        (rf"^/(?P<period>\d{{4}}(?:/\d\d(?:/\d\d)?)?){ending}", view(_list, *_TABLES)),
        (rf"^/event/(?P<slug>[^/]+?){ending}", view(_event, *_TABLES)),
    ]


@dataclass(frozen=True, slots=True)
class _Order:
    """One request for an export, understood."""

    visit: Visit
    form: Format
    address: Address
    view: Filter
    include_vague: bool
    snapshot: Snapshot

    @property
    def is_compressed(self) -> bool:
        """Whether the body goes out gzipped: the visitor takes it, and the format has not done it."""
        accepted = self.visit.request.headers.get("accept-encoding", "")
        return "gzip" in accepted and self.form.extension != "parquet"

    def facts(self, connection: sqlite3.Connection) -> FeedMeta:
        """Return the facts of the whole, but for what its events tell."""
        return self.address.facts(
            self.form, self.view, updated_at(connection), include_vague=self.include_vague
        )

    async def read(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run reading work on the download's state; raises QueryInterrupted at its time limit."""
        try:
            return await self.snapshot.read(work)
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise QueryInterrupted(error, self.form.name, {}) from error
            raise


async def _list(visit: Visit) -> Any:
    """Answer with the events of a list page."""
    named = visit.request.url_vars.get("period")
    try:
        period = periods.parse(named) if named else None
    except periods.PeriodError as error:
        raise NotFound(f"{error}.") from error
    view = Filter.from_args(visit.request.args, period)
    order = _understood(visit, view, f"/{named}" if named else "/")
    if message := order.form.missing():
        return Response.text(f"{message}\n", 501, {"Cache-Control": "no-store"})
    with _closing_unless_sent(order):
        ids, meta, walk = await _begun(order)
        return _download(order, _chunks(order, meta, ids, walk))


async def _event(visit: Visit) -> Any:
    """Answer with one event; a retired slug leads on to the one that holds it now."""
    slug = unquote(visit.request.url_vars["slug"])
    order = _understood(visit, Filter(), f"/event/{quote(slug, safe='')}")
    if message := order.form.missing():
        return Response.text(f"{message}\n", 501, {"Cache-Control": "no-store"})

    with _closing_unless_sent(order):
        number, meta = await order.read(
            lambda connection: (event_id(connection, slug), order.facts(connection))
        )
        if number is not None:
            return _download(order, _chunks(order, meta, [number], None))
        order.snapshot.close()
    alias = await visit.database.row(queries.EVENT_ALIAS, {"slug": slug})
    if alias is None:
        raise NotFound(f"No event is called {slug[:80]}.")
    path = f"/event/{quote(alias['slug'], safe='')}.{order.form.extension}"
    return Response.redirect(visit.url(path), 301)


@contextmanager
def _closing_unless_sent(order: _Order) -> Iterator[None]:
    """End the download's transaction where no body will be sent: an error, or a HEAD request."""
    try:
        yield
    except BaseException:
        order.snapshot.close()
        raise
    if order.visit.request.method != "GET":
        order.snapshot.close()


def _understood(visit: Visit, view: Filter, page_path: str) -> _Order:
    address = Address(visit.site, visit.absolute("/").rstrip("/"), page_path)
    form = FORMATS[visit.request.url_vars["extension"]]
    # Who asks for one event has chosen it: where the format has no form for its vague date, a span
    # stands in.
    is_event = page_path.startswith("/event/")
    include_vague = is_event or visit.request.args.get("vague") == "1"
    snapshot = Snapshot(visit.datasette, visit.site.database)
    return _Order(visit, form, address, view, include_vague, snapshot)


async def _begun(order: _Order) -> tuple[list[int], FeedMeta, Walk | None]:
    """Return a list's first events by number, the facts of the whole, and the walk that goes on."""
    plan = await order.visit.database.plan(order.view)
    if plan != "probe":
        return await _begun_by(order, plan)
    # The index is asked for each event of a feed's page at the most: thousands of them are found sooner at once.
    if order.form.page_size is None:
        return await _begun_by(order, "walk")
    try:
        return await _begun_by(order, plan)
    except QueryInterrupted:
        return await _begun_by(order, "walk")


async def _begun_by(order: _Order, plan: Plan) -> tuple[list[int], FeedMeta, Walk | None]:
    form, view = order.form, order.view
    most = form.page_size or form.limit
    gathers = form.order != "date" and await order.visit.database.holds_few(view, _FEW)
    try:
        walk = Walk(view, form, plan, include_vague=order.include_vague, gathers=gathers)
    except CursorError as error:
        raise BadRequest("This feed has no page at that “after”: leave it out.") from error
    meta = await order.read(order.facts)
    if most is None:
        return await _next(order, walk), meta, walk
    ids = await order.read(partial(walk.next_ids, limit=most))
    cursor = walk.cursor
    further = await order.read(partial(walk.next_ids, limit=1))
    if further:
        if form.limit:
            meta = replace(meta, limited_to=form.limit)
        else:
            meta = replace(meta, next_url=order.address.page_url(form, view, cursor))
    return ids, meta, None


async def _chunks(
    order: _Order, meta: FeedMeta, ids: list[int], walk: Walk | None
) -> AsyncGenerator[bytes, None]:
    """Yield an export's bytes batch by batch, read, written and compressed outside the event loop."""
    encoder = await asyncio.to_thread(order.form.open, meta)
    pack = _packer(order)

    def written(rows: list[EventRow]) -> bytes:
        return pack(b"".join(map(encoder.add, rows)), is_last=False)

    with closing(order.snapshot):
        yield pack(encoder.start(), is_last=False)
        while ids:
            async for rows in _rows(order, ids):
                yield await asyncio.to_thread(written, rows)
            ids = await _next(order, walk) if walk else []
        yield await asyncio.to_thread(lambda: pack(encoder.finish(), is_last=True))


async def _next(order: _Order, walk: Walk) -> list[int]:
    """Return the walk's next events by number: fewer at once where the time limit is too short."""
    while True:
        try:
            return await order.read(partial(walk.next_ids, limit=walk.stride))
        except QueryInterrupted:
            if walk.stride <= LEAST:
                raise
            walk.stride //= 2


async def _rows(order: _Order, ids: list[int]) -> AsyncGenerator[list[EventRow], None]:
    """Yield the events of these numbers, fewer at once where the time limit is too short."""
    condition = order.form.condition_for(include_vague=order.include_vague)
    size, start = BATCH_SIZE, 0

    def read(connection: sqlite3.Connection, batch: list[int]) -> list[EventRow]:
        return list(read_rows(connection, batch, order.address.base_url, condition))

    while start < len(ids):
        try:
            rows = await order.read(partial(read, batch=ids[start : start + size]))
        except QueryInterrupted:
            if size <= LEAST:
                raise
            size //= 2
            continue
        yield rows
        start += size


def _packer(order: _Order) -> Callable[..., bytes]:
    """Return what turns the pieces of the body into what is sent: themselves, or one gzip stream."""
    if not order.is_compressed:
        return lambda piece, is_last: piece  # noqa: ARG005 - the signature of the other
    stream = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)

    def compressed(piece: bytes, *, is_last: bool) -> bytes:
        return stream.compress(piece) + (stream.flush() if is_last else b"")

    return compressed


def _download(order: _Order, chunks: AsyncGenerator[bytes, None]) -> Download:
    form, request = order.form, order.visit.request
    disposition = "inline" if form.is_feed else "attachment"
    headers = {
        "Content-Type": form.media_type,
        "Content-Disposition": f'{disposition}; filename="{order.address.file_name(form)}"',
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    }
    if order.is_compressed:
        headers["Content-Encoding"] = "gzip"
    body = chunks if request.method == "GET" else None
    return Download(headers, body, request.receive, seconds=LONGEST_SECONDS)
