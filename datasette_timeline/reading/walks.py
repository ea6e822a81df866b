"""Reads one page of a view: walks its segments in order, from a cursor, forwards or back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest

from datasette_timeline.reading import queries, sieve
from datasette_timeline.reading.database import Database
from datasette_timeline.reading.rows import Row
from datasette_timeline.views import paging, segments
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import LEADING, PAGE_SIZE, Cursor, CursorError, Segment
from datasette_timeline.views.segments import Vague

#: Events that are put through the sieve at once, some 20 ms, and how often for a page.
_SIEVE: Final = 400
_MAX_SIEVES: Final = 20
#: So often before the whole index is asked for a beginning that many events share.
_FIRST_SIEVES: Final = 2


@dataclass(frozen=True, slots=True)
class Page:
    """The events of one page of a view, each with the name of its segment, and where others begin."""

    events: tuple[tuple[str, Row], ...]
    #: Cursors; None where there is no page on that side.
    before: str | None
    after: str | None
    #: The cursor of the vague dates of the period, where they follow the others; None: they lead.
    vague: str | None = None

    @property
    def first_segment(self) -> str | None:
        """The name of the segment that it begins with; None: it has no events."""
        return self.events[0][0] if self.events else None


@dataclass(frozen=True, slots=True)
class _Walk:
    """How a page's events are read: the segments of its view, their parameters, and the direction."""

    database: Database
    segments: tuple[Segment, ...]
    params: Mapping[str, Any]
    back: bool
    #: The search that is applied to what was read; '': the segments search themselves.
    sieved: str = ""
    #: How often, for each segment, before it is given up.
    sieves: int = _MAX_SIEVES

    async def found(self, cursor: Cursor | None) -> list[tuple[int, Row]]:
        """Return the next events from the cursor with their segments, one more than a page where there is."""
        found: list[tuple[int, Row]] = []
        for number in paging.order_of_segments(len(self.segments), cursor, back=self.back):
            rows = await self._of_segment(number, cursor, PAGE_SIZE + 1 - len(found))
            found += [(number, row) for row in rows]
            if len(found) > PAGE_SIZE:
                break
        return found

    async def _of_segment(self, number: int, cursor: Cursor | None, wanted: int) -> list[Row]:
        """Return the next events of a segment, at most `wanted`."""
        if not self.sieved:
            return await self._step(number, cursor, wanted)
        found: list[Row] = []
        for _ in range(self.sieves):
            rows = await self._step(number, cursor, _SIEVE)
            ids = [row["id"] for row in rows]
            fits = await self.database.run(partial(sieve.matching, ids=ids, match=self.sieved))
            found += [row for row in rows if row["id"] in fits]
            if len(rows) < _SIEVE or len(found) >= wanted:
                return found[:wanted]
            cursor = Cursor(number, tuple(rows[-1])[1:])
        raise QueryInterrupted(TimeoutError(), self.sieved, {})

    async def _step(self, number: int, cursor: Cursor | None, limit: int) -> list[Row]:
        step = paging.step(self.segments, number, cursor, back=self.back)
        return await self.database.rows(step.sql, {**self.params, **step.params, "limit": limit})


async def page(database: Database, view: Filter, plan: Plan, horizon: date) -> Page:
    """Return one page of the view; raises BadRequest where its cursor is none of ours."""
    if plan == "walk" and view.has_prefix and view.is_common and _is_one_list(view):
        with suppress(QueryInterrupted):
            return await _page(database, view, plan, horizon, sieves=_FIRST_SIEVES)
    try:
        return await _page(database, view, plan, horizon)
    except QueryInterrupted:
        if plan == "probe":
            return await _page(database, view, "walk", horizon)
        if not (view.has_prefix and view.match):
            raise
        return await _page(database, view, "walk", horizon, sieves=_MAX_SIEVES)


def _is_one_list(view: Filter) -> bool:
    """Whether a page's place in the view does not hang on what the search finds."""
    return view.order != "relevance" and not segments.is_parted(view)


async def _page(
    database: Database, view: Filter, plan: Plan, horizon: date, *, sieves: int = 0
) -> Page:
    """Return a page; with `sieves`, by searching the view's events some hundreds at a time, so often."""
    sieved = (view.match or "") if sieves else ""
    if sieved:
        view = replace(view, q="")
    vague: Vague = "among"
    if segments.is_parted(view):
        # Who asks for one day wants that day first, however few the vaguer dates are.
        is_day = view.start == view.end
        vague = "last" if is_day or not await _has_few_vague(database, view, plan) else "first"
    parts, params = segments.of(view, plan, horizon, vague)
    walk = _Walk(database, parts, params, back=bool(view.before), sieved=sieved, sieves=sieves)
    cursor = _cursor(view.after or view.before, parts)
    found = await walk.found(cursor)
    more, found = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
    if walk.back:
        found.reverse()
    first, last = _ends(found)
    events = await _events(database, [row["id"] for _, row in found])
    shown = [(parts[n].name, events[row["id"]]) for n, row in found if row["id"] in events]
    return Page(
        tuple(shown),
        before=first if (more if walk.back else cursor) else None,
        after=last if (cursor if walk.back else more) else None,
        vague=paging.encode(1, ()) if vague == "last" else None,
    )


def _cursor(text: str, segments: Sequence[Segment]) -> Cursor | None:
    try:
        return paging.decode(text, segments) if text else None
    except CursorError as error:
        raise BadRequest(
            "This page does not exist any more: the address’s after or before fits no list."
            " Take it out of the address to begin at the first page."
        ) from error


async def _has_few_vague(database: Database, view: Filter, plan: Plan) -> bool:
    selection, params = segments.vague_of(view, plan)
    sql = queries.COUNT_UP_TO.format(selection=selection)
    counted = await database.row(sql, {**params, "limit": LEADING + 1})
    return counted is None or counted["events"] <= LEADING


async def _events(database: Database, ids: Sequence[int]) -> dict[int, Row]:
    if not ids:
        return {}
    sql = queries.EVENTS_BY_ID.format(ids=", ".join(str(int(number)) for number in ids))
    return {row["id"]: row for row in await database.rows(sql)}


def _ends(found: Sequence[tuple[int, Row]]) -> tuple[str | None, str | None]:
    def cursor(number: int, row: Row) -> str:
        return paging.encode(number, tuple(row)[1:])

    return (cursor(*found[0]), cursor(*found[-1])) if found else (None, None)
