"""Revisions as rows and back, and the chains of revisions that the timeline is derived from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from ingest.model import Article, Published, Revision


@dataclass(frozen=True, slots=True)
class Chain:
    """All of one article that may be published: every revision, oldest first, but those of reserved sources."""

    article_id: int
    key: str
    source_key: str
    first_seen_at: datetime
    withdrawn_at: datetime | None
    #: Keys of all sources that carry it, the first one first.
    source_keys: tuple[str, ...]
    #: Ids of the newest revision of each source that carries it: what its sources say now.
    current: frozenset[int]
    #: Empty: nothing of the article may be quoted, and nothing of it is published.
    revisions: tuple[Revision, ...]


def content_hash(article: Article, publisher: str) -> bytes:
    """Return a hash of everything that makes a revision; `updated` alone makes none."""
    parts = (
        article.title,
        article.text,
        article.url,
        encode_published(article.published),
        article.published_text,
        article.author,
        article.origin,
        article.genre,
        article.language,
        publisher,
        *article.tags,
    )
    return hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=16).digest()


def text_sha256(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, hexadecimal: what a citation names."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def encode_instant(instant: datetime) -> str:
    """Return an aware instant as ISO 8601 in UTC with Z, to the second; microseconds where it has them."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def decode_instant(text: str | None) -> datetime | None:
    """Return the aware instant that `encode_instant` wrote; None for NULL."""
    return datetime.fromisoformat(text) if text else None


def encode_published(published: Published) -> str | None:
    """Return a publication date as text: an instant with its own offset, a day, or None."""
    return published.isoformat() if published else None


def decode_published(text: str | None) -> Published:
    """Return what `encode_published` wrote: an aware datetime, a date, or None."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def revision_row(article: Article, publisher: str) -> dict[str, object]:
    """Return the columns of `revisions` that the article fills."""
    return {
        "sha256": text_sha256(article.text),
        "guid": article.guid,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "published": encode_published(article.published),
        "published_text": article.published_text,
        "updated": encode_published(article.updated),
        "author": article.author,
        "publisher": publisher,
        "origin": article.origin,
        "genre": article.genre,
        "language": article.language,
        "tags": "\n".join(article.tags) or None,
    }


def revision_of(row: sqlite3.Row) -> Revision:
    """Return the revision of a row joined with `article_key` and `source_key`."""
    article = Article(
        guid=row["guid"],
        url=row["url"],
        title=row["title"],
        text=row["text"],
        published=decode_published(row["published"]),
        published_text=row["published_text"],
        updated=decode_published(row["updated"]),
        author=row["author"],
        publisher=row["publisher"],
        origin=row["origin"],
        genre=row["genre"],
        language=row["language"],
        tags=tuple(row["tags"].split("\n")) if row["tags"] else (),
    )
    return Revision(
        id=row["id"],
        article_id=row["article_id"],
        article_key=row["article_key"],
        number=row["number"],
        seen_at=datetime.fromisoformat(row["seen_at"]),
        sha256=row["sha256"],
        article=article,
        source_key=row["source_key"],
        publisher=row["publisher"],
    )


_CHAIN_HEADS = """
SELECT a.id, a.key, a.first_seen_at, a.withdrawn_at, s.key AS source_key, s.reserved_at
FROM articles a JOIN sources s ON s.id = a.source_id WHERE a.id = ?
"""
_CHAIN_SOURCES = """
SELECT s.key, x.current_revision_id FROM article_sources x JOIN sources s ON s.id = x.source_id
WHERE x.article_id = ? AND s.reserved_at IS NULL ORDER BY x.source_id
"""
_CHAIN_REVISIONS = """
SELECT r.*, a.key AS article_key, s.key AS source_key
FROM revisions r JOIN articles a ON a.id = r.article_id JOIN sources s ON s.id = r.source_id
WHERE r.article_id = ? AND s.reserved_at IS NULL ORDER BY r.number
"""


def chains(connection: sqlite3.Connection, article_ids: Iterable[int]) -> Iterator[Chain]:
    """Yield the chain of each article, in the order of `article_ids`."""
    for article_id in article_ids:
        head = connection.execute(_CHAIN_HEADS, [article_id]).fetchone()
        sources = connection.execute(_CHAIN_SOURCES, [article_id]).fetchall()
        keys = [row["key"] for row in sources]
        if head["reserved_at"] is None or not keys:
            keys.insert(0, head["source_key"])
        yield Chain(
            article_id=article_id,
            key=head["key"],
            source_key=keys[0],
            first_seen_at=datetime.fromisoformat(head["first_seen_at"]),
            withdrawn_at=decode_instant(head["withdrawn_at"]),
            source_keys=tuple(dict.fromkeys(keys)),
            current=frozenset(row["current_revision_id"] for row in sources),
            revisions=tuple(
                revision_of(row) for row in connection.execute(_CHAIN_REVISIONS, [article_id])
            ),
        )
