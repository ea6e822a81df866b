"""The archive's effects, one transaction each: keep what a fetch brought, log what failed, list what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from ingest.archive import keeping, listing
from ingest.archive.listing import StateRow
from ingest.archive.revisions import Chain, chains, encode_instant
from ingest.archive.schema import ARCHIVE
from ingest.database import OpenFile, make_folder
from ingest.errors import DatelineError
from ingest.model import Fetched, Parsed, Source


@dataclass(frozen=True, slots=True)
class Kept:
    """What one fetch changed: counts of articles."""

    articles: int = 0
    new: int = 0
    changed: int = 0
    notes: tuple[str, ...] = ()


#: The tables of what hosts say of themselves, and a row of theirs.
HostTable = Literal["robots", "tdmrep"]
HostFile = tuple[str, datetime, str]

_CHANGES_AFTER: Final = """
SELECT c.id, c.article_id,
  (SELECT coalesce(sum(length(r.text)), 0) FROM revisions r WHERE r.article_id = c.article_id) AS characters
FROM changes c WHERE c.id > ? ORDER BY c.id LIMIT ?
"""


class Archive(OpenFile):
    """An open archive; use as a context manager. Every method that writes is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or create the archive; raises ArchiveError where the file cannot be used."""
        make_folder(path, ARCHIVE)
        super().__init__(path, ARCHIVE)

    # -- sources ------------------------------------------------------------------------------

    def list_sources(
        self, sources: Sequence[Source], now: datetime, *, named_by: str | None = None
    ) -> None:
        """Remember the sources that the user, or the list with the key `named_by`, names."""
        with self.atomic():
            listing.list_sources(self._sql, sources, now, named_by=named_by)

    def retire_sources(self, listed: Iterable[str], now: datetime) -> list[str]:
        """Mark the sources that are listed no longer; return the keys of those that were until now."""
        with self.atomic():
            return listing.retire_sources(self._sql, listed, now)

    def named_by(self, key: str) -> list[Source]:
        """Return the sources that a list named when it was last read, in its order."""
        return listing.named_by(self._sql, key)

    def sources(self) -> list[dict[str, object]]:
        """Return every source ever listed with its newest log entry and state, in order of listing."""
        return listing.overview(self._sql)

    def feeds(self) -> set[str]:
        """Return the keys of the sources that have given a feed before."""
        return listing.feeds(self._sql)

    def poll_states(self) -> dict[str, dict[str, object]]:
        """Return what the polling policy stored, by source key."""
        return listing.poll_states(self._sql)

    def host_files(self, table: HostTable) -> list[HostFile]:
        """Return what is remembered of robots.txt or tdmrep.json files: origin, when it was asked, its rules."""
        return [
            (origin, datetime.fromisoformat(fetched_at), rules)
            for origin, fetched_at, rules in self._sql.execute(f"SELECT * FROM {table}")  # noqa: S608
        ]

    def keep_host_files(self, table: HostTable, rows: Iterable[HostFile]) -> None:
        """Remember these files, and no others."""
        with self.atomic():
            self._sql.execute(f"DELETE FROM {table}")  # noqa: S608 - one of two names
            self._sql.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)",  # noqa: S608
                [(origin, encode_instant(at), rules) for origin, at, rules in rows],
            )

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
        with self.atomic():
            source_id = listing.source_id_of(self._sql, fetched.source.key)
            listing.describe(self._sql, source_id, fetched.source, parsed)
            listing.reserve(self._sql, source_id, None)
            counts = keeping.keep_articles(self._sql, source_id, fetched, parsed, canonical_urls)
            kept = Kept(*counts, parsed.notes)
            self._log(source_id, fetched, kept)
            listing.remember_state(self._sql, source_id, state)
        return kept

    def keep_unchanged(self, answers: Iterable[tuple[Fetched, StateRow]]) -> None:
        """Log answers that brought nothing new (304, or the bytes of last time), all in one transaction."""
        with self.atomic():
            for fetched, state in answers:
                source_id = listing.source_id_of(self._sql, fetched.source.key)
                self._log(source_id, fetched, Kept())
                listing.remember_state(self._sql, source_id, state)

    def keep_failure(
        self, source: Source, error: DatelineError, now: datetime, state: StateRow | None = None
    ) -> None:
        """Log an attempt that failed; nothing else about the source changes."""
        with self.atomic():
            source_id = listing.source_id_of(self._sql, source.key)
            self._sql.execute(
                "INSERT INTO fetches (source_id, fetched_at, url, stage, error) VALUES (?, ?, ?, ?, ?)",
                [source_id, encode_instant(now), source.location, error.stage, error.message],
            )
            listing.remember_state(self._sql, source_id, state)

    def reserve(self, source_key: str, now: datetime) -> None:
        """Note that a source must not be quoted: nothing of it is published until it can be read again."""
        with self.atomic():
            source_id = listing.source_id_of(self._sql, source_key)
            listing.reserve(self._sql, source_id, encode_instant(now))

    def postpone(self, source_key: str, state: StateRow) -> None:
        """Remember when to ask again, where nothing was asked."""
        with self.atomic():
            source_id = listing.source_id_of(self._sql, source_key)
            listing.remember_state(self._sql, source_id, state)

    def withdraw(self, source_keys: Iterable[str], now: datetime) -> int:
        """Mark the articles that only these sources carry as withdrawn; return how many were not yet."""
        at = encode_instant(now)
        count = 0
        with self.atomic():
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
                    keeping.mark_changed(self._sql, article_id)
                count += len(rows)
        return count

    # -- what the timeline follows ------------------------------------------------------------

    def last_change(self) -> int:
        """Return the number of the newest change; 0 for an empty archive."""
        return int(self._sql.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])

    def changed_articles(self, change: int) -> int:
        """Return how many articles the changes after `change` concern."""
        counted = "SELECT count(DISTINCT article_id) FROM changes WHERE id > ?"
        return int(self._sql.execute(counted, [change]).fetchone()[0])

    def changes_after(self, change: int, limit: int, characters: int) -> tuple[int, list[int]]:
        """Return the last of some changes after `change`, and the articles they concern.

        They are at most `limit`, of articles whose texts together reach `characters` with the last.
        """
        ids: dict[int, None] = {}
        for row in self._sql.execute(_CHANGES_AFTER, [change, limit]):
            if characters <= 0:
                break
            if row["article_id"] not in ids:
                ids[row["article_id"]] = None
                characters -= row["characters"]
            change = row["id"]
        return change, list(ids)

    def chains(self, article_ids: Iterable[int]) -> Iterator[Chain]:
        """Yield all that is held of each article, in the order asked."""
        with self.explained():
            yield from chains(self._sql, article_ids)

    def text_of(self, revision_id: int) -> str | None:
        """Return the text of a revision, whose offsets the mentions count; None: no such revision."""
        row = self._sql.execute("SELECT text FROM revisions WHERE id = ?", [revision_id]).fetchone()
        return row[0] if row else None

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file and its keys, a line each; empty: sound."""
        found = [row[0] for row in self._sql.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [
            f"archive: row {row[1]} of {row[0]} points to a missing {row[2]}"
            for row in self._sql.execute("PRAGMA foreign_key_check")
        ]
        return found

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
