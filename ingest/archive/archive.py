"""The archive's effects, one transaction each: keep what a fetch brought, log what failed, list what changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from ingest.archive.identity import Name, article_key, in_order_of_update, names_of_all
from ingest.archive.revisions import (
    Chain,
    chains,
    content_hash,
    encode_instant,
    revision_row,
)
from ingest.archive.schema import ARCHIVE
from ingest.database import explain, open_database
from ingest.errors import ArchiveError, DatelineError
from ingest.model import Article, Fetched, Parsed, Source

#: What the polling policy wants to remember of a source, as plain SQLite values.
StateRow = Mapping[str, object]

#: What makes an answer count as unchanged.
_FORGOTTEN = {"etag": None, "last_modified": None, "body_sha256": None}

#: Formats (`Parsed.format`) whose title is that of one article, not of a publication.
_DOCUMENT_FORMATS = frozenset({"text", "markdown", "html", "jsonl"})
#: Who is told to publish what names nobody; counts as one publisher, so that it corroborates nothing.
UNNAMED_PUBLISHER = "Unnamed publisher"

_NAMES_EVERYWHERE = 0  # identities.source_id of a name that holds in every source


@dataclass(frozen=True, slots=True)
class Kept:
    """What one fetch changed: counts of articles."""

    articles: int = 0
    new: int = 0
    changed: int = 0
    notes: tuple[str, ...] = ()


class Archive:
    """An open archive; use as a context manager. Every method that writes is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or create the archive; raises ArchiveError where the file cannot be used."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = open_database(path, ARCHIVE)
        self._sql: sqlite3.Connection = self._db.conn

    def __enter__(self) -> Self:
        """Return the archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file; say SQLite's errors as ours."""
        self._db.close()
        if isinstance(error, sqlite3.Error):
            raise ArchiveError(explain(error, "archive"), source=str(self.path)) from error

    # -- sources ------------------------------------------------------------------------------

    def list_sources(
        self, sources: Sequence[Source], now: datetime, *, named_by: str | None = None
    ) -> None:
        """Remember the sources that the user, or the list with the key `named_by`, names."""
        at = encode_instant(now)
        with self._db.atomic():
            for source in sources:
                self._sql.execute(
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

    def named_by(self, key: str) -> list[Source]:
        """Return the sources that a list named when it was last read, in its order."""
        rows = self._sql.execute(
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

    def retire_sources(self, listed: Iterable[str], now: datetime) -> list[str]:
        """Mark the sources that are listed no longer; return the keys of those that were until now."""
        still = set(listed)
        with self._db.atomic():
            gone = [
                key
                for (key,) in self._sql.execute("SELECT key FROM sources WHERE removed_at IS NULL")
                if key not in still
            ]
            self._sql.executemany(
                "UPDATE sources SET removed_at = ? WHERE key = ?",
                [(encode_instant(now), key) for key in gone],
            )
        return gone

    def sources(self) -> list[dict[str, object]]:
        """Return every source ever listed with its newest log entry and state, in order of listing."""
        rows = self._sql.execute(
            "SELECT s.*, p.state AS poll_state, f.fetched_at, f.status, f.stage, f.error, f.notes,"
            " (SELECT count(*) FROM article_sources x WHERE x.source_id = s.id) AS article_count,"
            " (SELECT r.publisher FROM article_sources x JOIN revisions r"
            "  ON r.id = x.current_revision_id WHERE x.source_id = s.id LIMIT 1) AS one_publisher"
            " FROM sources s LEFT JOIN poll_states p ON p.source_id = s.id"
            " LEFT JOIN fetches f ON f.id ="
            " (SELECT max(id) FROM fetches WHERE source_id = s.id) ORDER BY s.id"
        )
        return [
            {**row, "poll_state": json.loads(row["poll_state"] or "{}")}
            for row in map(dict, rows.fetchall())
        ]

    def poll_states(self) -> dict[str, dict[str, object]]:
        """Return what the polling policy stored, by source key."""
        rows = self._sql.execute(
            "SELECT s.key, s.must_reread, p.* FROM poll_states p JOIN sources s ON s.id = p.source_id"
        )
        return {
            row["key"]: {
                **json.loads(row["state"]),
                "etag": row["etag"],
                "last_modified": row["last_modified"],
                # The whole body must come again, to be read with the user's new words.
                **(_FORGOTTEN if row["must_reread"] else {}),
            }
            for row in rows
        }

    # -- what a fetch brought -----------------------------------------------------------------

    def keep(
        self,
        fetched: Fetched,
        parsed: Parsed,
        canonical_urls: Sequence[str | None],
        state: StateRow | None = None,
    ) -> Kept:
        """Store the new and changed articles, the log entry and the polling state together.

        `canonical_urls` are those of `parsed.articles`, None where an item has none. Items of one
        document that turn out to be one article are its states, kept in the order of their `updated`
        (RFC 4287 section 4.1.1); where they do not say, the first listed wins.
        """
        source_key = fetched.source.key
        names = names_of_all(parsed.articles, canonical_urls, parsed.home_url)
        new = changed = 0
        with self._db.atomic():
            source_id = self._source_id(source_key)
            self._describe_source(source_id, fetched.source, parsed)
            states: dict[int, list[Article]] = {}
            created: set[int] = set()
            for article, own in zip(parsed.articles, names, strict=True):
                article_id, is_new = self._identify(own, source_id, source_key, fetched.fetched_at)
                states.setdefault(article_id, []).append(article)
                created |= {article_id} if is_new else set()
            for article_id, articles in states.items():
                kept_any = False
                for article in in_order_of_update(articles, only_newest=article_id not in created):
                    publisher = _publisher(article, fetched.source, parsed)
                    kept_any |= self._keep_revision(
                        article_id, source_id, article, publisher, fetched
                    )
                new += article_id in created
                changed += kept_any and article_id not in created
            kept = Kept(len(states), new, changed, parsed.notes)
            self._log(source_id, fetched, kept)
            self._remember(source_id, state)
        return kept

    def keep_unchanged(self, fetched: Fetched, state: StateRow | None = None) -> None:
        """Log an answer that brought nothing new (304, or the bytes of last time)."""
        with self._db.atomic():
            source_id = self._source_id(fetched.source.key)
            self._log(source_id, fetched, Kept())
            self._remember(source_id, state)

    def keep_failure(
        self, source: Source, error: DatelineError, now: datetime, state: StateRow | None = None
    ) -> None:
        """Log an attempt that failed; nothing else about the source changes."""
        with self._db.atomic():
            source_id = self._source_id(source.key)
            self._sql.execute(
                "INSERT INTO fetches (source_id, fetched_at, url, stage, error) VALUES (?, ?, ?, ?, ?)",
                [source_id, encode_instant(now), source.location, error.stage, error.message],
            )
            self._remember(source_id, state)

    def withdraw(self, source_keys: Iterable[str], now: datetime) -> int:
        """Mark the articles that only these sources carry as withdrawn; return how many were not yet."""
        at = encode_instant(now)
        count = 0
        with self._db.atomic():
            for key in source_keys:
                rows = self._sql.execute(
                    "SELECT a.id FROM articles a JOIN sources s ON s.id = a.source_id"
                    " WHERE s.key = ? AND a.withdrawn_at IS NULL AND NOT EXISTS"
                    " (SELECT 1 FROM article_sources x WHERE x.article_id = a.id"
                    "  AND x.source_id <> a.source_id)",
                    [key],
                ).fetchall()
                for (article_id,) in rows:
                    self._sql.execute(
                        "UPDATE articles SET withdrawn_at = ? WHERE id = ?", [at, article_id]
                    )
                    self._mark_changed(article_id)
                count += len(rows)
        return count

    # -- what the timeline follows ------------------------------------------------------------

    def last_change(self) -> int:
        """Return the number of the newest change; 0 for an empty archive."""
        return int(self._sql.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])

    def changes_after(self, change: int, limit: int) -> tuple[int, list[int]]:
        """Return the last of at most `limit` changes after `change`, and the articles they concern."""
        rows = self._sql.execute(
            "SELECT id, article_id FROM changes WHERE id > ? ORDER BY id LIMIT ?", [change, limit]
        ).fetchall()
        ids = dict.fromkeys(row["article_id"] for row in rows)
        return (rows[-1]["id"] if rows else change), list(ids)

    def chains(self, article_ids: Iterable[int]) -> Iterator[Chain]:
        """Yield all that is held of each article, in the order asked."""
        return chains(self._sql, article_ids)

    def text_of(self, revision_id: int) -> str | None:
        """Return the text of a revision, whose offsets the mentions count; None: no such revision."""
        row = self._sql.execute("SELECT text FROM revisions WHERE id = ?", [revision_id]).fetchone()
        return row[0] if row else None

    def texts(self) -> Iterator[tuple[int, str, str]]:
        """Yield (revision id, recorded SHA-256, text) of every revision, in order."""
        yield from self._sql.execute("SELECT id, sha256, text FROM revisions ORDER BY id")

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file and its keys, a line each; empty: sound."""
        found = [row[0] for row in self._sql.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [
            f"archive: row {row[1]} of {row[0]} points to a missing {row[2]}"
            for row in self._sql.execute("PRAGMA foreign_key_check")
        ]
        return found

    # -- steps of a transaction ---------------------------------------------------------------

    def _source_id(self, key: str) -> int:
        row = self._sql.execute("SELECT id FROM sources WHERE key = ?", [key]).fetchone()
        if row is None:
            raise ArchiveError("is not a listed source", source=key)
        return int(row[0])

    def _describe_source(self, source_id: int, source: Source, parsed: Parsed) -> None:
        self._sql.execute(
            "UPDATE sources SET title = coalesce(?, ?, title), format = ?, must_reread = 0 WHERE id = ?",
            [source.title, parsed.title, parsed.format, source_id],
        )

    def _identify(
        self, names: Sequence[Name], source_id: int, source_key: str, now: datetime
    ) -> tuple[int, bool]:
        """Return the article that bears one of the names, made if there is none, and whether it was."""
        found = None
        for name in names:
            row = self._sql.execute(
                "SELECT article_id FROM identities WHERE scheme = ? AND source_id = ? AND value = ?",
                [name.scheme, source_id if name.is_local else _NAMES_EVERYWHERE, name.value],
            ).fetchone()
            if row:
                found = int(row[0])
                break
        is_new = found is None
        if found is None:
            found = self._create(article_key(names[0], source_key), source_id, now)
        self._sql.executemany(
            "INSERT OR IGNORE INTO identities (scheme, source_id, value, article_id) VALUES (?, ?, ?, ?)",
            [
                (n.scheme, source_id if n.is_local else _NAMES_EVERYWHERE, n.value, found)
                for n in names
            ],
        )
        return found, is_new

    def _create(self, key: str, source_id: int, now: datetime) -> int:
        cursor = self._sql.execute(
            "INSERT INTO articles (key, source_id, first_seen_at) VALUES (?, ?, ?)",
            [key, source_id, encode_instant(now)],
        )
        return int(cursor.lastrowid or 0)

    def _keep_revision(
        self, article_id: int, source_id: int, article: Article, publisher: str, fetched: Fetched
    ) -> bool:
        """Store a revision unless the source said the same last time; return whether it was stored."""
        self._stands_again(article_id)
        digest = content_hash(article, publisher)
        known = self._sql.execute(
            "SELECT content_hash FROM article_sources WHERE article_id = ? AND source_id = ?",
            [article_id, source_id],
        ).fetchone()
        if known and known[0] == digest:
            return False
        number = self._sql.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = ?", [article_id]
        ).fetchone()[0]
        row = {
            "article_id": article_id,
            "source_id": source_id,
            "number": number,
            "seen_at": encode_instant(fetched.fetched_at),
            **revision_row(article, publisher),
        }
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        cursor = self._sql.execute(
            f"INSERT INTO revisions ({columns}) VALUES ({marks})",  # noqa: S608 - our own column names
            list(row.values()),
        )
        self._sql.execute(
            "INSERT INTO article_sources VALUES (?, ?, ?, ?, ?) ON CONFLICT (article_id, source_id)"
            " DO UPDATE SET current_revision_id = excluded.current_revision_id,"
            " content_hash = excluded.content_hash",
            [article_id, source_id, encode_instant(fetched.fetched_at), cursor.lastrowid, digest],
        )
        self._mark_changed(article_id)
        return True

    def _stands_again(self, article_id: int) -> None:
        """Note that a source carries an article that had been withdrawn."""
        cursor = self._sql.execute(
            "UPDATE articles SET withdrawn_at = NULL WHERE id = ? AND withdrawn_at IS NOT NULL",
            [article_id],
        )
        if cursor.rowcount:
            self._mark_changed(article_id)

    def _mark_changed(self, article_id: int) -> None:
        self._sql.execute("INSERT INTO changes (article_id) VALUES (?)", [article_id])

    def _log(self, source_id: int, fetched: Fetched, kept: Kept) -> None:
        self._sql.execute(
            "INSERT INTO fetches (source_id, fetched_at, url, status, body_bytes, body_sha256,"
            " articles, new, changed, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                source_id,
                encode_instant(fetched.fetched_at),
                fetched.url,
                fetched.status,
                len(fetched.body),
                sha256(fetched.body).hexdigest() if fetched.body else None,
                kept.articles,
                kept.new,
                kept.changed,
                "\n".join(kept.notes) or None,
            ],
        )

    def _remember(self, source_id: int, state: StateRow | None) -> None:
        if state is None:
            return
        validators = {"etag", "last_modified"}
        rest = {key: value for key, value in state.items() if key not in validators}
        self._sql.execute(
            "INSERT OR REPLACE INTO poll_states (source_id, state, etag, last_modified)"
            " VALUES (?, ?, ?, ?)",
            [source_id, json.dumps(rest), state.get("etag"), state.get("last_modified")],
        )


def _publisher(article: Article, source: Source, parsed: Parsed) -> str:
    """Return who publishes the words: the user's word, the item's, the feed's name, the site's host.

    In a list of documents (JSON Lines) each line's own word comes first: it is a user's word too. A
    document that names no publisher is its author's; one that names nobody is nobody's.
    """
    own = article.publisher
    first = (own, source.publisher) if parsed.format == "jsonl" else (source.publisher, own)
    told = first[0] or first[1]
    if told:
        return told
    if parsed.format in _DOCUMENT_FORMATS:
        return _host(article.url or source.location) or article.author or UNNAMED_PUBLISHER
    return parsed.title or _host(source.location) or UNNAMED_PUBLISHER


def _host(location: str) -> str:
    """Return the host of a URL without credentials and port, "" for a path."""
    return (urlsplit(location).hostname or "") if "://" in location else ""
