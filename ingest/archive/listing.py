"""Sources in the archive: what the user lists, what lists name, what polling remembers; SQL, no transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ingest.archive.revisions import encode_instant
from ingest.errors import ArchiveError
from ingest.model import Parsed, Source

#: What the polling policy wants to remember of a source, as plain SQLite values.
StateRow = Mapping[str, object]

#: How the names of feed formats (`Parsed.format`) begin.
_FEED_FORMATS = ("rss", "atom", "json1", "cdf", "feed")

#: What makes an answer count as unchanged.
_FORGOTTEN = {"etag": None, "last_modified": None, "body_sha256": None}


def list_sources(
    sql: sqlite3.Connection,
    sources: Sequence[Source],
    now: datetime,
    *,
    named_by: str | None = None,
) -> None:
    """Remember the sources that the user, or the list with the key `named_by`, names."""
    at = encode_instant(now)
    for source in sources:
        sql.execute(
            "INSERT INTO sources (key, location, kind, publisher, genre, title, named_by,"
            " first_listed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
            " location = excluded.location, publisher = excluded.publisher,"
            " genre = excluded.genre, removed_at = NULL, named_by = excluded.named_by,"
            " title = coalesce(excluded.title, title), must_reread = must_reread OR"
            " removed_at IS NOT NULL OR excluded.publisher IS NOT publisher OR excluded.genre IS NOT genre",
            [
                source.key, source.location, source.kind, source.publisher, source.genre,
                source.title, named_by, at,
            ],
        )  # fmt: skip


def named_by(sql: sqlite3.Connection, key: str) -> list[Source]:
    """Return the sources that a list named when it was last read, in its order."""
    rows = sql.execute(
        "SELECT * FROM sources WHERE named_by = ? AND removed_at IS NULL ORDER BY id", [key]
    )
    return [
        Source(
            key=row["key"],
            location=row["location"],
            kind=row["kind"],
            title=row["title"],
            publisher=row["publisher"],
            genre=row["genre"],
        )
        for row in rows
    ]


def retire_sources(sql: sqlite3.Connection, listed: Iterable[str], now: datetime) -> list[str]:
    """Mark the sources that are listed no longer; return the keys of those that were until now."""
    still = set(listed)
    gone = [
        key
        for (key,) in sql.execute("SELECT key FROM sources WHERE removed_at IS NULL")
        if key not in still
    ]
    sql.executemany(
        "UPDATE sources SET removed_at = ? WHERE key = ?",
        [(encode_instant(now), key) for key in gone],
    )
    return gone


def overview(
    sql: sqlite3.Connection,
) -> list[dict[str, object]]:
    """Return every source ever listed with its newest log entry and state, in order of listing."""
    rows = sql.execute(
        "SELECT s.*, p.state AS poll_state, f.fetched_at, f.status, f.stage, f.error, f.notes,"
        " (SELECT count(*) FROM article_sources x WHERE x.source_id = s.id) AS article_count,"
        " (SELECT r.publisher FROM article_sources x JOIN revisions r"
        "  ON r.id = x.current_revision_id WHERE x.source_id = s.id AND s.reserved_at IS NULL"
        "  LIMIT 1) AS one_publisher"
        " FROM sources s LEFT JOIN poll_states p ON p.source_id = s.id"
        " LEFT JOIN fetches f ON f.id ="
        " (SELECT max(id) FROM fetches WHERE source_id = s.id) ORDER BY s.id"
    )
    return [
        {**row, "poll_state": json.loads(row["poll_state"] or "{}")}
        for row in map(dict, rows.fetchall())
    ]


def poll_states(
    sql: sqlite3.Connection,
) -> dict[str, dict[str, object]]:
    """Return what the polling policy stored, by source key."""
    rows = sql.execute(
        "SELECT s.key, s.must_reread OR s.reserved_at IS NOT NULL AS must_reread, p.* FROM poll_states p JOIN sources s ON s.id = p.source_id"
    )
    return {
        row["key"]: {
            **json.loads(row["state"]),
            "etag": row["etag"],
            "last_modified": row["last_modified"],
            # The whole body must come again: to be read with the user's new words, or because only it
            # can take a reservation back.
            **(_FORGOTTEN if row["must_reread"] else {}),
        }
        for row in rows
    }


def feeds(sql: sqlite3.Connection) -> set[str]:
    """Return the keys of the sources that have given a feed: a page in its place is a failure."""
    rows = sql.execute("SELECT key, format FROM sources WHERE format IS NOT NULL")
    return {key for key, form in rows if form.startswith(_FEED_FORMATS)}


def remember_state(sql: sqlite3.Connection, source_id: int, state: StateRow | None) -> None:
    """Store what the polling policy wants to remember of a source; None: nothing new."""
    if state is None:
        return
    validators = {"etag", "last_modified"}
    rest = {key: value for key, value in state.items() if key not in validators}
    sql.execute(
        "INSERT OR REPLACE INTO poll_states (source_id, state, etag, last_modified)"
        " VALUES (?, ?, ?, ?)",
        [source_id, json.dumps(rest), state.get("etag"), state.get("last_modified")],
    )


def source_id_of(sql: sqlite3.Connection, key: str) -> int:
    """Return the number of a listed source; raises ArchiveError where it is not listed."""
    row = sql.execute("SELECT id FROM sources WHERE key = ?", [key]).fetchone()
    if row is None:
        raise ArchiveError("is not a listed source", source=key)
    return int(row[0])


def reserve(sql: sqlite3.Connection, source_id: int, at: str | None) -> None:
    """Note that a source must not be quoted since `at`, or may be again (None), where that is news."""
    cursor = sql.execute(
        "UPDATE sources SET reserved_at = ? WHERE id = ? AND (reserved_at IS NULL) <> (? IS NULL)",
        [at, source_id, at],
    )
    if cursor.rowcount:
        sql.execute(
            "INSERT INTO changes (article_id) SELECT article_id FROM article_sources"
            " WHERE source_id = ? ORDER BY article_id",
            [source_id],
        )


def describe(sql: sqlite3.Connection, source_id: int, source: Source, parsed: Parsed) -> None:
    """Store what a source said of itself when it was read; the user's title comes first."""
    sql.execute(
        "UPDATE sources SET title = coalesce(?, ?, title), format = ?, must_reread = 0 WHERE id = ?",
        [source.title, parsed.title, parsed.format, source_id],
    )
