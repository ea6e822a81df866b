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
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import quote

from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow, parse_instant
from datasette_timeline.views import conditions, paging, segments
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import Cursor, Key, Segment

#: Events whose rows are read and written at once: some 2 MB, and a few milliseconds.
BATCH_SIZE: Final = 1_000

#: Events found at once, by number alone: a search finds all its matches anew each time.
STRIDE: Final = 10_000

#: Where the server's time limit cuts a step short it is tried again with half as many, down to this.
LEAST: Final = 50

#: The orders that are not by date: their keys, and the index that holds events in them.
_RANKS: Final = {
    "seen": ((Key("e.first_seen_at", str, True), Key("e.id", int, True)), "idx_events_seen"),
    "weight": ((Key("e.significance", float, True), Key("e.id", int)), "idx_events_significance"),
}

#: The rows of the numbered events with the article, the leading mention and the revision it stands in.
EVENT_ROWS: Final = """
SELECT e.*, a.title AS article_title, a.author AS article_author, a.language AS article_language,
  a.published_on AS article_published_on, m.date_text, m.quote_start, m.quote_end,
  r.number AS revision_number, r.sha256 AS revision_sha256, r.seen_at AS revision_seen_at,
  (SELECT max(max(y.first_seen_at, coalesce(y.withdrawn_at, ''))) FROM mentions AS y
   WHERE y.event_id = e.id) AS changed_at
FROM json_each(:ids) AS wanted CROSS JOIN events AS e ON e.id = wanted.value AND {condition}
LEFT JOIN articles AS a ON a.id = e.article_id
LEFT JOIN mentions AS m ON m.id = (
  SELECT x.id FROM mentions AS x
  WHERE x.event_id = e.id AND x.article_id = e.article_id AND x.quote = e.quote
  ORDER BY x.withdrawn_at IS NOT NULL, x.id LIMIT 1)
LEFT JOIN revisions AS r ON r.id = m.revision_id
ORDER BY wanted.key
"""

_EVENT_ID: Final = "SELECT id FROM events WHERE slug = :slug AND status <> 'hidden'"
_UPDATED_AT: Final = "SELECT value FROM build WHERE key = 'updated_at'"

#: Stands where an archive does not say when it was last changed.
LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Walk:
    """The numbers of an export's events, batch by batch; remembers only where it is."""

    def __init__(
        self,
        view: Filter,
        form: Format,
        plan: Plan,
        *,
        include_vague: bool = False,
        gathers: bool = False,
    ) -> None:
        """`plan` is how the view is best read; the walk begins after the view's cursor, if it has one.

        `gathers`: so few events are in the view that an order other than by date is best made
        by sorting them, not by walking all events in that order.
        Raises paging.CursorError where the cursor was given out by no page of ours.
        """
        whole = replace(view, after="", before="", sort="oldest")
        self._segments, self._params = _segments(whole, form, plan, gathers=gathers)
        if form.limit is not None:
            # Elsewhere the condition waits for the rows: a walk that looks for the few events it
            # fulfils could run over the server's time limit.
            condition = form.condition_for(include_vague=include_vague)
            self._segments = tuple(
                replace(segment, where=f"{segment.where} AND {condition}")
                for segment in self._segments
            )
        self._cursor = paging.decode(view.after, self._segments) if view.after else None
        self._number = self._cursor.segment if self._cursor else 0
        #: How many numbers a step asks for; who sees a step cut short may halve it.
        self.stride = STRIDE

    def next_ids(self, connection: sqlite3.Connection, limit: int) -> list[int]:
        """Return the next events by number, at most `limit`; none at the end.

        Where the statement is interrupted the walk stays where it was, and may be tried again.
        """
        found: list[int] = []
        number, cursor = self._number, self._cursor
        while len(found) < limit and number < len(self._segments):
            wanted = limit - len(found)
            step = paging.step(self._segments, number, cursor, back=False)
            params = {**self._params, **step.params, "limit": wanted}
            rows = connection.execute(step.sql, params).fetchall()
            found += [row[0] for row in rows]
            if rows:
                cursor = Cursor(number, tuple(rows[-1])[1:])
            if len(rows) < wanted:
                number += 1
        self._number, self._cursor = number, cursor
        return found

    @property
    def cursor(self) -> str:
        """The place after the last event read, as an address holds it."""
        if self._cursor is None:
            return ""
        return paging.encode(self._cursor.segment, self._cursor.values)


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


def event_id(connection: sqlite3.Connection, slug: str) -> int | None:
    """Return the number of the event with this slug, None where there is none to be seen."""
    found = connection.execute(_EVENT_ID, {"slug": slug}).fetchone()
    return int(found[0]) if found else None


def updated_at(connection: sqlite3.Connection) -> datetime:
    """Return when the archive last changed, in UTC; 1970 where it does not say."""
    found = connection.execute(_UPDATED_AT).fetchone()
    return parse_instant(found[0] if found else None) or LONG_AGO


def permalink(base_url: str, slug: str) -> str:
    """Return the address of an event's page; `base_url` has no slash at its end."""
    return f"{base_url}/event/{quote(slug, safe='')}"


def _segments(
    view: Filter, form: Format, plan: Plan, *, gathers: bool
) -> tuple[tuple[Segment, ...], dict[str, Any]]:
    """Return the parts of the view in the format's order, and the parameters of their texts."""
    # Oldest first, today parts nothing: any day will do.
    by_date, params = segments.of(view, plan, date.min)
    if form.order == "date":
        return by_date, params
    keys, index = _RANKS[form.order]
    if gathers:
        union = " UNION ALL ".join(
            f"SELECT e.id FROM {part.source} WHERE {part.where}"  # noqa: S608 - our own texts
            for part in by_date
        )
        source = f"({union}) AS w CROSS JOIN events AS e ON e.id = w.id"
        return (Segment(form.order, "1", keys, source),), params
    where, params = conditions.where(view, plan)
    source = "events AS e" if plan == "gather" else f"events AS e INDEXED BY {index}"
    return (Segment(form.order, where, keys, source),), params
