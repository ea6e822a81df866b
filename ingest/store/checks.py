"""Finds what is wrong with a timeline.db, reading only: the file, its keys, its index, its quotes, its counts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from ingest.database import connect_readonly, explain, require_content
from ingest.store import rows
from ingest.store.timeline import TIMELINE

#: At most this many lines a check: a damaged file would name every row.
MOST_LINES_A_CHECK: Final = 20

#: Returns the text of a revision, None where the archive does not hold it.
TextOf = Callable[[int], str | None]


def problems(path: Path, text_of: TextOf) -> list[str]:
    """Return what is wrong with the file, a line each, at most MOST_LINES_A_CHECK a check; empty: sound.

    Raises StoreError where it is not a Dateline timeline at all, or nothing is in it yet.
    """
    require_content(path, TIMELINE)
    found: list[str] = []
    with closing(connect_readonly(path)) as sql:
        for check in (_file, _keys, _index, _orphans, _counts):
            found += _first_lines(check(sql))
        found += _first_lines(_quotes(sql, text_of))
    return found


def _first_lines(lines: Iterator[str]) -> list[str]:
    """Return the first lines of a check; what SQLite cannot read at all is a line too."""
    told: list[str] = []
    try:
        for line in lines:
            if len(told) == MOST_LINES_A_CHECK:
                told.append("… and more of the same kind")
                break
            told.append(line)
    except sqlite3.Error as error:
        told.append(f"timeline.db {explain(error, 'timeline')}")
    return told


def _file(sql: sqlite3.Connection) -> Iterator[str]:
    for (line,) in sql.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"timeline.db: {line}"


def _keys(sql: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in sql.execute("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points to a missing row of {parent}"


def _index(sql: sqlite3.Connection) -> Iterator[str]:
    """Compare the full-text index with the events it indexes (FTS5's own check would write)."""
    missing = sql.execute(
        "SELECT count(*) FROM events e LEFT JOIN events_fts_docsize d ON d.id = e.id"
        " WHERE d.id IS NULL"
    ).fetchone()[0]
    if missing:
        yield f"events_fts: {missing} events are not indexed; dateline rebuild mends it"
    strays = sql.execute(
        "SELECT count(*) FROM events_fts_docsize d LEFT JOIN events e ON e.id = d.id"
        " WHERE e.id IS NULL"
    ).fetchone()[0]
    if strays:
        yield f"events_fts: {strays} indexed events do not exist; dateline rebuild mends it"
    yield from _index_words(sql)


def _index_words(sql: sqlite3.Connection) -> Iterator[str]:
    """Look up a word of each of a spread of titles in the index."""
    spread = sql.execute(
        "SELECT id, title FROM events WHERE id % 97 = (SELECT max(id) FROM events) % 97 LIMIT 500"
    ).fetchall()
    for number, title in spread:
        words = [word for word in title.split() if word.isalpha()]
        if not words:
            continue
        found = sql.execute(
            "SELECT 1 FROM events_fts WHERE events_fts MATCH ? AND rowid = ?",
            [f'title : "{words[0]}"', number],
        ).fetchone()
        if not found:
            yield f"events_fts: event {number} is not found by its title; dateline rebuild mends it"


def _orphans(sql: sqlite3.Connection) -> Iterator[str]:
    for (slug,) in sql.execute(
        "SELECT slug FROM events e WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE event_id = e.id)"
    ):
        yield f"event {slug} rests on no mention"
    for slug, told, held in sql.execute(
        "SELECT e.slug, e.mention_count, count(m.id) AS held FROM events e"
        " JOIN mentions m ON m.event_id = e.id GROUP BY e.id HAVING held <> e.mention_count"
    ):
        yield f"event {slug} says {told} mentions and has {held}"


def _counts(sql: sqlite3.Connection) -> Iterator[str]:
    counted: Counter[tuple[str, str]] = Counter()
    for start, end in sql.execute(
        "SELECT date_start, date_end FROM events WHERE status = 'active'"
    ):
        counted.update(rows.periods(start, end))
    told = {(unit, period): n for unit, period, n in sql.execute("SELECT * FROM period_counts")}
    for key in sorted(counted.keys() | told.keys()):
        if counted[key] != told.get(key, 0):
            yield f"period_counts: {' '.join(key)} says {told.get(key, 0)}, there are {counted[key]}"


def _quotes(sql: sqlite3.Connection, text_of: TextOf) -> Iterator[str]:
    """Check that every quote and every date's words stand in the archive at their offsets."""
    revision, text = None, None
    for row in sql.execute(
        "SELECT id, revision_id, quote, quote_start, quote_end, date_text, date_text_start,"
        " date_text_end FROM mentions ORDER BY revision_id, quote_start"
    ):
        if row["revision_id"] != revision:
            revision = row["revision_id"]
            text = text_of(revision)
        if text is None:
            yield f"mention {row['id']}: revision {revision} is not in the archive"
        elif text[row["quote_start"] : row["quote_end"]] != row["quote"]:
            yield f"mention {row['id']}: its quote does not stand in revision {revision} at its offsets"
        elif row["date_text"] and (
            text[row["date_text_start"] : row["date_text_end"]] != row["date_text"]
        ):
            yield f"mention {row['id']}: its date's words do not stand in revision {revision}"
