"""Writes what was seen: sources, publishers, articles, revisions, mentions, and the counts of articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from ingest.model import stable_id
from ingest.store import rows
from ingest.store.changes import ArticleRecord, Change, PublisherRecord, SourceRecord


def publisher_id(name: str) -> int:
    """Return the number of a publisher: its name makes it."""
    return stable_id("publisher", name)


def write_sources(sql: sqlite3.Connection, sources: Iterable[SourceRecord]) -> None:
    """Insert or update the sources; an event tells its source by the title that it has now."""
    for source in sources:
        if source.publisher:
            _ensure_publisher(sql, source.publisher)
        known = sql.execute("SELECT title FROM sources WHERE id = ?", [source.id]).fetchone()
        sql.execute(
            "INSERT INTO sources (id, key, url, title, kind, publisher_id, genre, state, last_fetched_at,"
            " last_success_at, next_due_at, failure_count, last_error)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " url = excluded.url, title = excluded.title, kind = excluded.kind,"
            " publisher_id = excluded.publisher_id, genre = excluded.genre, state = excluded.state,"
            " last_fetched_at = excluded.last_fetched_at, last_success_at = excluded.last_success_at,"
            " next_due_at = excluded.next_due_at, failure_count = excluded.failure_count,"
            " last_error = excluded.last_error",
            [
                source.id, source.key, source.url, source.title, source.kind,
                publisher_id(source.publisher) if source.publisher else None, source.genre,
                source.state, source.last_fetched_at, source.last_success_at, source.next_due_at,
                source.failure_count, source.last_error,
            ],
        )  # fmt: skip
        if known and known["title"] != source.title:
            sql.execute(
                "UPDATE events SET source = ? WHERE article_id IN"
                " (SELECT id FROM articles WHERE source_id = ?)",
                [source.title, source.id],
            )


def write_publishers(sql: sqlite3.Connection, publishers: Iterable[PublisherRecord]) -> None:
    """Insert the publishers, or bring what is known of their houses up to date."""
    sql.executemany(
        "INSERT INTO publishers (id, name, family, is_wire) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET family = excluded.family, is_wire = excluded.is_wire",
        [(publisher_id(p.name), p.name, p.family, int(p.is_wire)) for p in publishers],
    )


def _ensure_publisher(sql: sqlite3.Connection, name: str) -> int:
    number = publisher_id(name)
    sql.execute("INSERT OR IGNORE INTO publishers (id, name) VALUES (?, ?)", [number, name])
    return number


def write_articles(sql: sqlite3.Connection, changed: Iterable[ArticleRecord]) -> None:
    """Insert or update the articles with their sources and their revisions."""
    for article in changed:
        on = article.published
        reported = rows.encode_reported(on)
        sql.execute(
            "INSERT OR REPLACE INTO articles (id, key, source_id, publisher_id, url, title, author,"
            " genre, language, origin, published_text, published_at, published_on, first_seen_at,"
            " last_changed_at, withdrawn_at, revision_count, mention_count, unresolved_count)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                article.id, article.key, article.source_id, _ensure_publisher(sql, article.publisher),
                article.url, article.title, article.author, article.genre, article.language,
                article.origin, article.published_text,
                reported if reported and "T" in reported else None, reported and reported[:10],
                rows.encode_instant(article.first_seen_at),
                rows.encode_instant(article.withdrawn_at or article.revisions[-1].seen_at),
                rows.encode_instant(article.withdrawn_at), len(article.revisions),
                sum(mention.withdrawn_at is None for mention in article.mentions),
                article.unresolved_count,
            ],
        )  # fmt: skip
        sql.executemany(
            "INSERT OR IGNORE INTO article_sources VALUES (?, ?)",
            [(article.id, source_id) for source_id in article.source_ids],
        )
        _write_revisions(sql, article)


def _write_revisions(sql: sqlite3.Connection, article: ArticleRecord) -> None:
    sql.executemany(
        "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id",
        [
            (
                revision.id, article.id, revision.number, rows.encode_instant(revision.seen_at),
                revision.sha256, revision.title,
                revision.changes and revision.changes.previous_title,
                revision.changes and revision.changes.words_added,
                revision.changes and revision.changes.words_removed,
                revision.changes and revision.changes.changes, revision.source_id,
            )
            for revision in article.revisions
        ],
    )  # fmt: skip


def write_mentions(sql: sqlite3.Connection, change: Change) -> None:
    """Replace the mentions of the changed articles; give every mention its event and its component."""
    event_of = {number: event for event in change.events for number in event.mentions}
    changed = [mention for article in change.articles for mention in article.mentions]
    articles = [*(article.id for article in change.articles), *change.removed]
    _forget_mentions(sql, articles, {mention.id for mention in changed})
    marks = ", ".join("?" * len(rows.MENTION_COLUMNS))
    sql.executemany(
        f"INSERT OR REPLACE INTO mentions ({', '.join(rows.MENTION_COLUMNS)}) VALUES ({marks})",  # noqa: S608
        [rows.mention_row(mention, event_of[mention.id].id) for mention in changed],
    )
    sql.executemany(
        "UPDATE mentions SET event_id = ? WHERE id = ? AND event_id <> ?",
        [(event_of[m.id].id, m.id, event_of[m.id].id) for m in change.neighbours],
    )
    sql.executemany(
        "INSERT OR REPLACE INTO mention_entities VALUES (?, ?, ?, ?)",
        [(m.id, rows.entity_id(e), e.role, e.title) for m in changed for e in m.entities],
    )
    sql.executemany(
        "INSERT INTO mention_signatures VALUES (?, ?, ?)",
        sorted(
            (stretch, number, record.signature)
            for number, record in change.signatures.items()
            for stretch in record.stretches
        ),
    )
    sql.executemany(
        "INSERT INTO mention_components VALUES (?, ?) ON CONFLICT (mention_id)"
        " DO UPDATE SET component = excluded.component WHERE component <> excluded.component",
        [(number, event.component) for number, event in event_of.items()],
    )


def _forget_mentions(sql: sqlite3.Connection, articles: Iterable[int], kept: set[int]) -> None:
    """Delete what is derived anew: mentions that no revision makes any more, all their signatures.

    The words of an article that were withdrawn are still among its mentions; one that is not comes from
    an older Dateline that read the same words otherwise.
    """
    held = [
        number
        for article in articles
        for (number,) in sql.execute("SELECT id FROM mentions WHERE article_id = ?", [article])
    ]
    ids = [(number,) for number in held]
    sql.executemany("DELETE FROM mention_signatures WHERE mention_id = ?", ids)
    sql.executemany("DELETE FROM mention_entities WHERE mention_id = ?", ids)
    dropped = [(number,) for number in held if number not in kept]
    sql.executemany("DELETE FROM mention_components WHERE mention_id = ?", dropped)
    sql.executemany("DELETE FROM mentions WHERE id = ?", dropped)


def forget_reserved(sql: sqlite3.Connection, change: Change) -> set[int]:
    """Delete removed articles, and what others had from sources that must not be quoted any longer.

    Returns the numbers of the sources that have fewer articles now.
    """
    still = {article.id: set(article.source_ids) for article in change.articles}
    left: set[tuple[int, int]] = set()
    for article in (*still, *change.removed):
        known = sql.execute(
            "SELECT source_id FROM article_sources WHERE article_id = ?", [article]
        ).fetchall()
        left |= {(article, number) for (number,) in known if number not in still.get(article, ())}
    pairs = sorted(left)
    sql.executemany("DELETE FROM revisions WHERE article_id = ? AND source_id = ?", pairs)
    sql.executemany("DELETE FROM article_sources WHERE article_id = ? AND source_id = ?", pairs)
    sql.executemany("DELETE FROM articles WHERE id = ?", [(each,) for each in change.removed])
    return {number for _, number in pairs}


def count_articles(
    sql: sqlite3.Connection, changed: Sequence[ArticleRecord], others: Iterable[int] = ()
) -> None:
    """Bring coverage and the counts of articles up to date for the sources of the articles, and `others`."""
    concerned = {number for article in changed for number in article.source_ids}
    for source_id in sorted(concerned.union(others)):
        sql.execute("DELETE FROM coverage WHERE source_id = ?", [source_id])
        sql.execute(
            "INSERT INTO coverage SELECT x.source_id, coalesce(substr(a.published_on, 1, 7), ''), count(*)"
            " FROM article_sources x JOIN articles a ON a.id = x.article_id"
            " WHERE x.source_id = ? GROUP BY 1, 2",
            [source_id],
        )
        sql.execute(
            "UPDATE sources SET article_count ="
            " (SELECT coalesce(sum(articles), 0) FROM coverage WHERE source_id = sources.id)"
            " WHERE id = ?",
            [source_id],
        )
    sql.execute(
        "UPDATE publishers SET article_count = n.n FROM (SELECT p.id, count(a.id) AS n"
        " FROM publishers p LEFT JOIN articles a ON a.publisher_id = p.id GROUP BY p.id) AS n"
        " WHERE n.id = publishers.id AND article_count <> n.n"
    )
