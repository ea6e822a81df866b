"""Runs the queries of pages on Datasette's database: the only code here that awaits rows."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from time import monotonic
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import BadRequest

from datasette_timeline import conditions, counting, paging, queries, sieve, views
from datasette_timeline.cards import LEADING
from datasette_timeline.conditions import Plan
from datasette_timeline.datetext import Row
from datasette_timeline.filters import Filter
from datasette_timeline.histogram import Group
from datasette_timeline.paging import PAGE_SIZE, Cursor, CursorError, Segment
from datasette_timeline.views import Vague

#: Sets up to this size are gathered: some 25 ms for reading as many rows.
FEW: Final = 5_000
#: Above this share of all events, a walk meets a match so often that asking the index for each is cheapest.
_MOST: Final = 0.1
#: Statements of a count that run at once: one of Datasette's three threads stays free for other visitors.
_AT_ONCE: Final = 2
#: A count that takes longer is given up, and the page shown without its chart.
_PATIENCE_SECONDS: Final = 3.0
#: Events that are put through the sieve at once, some 20 ms, and how often for a page.
_SIEVE: Final = 400
_MAX_SIEVES: Final = 20
#: A slice of a count joins some 125,000 times two days; a million are within this.
_JOINED_BYTES: Final = 25_000_000
#: Views up to this size get their own facet counts.
FACETED: Final = 2_000
FACET_VALUES: Final = 8


@dataclass(frozen=True, slots=True)
class Page:
    """The events of one page of a view, each with the name of its segment, and where others begin."""

    events: tuple[tuple[str, Row], ...]
    #: Cursors; None where there is no page on that side.
    before: str | None
    after: str | None
    #: The cursor of the vague dates of the period, where they follow the others; None: they lead.
    vague: str | None = None


@dataclass(frozen=True, slots=True)
class _Walk:
    """How a page's events are read: the segments of its view, their parameters, and the direction."""

    segments: tuple[Segment, ...]
    params: Mapping[str, Any]
    back: bool
    #: The search that is applied to what was read; '': the segments search themselves.
    sieved: str = ""


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Rows of facet, value and events."""

    #: False: the counts are the whole archive's.
    is_own: bool
    rows: list[Row]

    def only(self, facet: str) -> FacetCounts:
        """Return those of one facet."""
        return FacetCounts(self.is_own, [row for row in self.rows if row["facet"] == facet])


class Database:
    """The timeline's database, read on behalf of one request."""

    def __init__(self, database: Any) -> None:
        self._database = database

    async def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Return all rows; raises Datasette's QueryInterrupted at its time limit."""
        found = await self._database.execute(sql, dict(params or {}), log_sql_errors=False)
        return list(found.rows)

    async def row(self, sql: str, params: Mapping[str, Any] | None = None) -> Row | None:
        """Return the first row, None where there is none."""
        found = await self.rows(sql, params)
        return found[0] if found else None

    async def total(self) -> int:
        """Return the number of active events, from the rollup."""
        row = await self.row(queries.SITE_TOTALS)
        return int(row["events"] or 0) if row else 0

    async def plan(self, view: Filter) -> Plan:
        """Return how the view is best read: by how many events its most selective filter finds."""
        selections = conditions.selections(view)
        if not selections:
            return "walk"
        most = max(FEW + 1, int(_MOST * await self.total()))
        counts = {}
        for name, selection, params in selections:
            limit = most if name == "match" else FEW + 1
            sql = queries.COUNT_UP_TO.format(selection=selection)
            try:
                counted = await self.row(sql, {**params, "limit": limit})
            except QueryInterrupted:
                return "walk"
            counts[name] = int(counted["events"]) if counted else 0
        if min(counts.values()) <= FEW:
            return "gather"
        # A beginning (flo*) is looked up in the index anew for each event that is asked for.
        is_probed = counts.get("match", 0) >= most and not view.has_prefix
        return "probe" if is_probed else "walk"

    async def page(self, view: Filter, plan: Plan, today: date) -> Page:
        """Return one page of the view; raises BadRequest where its cursor is none of ours."""
        try:
            return await self._page(view, plan, today)
        except QueryInterrupted:
            if plan == "probe":
                return await self._page(view, "walk", today)
            if not (view.has_prefix and view.match):
                raise
            return await self._page(replace(view, q=""), "walk", today, sieved=view.match)

    async def _page(self, view: Filter, plan: Plan, today: date, sieved: str = "") -> Page:
        """Return a page; of a search too dear for the index, what the expression `sieved` finds of the view."""
        vague: Vague = "among"
        if views.is_parted(view):
            # Who asks for one day wants that day first, however few the vaguer dates are.
            is_day = view.start == view.end
            vague = "last" if is_day or not await self._has_few_vague(view, plan) else "first"
        segments, params = views.segments(view, plan, today, vague)
        back = bool(view.before)
        walk = _Walk(segments, params, back=back, sieved=sieved)
        try:
            text = view.after or view.before
            cursor = paging.decode(text, segments) if text else None
        except CursorError as error:
            raise BadRequest(
                "This page does not exist any more: the address’s after or before fits no list."
                " Take it out of the address to begin at the first page."
            ) from error
        found: list[tuple[int, Row]] = []
        for number in paging.order_of_segments(len(segments), cursor, back=back):
            rows = await self._walked(walk, number, cursor, PAGE_SIZE + 1 - len(found))
            found += [(number, row) for row in rows]
            if len(found) > PAGE_SIZE:
                break
        more, found = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
        if back:
            found.reverse()
        first, last = _ends(found)
        events = await self._events([row["id"] for _, row in found])
        shown = [(segments[n].name, events[row["id"]]) for n, row in found if row["id"] in events]
        return Page(
            tuple(shown),
            before=first if (more if back else cursor) else None,
            after=last if (cursor if back else more) else None,
            vague=paging.encode(1, ()) if vague == "last" else None,
        )

    async def _walked(
        self, walk: _Walk, number: int, cursor: Cursor | None, wanted: int
    ) -> list[Row]:
        """Return the next events of a segment, at most `wanted`."""
        if not walk.sieved:
            return await self._step(walk, number, cursor, wanted)
        found: list[Row] = []
        for _ in range(_MAX_SIEVES):
            rows = await self._step(walk, number, cursor, _SIEVE)
            ids = [row["id"] for row in rows]
            fits = await self._database.execute_fn(
                partial(sieve.matching, ids=ids, match=walk.sieved)
            )
            found += [row for row in rows if row["id"] in fits]
            if len(rows) < _SIEVE or len(found) >= wanted:
                return found[:wanted]
            cursor = Cursor(number, tuple(rows[-1])[1:])
        raise QueryInterrupted(TimeoutError(), walk.sieved, {})

    async def _step(self, walk: _Walk, number: int, cursor: Cursor | None, limit: int) -> list[Row]:
        step = paging.step(walk.segments, number, cursor, back=walk.back)
        return await self.rows(step.sql, {**walk.params, **step.params, "limit": limit})

    async def _has_few_vague(self, view: Filter, plan: Plan) -> bool:
        selection, params = views.vague_of(view, plan)
        sql = queries.COUNT_UP_TO.format(selection=selection)
        counted = await self.row(sql, {**params, "limit": LEADING + 1})
        return counted is None or counted["events"] <= LEADING

    async def _events(self, ids: Sequence[int]) -> dict[int, Row]:
        if not ids:
            return {}
        sql = queries.EVENTS_BY_ID.format(ids=", ".join(str(int(number)) for number in ids))
        return {row["id"]: row for row in await self.rows(sql)}

    async def groups(self, view: Filter, plan: Plan) -> list[Group]:
        """Return the view's events by their bounds; all of them, so that charts and totals add up.

        Raises QueryInterrupted where a statement, or all of them together, take too long.
        """
        years = {} if plan == "gather" else await self.period_counts("year")
        is_text, wanted = counting.statements(view, plan, await self.total(), years)
        began, found = monotonic(), []
        for position in range(0, len(wanted), _AT_ONCE):
            if monotonic() - began > _PATIENCE_SECONDS:
                raise QueryInterrupted(TimeoutError(), *wanted[position])
            batch = wanted[position : position + _AT_ONCE]
            read = self._joined_rows if is_text else self.rows
            for rows in await asyncio.gather(*(read(sql, params) for sql, params in batch)):
                found += rows
        if is_text:
            return await asyncio.to_thread(counting.joined, [row["bounds"] for row in found])
        return [(row["date_start"], row["date_end"], row["events"]) for row in found]

    async def _joined_rows(self, sql: str, params: Mapping[str, Any]) -> list[Row]:
        """Return the rows of a statement of ours whose texts are longer than a visitor's may be."""
        limit_ms = self._database.ds.sql_time_limit_ms

        def read(connection: sqlite3.Connection) -> list[Row]:
            usual = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _JOINED_BYTES)
            try:
                with sqlite_timelimit(connection, limit_ms):
                    return connection.execute(sql, dict(params)).fetchall()
            finally:
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, usual)

        try:
            found: list[Row] = await self._database.execute_fn(read)
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise QueryInterrupted(error, sql, params) from error
            raise
        return found

    async def overlapping(self, start: date, end: date) -> int:
        """Return the number of active events that may fall within a period, from the rollups."""
        row = await self.row(queries.TOTALS, {"start": start.isoformat(), "end": end.isoformat()})
        return int(row["overlapping"]) if row else 0

    async def period_counts(
        self, unit: str, first: str = "0000", last: str = "9999-99"
    ) -> dict[str, int]:
        """Return the active events within each period of a unit that has any."""
        rows = await self.rows(queries.PERIOD_COUNTS, {"unit": unit, "first": first, "last": last})
        return {row["period"]: row["events"] for row in rows}

    async def vague_groups(self, start: date, end: date) -> list[Group]:
        """Return the vague dates of all active events that begin within a period."""
        bounds = {"start": start.isoformat(), "end": end.isoformat()}
        rows = await self.rows(queries.VAGUE_GROUPS, bounds)
        return [(row["date_start"], row["date_end"], row["events"]) for row in rows]

    async def facets(self, view: Filter, plan: Plan, total: int) -> dict[str, FacetCounts]:
        """Return the values of each facet; those of one that is chosen as if it were not."""
        if not _is_everything(view) and total <= FACETED:
            where, params = conditions.where(
                view, "gather" if conditions.selections(view) else plan
            )
            sql = queries.FACETS_OF_VIEW.format(source="events AS e", where=where)
            rows = await self.rows(sql, {**params, "limit": FACET_VALUES})
            counts = FacetCounts(True, rows)
        else:
            counts = await self._facets_of_all(is_own=_is_everything(view))
        found = {}
        for name in queries.FACETS:
            values: dict[str, Any] = {name: ()}
            is_chosen = bool(getattr(view, name))
            of_name = await self._facet(name, replace(view, **values)) if is_chosen else counts
            found[name] = of_name.only(name)
        return found

    async def _facet(self, name: str, view: Filter) -> FacetCounts:
        """Return one facet of a view, the whole archive's where the view holds too many events."""
        if _is_everything(view):
            return await self._facets_of_all(is_own=True)
        where, params = conditions.where(view, await self.plan(view))
        sql = queries.FACET_OF_VIEW[name].format(source="events AS e", where=where)
        try:
            rows = await self.rows(sql, {**params, "limit": FACET_VALUES, "most": FACETED + 1})
        except QueryInterrupted:
            return await self._facets_of_all(is_own=False)
        is_few = next(row["events"] for row in rows if not row["facet"]) <= FACETED
        return FacetCounts(True, rows) if is_few else await self._facets_of_all(is_own=False)

    async def _facets_of_all(self, *, is_own: bool) -> FacetCounts:
        return FacetCounts(is_own, await self.rows(queries.FACETS_ALL, {"limit": FACET_VALUES}))


def _is_everything(view: Filter) -> bool:
    """Whether the rollups count the view's facets: every active event."""
    return view.is_plain and view.start is None and view.end is None


def _ends(found: Sequence[tuple[int, Row]]) -> tuple[str | None, str | None]:
    def cursor(number: int, row: Row) -> str:
        return paging.encode(number, tuple(row)[1:])

    return (cursor(*found[0]), cursor(*found[-1])) if found else (None, None)
