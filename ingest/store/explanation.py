"""Why an event is one event: its mentions, how each date was read, and the reason of each merge."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ingest.database import connect_readonly, require_content
from ingest.errors import StoreError
from ingest.store.timeline import TIMELINE

_EVENT: Final = """
SELECT * FROM events WHERE slug = :slug
OR id = (SELECT event_id FROM event_aliases WHERE slug = :slug)
"""
_MENTIONS: Final = """
SELECT m.*, p.name AS publisher, a.url FROM mentions m JOIN articles a ON a.id = m.article_id
JOIN publishers p ON p.id = a.publisher_id WHERE m.event_id = ? ORDER BY m.reported_at, m.id
"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the file tells of an event, as plain values by column."""

    event: dict[str, Any]
    mentions: tuple[dict[str, object], ...]
    reasons: tuple[str, ...]
    #: (relation, slug of the other event, reason)
    links: tuple[tuple[str, str, str], ...]


def explain(path: Path, slug: str) -> Explanation:
    """Return why the event with `slug`, or with that former slug, is what it is.

    Raises StoreError where there is no timeline or no such event.
    """
    require_content(path, TIMELINE)
    with closing(connect_readonly(path)) as sql:
        event = sql.execute(_EVENT, {"slug": slug}).fetchone()
        if event is None:
            raise StoreError(f"no event has the slug {slug!r}", source=str(path))
        return Explanation(
            event=dict(event),
            mentions=tuple(map(dict, sql.execute(_MENTIONS, [event["id"]]))),
            reasons=_column(
                sql,
                "SELECT reason FROM event_reasons WHERE event_id = ? ORDER BY number",
                event["id"],
            ),
            links=tuple(
                (row["relation"], row["other_slug"], row["reason"])
                for row in sql.execute(
                    "SELECT * FROM event_links WHERE event_id = ?", [event["id"]]
                )
            ),
        )


def _column(sql: sqlite3.Connection, statement: str, number: int) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in sql.execute(statement, [number]))
