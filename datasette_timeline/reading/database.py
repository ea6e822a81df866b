"""Runs the queries of pages on Datasette's database: the only code here that awaits rows."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from time import monotonic
from typing import Any, Final, TypeVar

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit

from datasette_timeline.reading import counting, queries
from datasette_timeline.reading.rows import Row
from datasette_timeline.views import conditions
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.histogram import Group

Result = TypeVar("Result")

#: Sets up to this size are gathered: some 25 ms for reading as many rows.
FEW: Final = 5_000
#: Above this share of all events, a walk meets a match so often that asking the index for each is cheapest.
_MOST: Final = 0.1
#: Statements of a count that run at once: one of Datasette's three threads stays free for other visitors.
_AT_ONCE: Final = 2
#: A count that takes longer is given up, and the page shown without its chart.
_PATIENCE_SECONDS: Final = 3.0
#: A slice of a count joins some 125,000 times two days; a million are within this.
_JOINED_BYTES: Final = 25_000_000


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

    async def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Return what `work` makes of a connection that only reads."""
        found: Result = await self._database.execute_fn(work)
        return found

    async def facts(self) -> dict[str, str]:
        """Return what the table `build` tells: how the file came to be, and as of when."""
        return {row["key"]: row["value"] for row in await self.rows(queries.BUILD)}

    async def total(self) -> int:
        """Return the number of active events, from the rollup."""
        row = await self.row(queries.SITE_TOTALS)
        return int(row["events"] or 0) if row else 0

    async def looked_up(self, view: Filter) -> Filter:
        """Return the view with what its search finds, where that is few; else the view itself."""
        if not view.match:
            return view
        _, selection, params = conditions.selections(view)[0]
        sql = queries.FOUND_UP_TO.format(selection=selection)
        try:
            found = await self.row(sql, {**params, "limit": FEW + 1})
        except QueryInterrupted:
            found = None
        if found is None or found["events"] > FEW:
            return replace(view, is_common=True)
        return replace(view, matched=found["ids"])

    async def plan(self, view: Filter) -> Plan:
        """Return how the view is best read: by how many events its most selective filter finds."""
        selections = conditions.selections(view)
        if not selections:
            return "walk"
        most = max(FEW + 1, int(_MOST * await self.total()))
        counts = {}
        for name, selection, params in selections:
            if name == "match" and view.is_common and view.has_prefix:
                # To count it again takes as long as to look it up: SQLite merges the words that begin so.
                counts[name] = FEW + 1
                continue
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

    async def plan_of_page(self, view: Filter, plan: Plan, total: int | None) -> Plan:
        """Return how a page of a view of `total` events (None: not known) is read, by the plan of the view.

        What a tenth of the archive has in common may be rare in a period: to ask the index for each event is dear there.
        """
        if plan != "probe" or total is None:
            return plan
        held = await (
            self.overlapping(view.start, view.end) if view.start and view.end else self.total()
        )
        return "probe" if total >= _MOST * held else "walk"

    async def holds_few(self, view: Filter, most: int) -> bool:
        """Whether a view holds at most so many events, as far as the rollups or one index tell."""
        if view.start and view.end and await self.overlapping(view.start, view.end) <= most:
            return True
        if view.is_plain or conditions.selections(view):
            return False
        where, params = conditions.where(view, "walk")
        sql = queries.COUNT_UP_TO.format(selection=queries.BY_DATE.format(where=where))
        try:
            counted = await self.row(sql, {**params, "limit": most + 1})
        except QueryInterrupted:
            return False
        return counted is not None and counted["events"] <= most

    async def groups(self, view: Filter, plan: Plan) -> list[Group]:
        """Return the view's events by their bounds; all of them, so that charts and totals add up.

        Raises QueryInterrupted where a statement, or all of them together, take too long.
        """
        years = {} if plan == "gather" else await self.period_counts("year")
        is_text, wanted = counting.statements(view, plan, await self.total(), years)
        # Half a second each alone, those of a beginning would meet the limit side by side on one processor.
        at_once = 1 if view.has_prefix else _AT_ONCE
        began, found = monotonic(), []
        for position in range(0, len(wanted), at_once):
            if monotonic() - began > _PATIENCE_SECONDS:
                raise QueryInterrupted(TimeoutError(), *wanted[position])
            batch = wanted[position : position + at_once]
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
            return await self.run(read)
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise QueryInterrupted(error, sql, params) from error
            raise

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
