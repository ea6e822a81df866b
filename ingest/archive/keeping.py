"""Keeping what a fetch brought: which articles its items are, and a revision of each that changed; SQL, no transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from ingest.archive.identity import Name, article_key, in_order_of_update, names_of_all
from ingest.archive.publisher import publisher_of
from ingest.archive.revisions import content_hash, encode_instant, revision_row
from ingest.model import Article, Fetched, Parsed

_NAMES_EVERYWHERE = 0  # identities.source_id of a name that holds in every source


def keep_articles(
    sql: sqlite3.Connection,
    source_id: int,
    fetched: Fetched,
    parsed: Parsed,
    canonical_urls: Sequence[str | None],
) -> tuple[int, int, int]:
    """Store the new and changed articles of a document; return how many it holds, are new, changed."""
    source_key = fetched.source.key
    names = names_of_all(parsed.articles, canonical_urls, parsed.home_url)
    states: dict[int, list[Article]] = {}
    created: set[int] = set()
    for article, own in zip(parsed.articles, names, strict=True):
        article_id, is_new = _identify(sql, own, source_id, source_key, fetched.fetched_at)
        states.setdefault(article_id, []).append(article)
        created |= {article_id} if is_new else set()
    changed = 0
    for article_id, articles in states.items():
        kept = [
            _keep_revision(
                sql,
                (article_id, source_id),
                article,
                publisher_of(article, fetched.source, parsed),
                fetched.fetched_at,
            )
            for article in in_order_of_update(articles, only_newest=article_id not in created)
        ]
        changed += any(kept) and article_id not in created
    return len(states), len(created), changed


def _identify(
    sql: sqlite3.Connection, names: Sequence[Name], source_id: int, source_key: str, now: datetime
) -> tuple[int, bool]:
    """Return the article that bears one of the names, made if there is none, and whether it was."""
    found = None
    for name in names:
        row = sql.execute(
            "SELECT article_id FROM identities WHERE scheme = ? AND source_id = ? AND value = ?",
            [name.scheme, source_id if name.is_local else _NAMES_EVERYWHERE, name.value],
        ).fetchone()
        if row:
            found = int(row[0])
            break
    is_new = found is None
    if found is None:
        found = _create(sql, article_key(names[0], source_key), source_id, now)
    sql.executemany(
        "INSERT OR IGNORE INTO identities (scheme, source_id, value, article_id) VALUES (?, ?, ?, ?)",
        [(n.scheme, source_id if n.is_local else _NAMES_EVERYWHERE, n.value, found) for n in names],
    )
    return found, is_new


def _create(sql: sqlite3.Connection, key: str, source_id: int, now: datetime) -> int:
    cursor = sql.execute(
        "INSERT INTO articles (key, source_id, first_seen_at) VALUES (?, ?, ?)",
        [key, source_id, encode_instant(now)],
    )
    return int(cursor.lastrowid or 0)


def _keep_revision(
    sql: sqlite3.Connection,
    ids: tuple[int, int],
    article: Article,
    publisher: str,
    seen_at: datetime,
) -> bool:
    """Store a revision of `ids` (article, source) unless the source said the same last time; return whether."""
    article_id, source_id = ids
    _stand_again(sql, article_id)
    digest = content_hash(article, publisher)
    known = sql.execute(
        "SELECT content_hash FROM article_sources WHERE article_id = ? AND source_id = ?",
        [article_id, source_id],
    ).fetchone()
    if known and known[0] == digest:
        return False
    number = sql.execute(
        "SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = ?", [article_id]
    ).fetchone()[0]
    row = {
        "article_id": article_id,
        "source_id": source_id,
        "number": number,
        "seen_at": encode_instant(seen_at),
        **revision_row(article, publisher),
    }
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    cursor = sql.execute(
        f"INSERT INTO revisions ({columns}) VALUES ({marks})",  # noqa: S608 - our own column names
        list(row.values()),
    )
    sql.execute(
        "INSERT INTO article_sources VALUES (?, ?, ?, ?, ?) ON CONFLICT (article_id, source_id)"
        " DO UPDATE SET current_revision_id = excluded.current_revision_id,"
        " content_hash = excluded.content_hash",
        [article_id, source_id, encode_instant(seen_at), cursor.lastrowid, digest],
    )
    mark_changed(sql, article_id)
    return True


def _stand_again(sql: sqlite3.Connection, article_id: int) -> None:
    """Note that a source carries an article that had been withdrawn."""
    cursor = sql.execute(
        "UPDATE articles SET withdrawn_at = NULL WHERE id = ? AND withdrawn_at IS NOT NULL",
        [article_id],
    )
    if cursor.rowcount:
        mark_changed(sql, article_id)


def mark_changed(sql: sqlite3.Connection, article_id: int) -> None:
    """Note that the timeline has to follow this article."""
    sql.execute("INSERT INTO changes (article_id) VALUES (?)", [article_id])
