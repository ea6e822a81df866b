"""Which events an export holds, in which order, read a batch at a time from any connection.

A batch is found by the place where the last one ended (paging.py), so nothing is held between batches and
the millionth costs what the first one does. One web download may therefore see an archive before and
after an update; `python -m datasette_timeline.exports` reads one state.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from datasette_timeline import paging, queries, views
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow
from datasette_timeline.filters import Filter, Plan
from datasette_timeline.paging import Cursor, Key, Segment

#: Events a batch: some 2 MB as rows, and a few milliseconds of SQL and of writing.
BATCH_SIZE: Final = 1_000

#: A filter that finds fewer events than this is read whole, a batch at a time from the sorted set.
_FEW: Final = 20_000

#: In a period of at most this many days, reading its events is cheaper than walking all the newest.
_SHORT_PERIOD_DAYS: Final = 366

_NEWEST_SEEN: Final = (Key("e.first_seen_at", str, True), Key("e.id", int, True))
_HEAVIEST: Final = (Key("e.significance", float, True), Key("e.id", int))

#: The rows of the numbered events with the article, the leading mention and the revision it stands in.
EVENT_ROWS: Final = """
SELECT e.*, a.title AS article_title, a.author AS article_author, a.language AS article_language,
  a.published_on AS article_published_on, m.date_text, m.quote_start, m.quote_end,
  r.number AS revision_number, r.sha256 AS revision_sha256, r.seen_at AS revision_seen_at
FROM json_each(:ids) AS wanted CROSS JOIN events AS e ON e.id = wanted.value AND {condition}
LEFT JOIN articles AS a ON a.id = e.article_id
LEFT JOIN mentions AS m ON m.id = (
  SELECT x.id FROM mentions AS x
  WHERE x.event_id = e.id AND x.article_id = e.article_id AND x.quote = e.quote
  ORDER BY x.withdrawn_at IS NOT NULL, x.id LIMIT 1)
LEFT JOIN revisions AS r ON r.id = m.revision_id
ORDER BY wanted.key
"""

EVENT_ID: Final = "SELECT id FROM events WHERE slug = :slug AND status <> 'hidden'"


class Walk:
    """The numbers of an export's events, batch by batch; remembers only where it is."""

    def __init__(self, view: Filter, form: Format, *, include_vague: bool, today: date) -> None:
        """`today` is what the pages part past and future by; it changes no export's events."""
        self._view = replace(view, after="", before="", sort="oldest")
        self._form = form
        self._condition = form.condition_for(include_vague=include_vague)
        self._today = today
        self._segments: Sequence[Segment] = ()
        self._params: dict[str, Any] = {}
        self._number = 0
        self._cursor: Cursor | None = None
        self._start_after = view.after

    def next_ids(self, connection: sqlite3.Connection, limit: int) -> list[int]:
        """Return the next events by number, at most `limit`; none at the end.

        Raises paging.CursorError where the address's cursor was given out by no page of ours, and
        sqlite3.OperationalError where the statement was interrupted.
        """
        if not self._segments:
            self._prepare(connection)
        found: list[int] = []
        while len(found) < limit and self._number < len(self._segments):
            wanted = limit - len(found)
            step = paging.step(self._segments, self._number, self._cursor, back=False)
            params = {**self._params, **step.params, "limit": wanted}
            rows = connection.execute(step.sql, params).fetchall()
            found += [row[0] for row in rows]
            if rows:
                self._cursor = Cursor(self._number, tuple(rows[-1])[1:])
            if len(rows) < wanted:
                self._number += 1
        return found

    @property
    def cursor(self) -> str:
        """The place after the last event read, as an address holds it."""
        if self._cursor is None:
            return ""
        return paging.encode(self._cursor.segment, self._cursor.values)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        plan = _plan(connection, self._view)
        if self._form.order == "date":
            segments, self._params = views.segments(self._view, plan, self._today)
        else:
            segment, self._params = _ranked(self._view, self._form, plan, self._today)
            segments = (segment,)
        if self._form.limit is not None:
            # Elsewhere the condition waits for the rows: a walk that looks for the few events it
            # fulfils could run over the server's time limit.
            segments = tuple(
                replace(segment, where=f"{segment.where} AND {self._condition}")
                for segment in segments
            )
        self._segments = segments
        if self._start_after:
            self._cursor = paging.decode(self._start_after, segments)
            self._number = self._cursor.segment


def read_rows(
    connection: sqlite3.Connection, ids: Sequence[int], base_url: str, condition: str = "1"
) -> Iterator[EventRow]:
    """Yield the events of these numbers in this order; those that are gone or unfit are left out."""
    sql = EVENT_ROWS.format(condition=condition)
    cursor = connection.execute(sql, {"ids": json.dumps(list(ids))})
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, tuple(values), strict=True))
        yield EventRow.from_mapping(row | {"permalink": permalink(base_url, row["slug"])})


def permalink(base_url: str, slug: str) -> str:
    """Return the address of an event's page; `base_url` has no slash at its end."""
    return f"{base_url}/event/{quote(slug, safe='')}"


def _plan(connection: sqlite3.Connection, view: Filter) -> Plan:
    """Return how to read the view: where some filter finds few events, gather those; else walk."""
    for _, selection, params in view.selections():
        sql = queries.COUNT_UP_TO.format(selection=selection)
        (count,) = connection.execute(sql, params | {"limit": _FEW}).fetchone()
        if count < _FEW:
            return "gather"
    return "walk"


def _ranked(view: Filter, form: Format, plan: Plan, today: date) -> tuple[Segment, dict[str, Any]]:
    """Return the one segment of an export that is not in the order of dates."""
    keys = _NEWEST_SEEN if form.order == "seen" else _HEAVIEST
    index = "idx_events_seen" if form.order == "seen" else "idx_events_significance"
    if _is_short(view):
        parts, params = views.segments(view, plan, today)
        union = " UNION ALL ".join(
            f"SELECT e.id FROM {part.source} WHERE {part.where}"  # noqa: S608 - our own texts
            for part in parts
        )
        return Segment(
            form.order, "1", keys, f"({union}) AS w CROSS JOIN events AS e ON e.id = w.id"
        ), params
    where, params = view.where(plan)
    source = "events AS e" if plan == "gather" else f"events AS e INDEXED BY {index}"
    return Segment(form.order, where, keys, source), params


def _is_short(view: Filter) -> bool:
    if view.start is None or view.end is None:
        return False
    return (view.end - view.start).days < _SHORT_PERIOD_DAYS
