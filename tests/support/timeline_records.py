"""Small articles to write into a timeline, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from ingest import cluster
from ingest.dates import day
from ingest.model import Entity, Mention, stable_id
from ingest.neighbours import neighbours, records, sign
from ingest.store import ArticleRecord, Change, RevisionRecord, SourceRecord, Timeline

SEEN = datetime(2024, 6, 26, tzinfo=UTC)
SOURCES = [
    SourceRecord(
        1,
        "https://a.example/feed",
        "https://a.example/feed",
        "A",
        "rss20",
        "A News",
        None,
        "active",
    ),
    SourceRecord(
        2,
        "https://b.example/feed",
        "https://b.example/feed",
        "B",
        "rss20",
        "B News",
        None,
        "active",
    ),
]


def mention(article_id: int, quote: str, on: date | None = date(2024, 6, 25), **changes) -> Mention:
    """A passage of an article of source 1 (odd ids) or 2 (even ids)."""
    source = SOURCES[(article_id + 1) % 2]
    key = f"https://a.example/{article_id}"
    when = day(on) if on else Mention.__dataclass_fields__["when"].default
    made = Mention(
        id=stable_id(key, quote, when.edtf),
        article_id=article_id,
        article_key=key,
        revision_id=article_id * 10,
        kind="passage",
        title=quote[:60],
        quote=quote,
        start=0,
        end=len(quote),
        when=when,
        basis="explicit",
        date_text=quote[:4],
        date_text_start=0,
        date_text_end=4,
        timex=when.edtf,
        rule="test",
        publisher=source.publisher or "",
        source_key=source.key,
        url=key,
        published=datetime(2024, 6, 25, 9, article_id, tzinfo=UTC),
        first_seen_at=SEEN,
    )
    return replace(made, **changes)


def article(article_id: int, *mentions: Mention, **changes) -> ArticleRecord:
    """An article with one revision."""
    source = SOURCES[(article_id + 1) % 2]
    made = ArticleRecord(
        id=article_id,
        key=f"https://a.example/{article_id}",
        source_id=source.id,
        source_ids=(source.id,),
        publisher=source.publisher or "",
        url=f"https://a.example/{article_id}",
        title=f"Article {article_id}",
        author=None,
        genre="report",
        language="en",
        origin=None,
        published=datetime(2024, 6, 25, 9, article_id, tzinfo=UTC),
        published_text="Tue, 25 Jun 2024",
        first_seen_at=SEEN,
        withdrawn_at=None,
        unresolved_count=0,
        revisions=(
            RevisionRecord(
                article_id * 10, 1, SEEN, "0" * 64, f"Article {article_id}", source.id, None
            ),
        ),
        mentions=mentions,
    )
    return replace(made, **changes)


def change_of(timeline: Timeline, applied: int, *articles: ArticleRecord) -> Change:
    """What the pipeline would apply for these articles."""
    mentions = [m for one in articles for m in one.mentions]
    signed = sign(mentions)
    others = neighbours(timeline, mentions, signed, [one.id for one in articles])
    merged = cluster.merge([*mentions, *others.mentions], others.whole)
    return Change(tuple(articles), others.mentions, merged, records(signed), applied)


def dump(timeline: Timeline) -> dict[str, list[tuple]]:
    """Every row of every table, but for what says when the file was written."""
    sql = timeline._sql
    tables = [
        name
        for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        if not name.startswith(("sqlite_", "_sqlite", "events_fts")) and name != "build"
    ]
    return {
        name: sorted((tuple(row) for row in sql.execute(f"SELECT * FROM {name}")), key=repr)
        for name in tables
    }


KYIV = Entity("Kyiv", "place", "place", country="UA", latitude=50.45, longitude=30.52)
