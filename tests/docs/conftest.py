"""A small archive about one bridge, for the questions of docs/cookbook.md; every word in it is our own."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from ingest.store.schema import migrations

PUBLISHERS = ("The Harbour Echo", "Daily Ledger", "Northern Wire")

#: Publisher, title, day of publication.
ARTICLES = (
    (1, "Old bridge closes after cracks found", "2024-06-25"),
    (2, "Bridge shut, ferries full", "2024-06-25"),
    (3, "Harbour bridge closed", "2024-06-24"),
    (2, "Mayor on the bridge", "2024-06-28"),
    (1, "Bridge open again", "2024-09-16"),
    (1, "What the bridge was for", "2024-09-20"),
)

#: Kind of place or person, name, country, latitude, longitude.
ENTITIES = (
    ("person", "Ada Brown", None, None, None),
    ("person", "John Reed", None, None, None),
    ("organisation", "Harbour Council", None, None, None),
    ("place", "Harbourtown", "GB", 51.5, -0.125),
    ("place", "Northport", "IE", 53.4, -6.3),
)

#: What happened, when (EDTF, first day, last day, precision), other facts, who (entities, in order), and
#: the articles that say so.
EVENTS: tuple[tuple[str, tuple[str, str | None, str | None, str], dict[str, Any], tuple[int, ...], tuple[int, ...]], ...] = (
    ("Old bridge closes", ("2024-06-24", "2024-06-24", "2024-06-24", "day"),
     {"basis": "relative", "place": "Harbourtown", "country": "GB", "latitude": 51.5, "longitude": -0.125,
      "origin": "Northern Wire", "origin_count": 1}, (3, 4), (3, 1, 2)),
    ("Ferries carry twice as many", ("2024-06", "2024-06-01", "2024-06-30", "month"), {}, (4,), (2,)),
    ("Council may repair the bridge", ("2024-06-26", "2024-06-26", "2024-06-26", "day"),
     {"speaker": "Ada Brown", "modality": "possible", "origin_count": 2}, (1, 3), (1, 4)),
    ("Mayor denies that the cracks were known", ("2024-06-27", "2024-06-27", "2024-06-27", "day"),
     {"speaker": "John Reed", "modality": "denied", "basis": "context"}, (2, 3), (4,)),
    ("Bridge to reopen", ("2024-09-01", "2024-09-01", "2024-09-01", "day"),
     {"modality": "planned", "speaker": "Ada Brown"}, (1,), (1,)),
    ("Bridge reopens", ("2024-09-15", "2024-09-15", "2024-09-15", "day"),
     {"basis": "relative", "place": "Harbourtown", "country": "GB", "latitude": 51.5, "longitude": -0.125},
     (1, 4), (5,)),
    ("Four hurt on the bridge", ("2024-06-24", "2024-06-24", "2024-06-24", "day"), {"disputed": 1}, (4,), (1,)),
    ("Six hurt on the bridge", ("2024-06-24", "2024-06-24", "2024-06-24", "day"), {"disputed": 1}, (4,), (2,)),
    ("Inspection found rust", ("2023", "2023-01-01", "2023-12-31", "year"), {}, (3,), (1,)),
    ("Bridge built", ("196X", "1960-01-01", "1969-12-31", "decade"), {}, (), (6,)),
    ("Tolls are free", ("2014/..", "2014-01-01", None, "open"), {"relation": "since"}, (), (6,)),
    ("First ferry to Northport", ("", None, None, "unknown"),
     {"place": "Northport", "country": "IE", "latitude": 53.4, "longitude": -6.3}, (5,), (6,)),
    ("Old bridge closes after cracks found", ("2024-06-25", "2024-06-25", "2024-06-25", "day"),
     {"kind": "report", "basis": "published"}, (), (1,)),
    ("What the bridge was for", ("2024-09-20", "2024-09-20", "2024-09-20", "day"),
     {"kind": "opinion", "basis": "published"}, (), (6,)),
)  # fmt: skip


@pytest.fixture(scope="session")
def bridge_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that holds the archive as timeline.db."""
    folder = tmp_path_factory.mktemp("bridge")
    database = Database(folder / "timeline.db")
    migrations.apply(database)
    with database.conn:
        _insert_sources(database.conn)
        for number, event in enumerate(EVENTS, start=1):
            _insert_event(database.conn, number, *event)
        _insert_what_changed(database.conn)
    database.close()
    return folder


def _insert(connection: sqlite3.Connection, table: str, **row: object) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


def _insert_sources(connection: sqlite3.Connection) -> None:
    _insert(connection, "build", key="updated_at", value="2024-10-01T06:00:00Z")
    for number, name in enumerate(PUBLISHERS, start=1):
        events = sum(any(ARTICLES[a - 1][0] == number for a in event[4]) for event in EVENTS)
        _insert(connection, "publishers", id=number, name=name, event_count=events, article_count=2)
        _insert(
            connection, "sources", id=number, key=f"https://{number}.example/feed", title=f"{name}: news",
            kind="feed", publisher_id=number, state="active", article_count=2,
        )  # fmt: skip
        for month in ("2024-06", "2024-09") if number == 1 else ("2024-06",):
            _insert(connection, "coverage", source_id=number, month=month, articles=2)
    for number, (kind, name, country, latitude, longitude) in enumerate(ENTITIES, start=1):
        _insert(
            connection, "entities", id=number, name=name, kind=kind, country=country, latitude=latitude,
            longitude=longitude, event_count=sum(number in event[3] for event in EVENTS),
        )  # fmt: skip
    for number, (publisher, title, day) in enumerate(ARTICLES, start=1):
        seen_at = f"{day}T10:00:00Z"
        _insert(
            connection, "articles", id=number, key=f"article-{number}", source_id=publisher,
            publisher_id=publisher, url=f"https://{publisher}.example/{number}", title=title, genre="report",
            language="en", published_on=day, published_at=f"{day}T0{number}:00:00Z", first_seen_at=seen_at,
            last_changed_at=seen_at,
        )  # fmt: skip
        _insert(
            connection, "revisions", id=number, article_id=number, number=1, seen_at=seen_at,
            sha256=f"{number:064x}", title=title,
        )  # fmt: skip


def _insert_event(
    connection: sqlite3.Connection,
    number: int,
    title: str,
    when: tuple[str, str | None, str | None, str],
    facts: dict[str, Any],
    entities: tuple[int, ...],
    articles: tuple[int, ...],
) -> None:
    edtf, first, last, precision = when
    sort_on = first or last
    quote = f"{title}, it was said."
    publishers = {ARTICLES[article - 1][0] for article in articles}
    told = {
        "kind": "passage", "title": title, "quote": quote, "edtf": edtf, "date_start": first,
        "date_end": last, "precision": precision, "relation": "on", "basis": "explicit", "speaker": None,
        "modality": "asserted",
    }  # fmt: skip
    told |= {name: facts[name] for name in told.keys() & facts.keys()}
    leading = ARTICLES[articles[0] - 1]
    reported = sorted(f"{ARTICLES[a - 1][2]}T0{a}:00:00Z" for a in articles)
    event = {
        "id": number, "slug": f"{first or 'undated'}-{title.lower().replace(' ', '-')}", "sort_on": sort_on,
        "year": int(sort_on[:4]) if sort_on else None,
        "month": int(sort_on[5:7]) if sort_on and precision in {"day", "month"} else None,
        "mention_count": len(articles), "publisher_count": len(publishers), "origin_count": len(publishers),
        "significance": float(len(articles)), "first_reported_at": reported[0],
        "last_reported_at": reported[-1], "url": f"https://{leading[0]}.example/{articles[0]}",
        "source": f"{PUBLISHERS[leading[0] - 1]}: news", "publisher": PUBLISHERS[leading[0] - 1],
        "article_id": articles[0], "status": "active", "first_seen_at": f"{leading[2]}T10:00:00Z",
    }  # fmt: skip
    own = {name: value for name, value in facts.items() if name != "origin"}
    _insert(connection, "events", **(told | event | own))
    _insert(
        connection, "events_fts", rowid=number, title=title, quote=quote, speaker=told["speaker"]
    )
    for article in articles:
        mention = number * 100 + article
        _insert(
            connection, "mentions", **told, id=mention, event_id=number, article_id=article,
            revision_id=article, quote_start=10, quote_end=10 + len(quote), before_text="", after_text="",
            origin=facts.get("origin"), reported_at=f"{ARTICLES[article - 1][2]}T0{article}:00:00Z",
            first_seen_at=f"{ARTICLES[article - 1][2]}T10:00:00Z",
        )  # fmt: skip
        for entity in entities:
            role = "place" if ENTITIES[entity - 1][0] == "place" else "actor"
            _insert(connection, "mention_entities", mention_id=mention, entity_id=entity, role=role)
    for publisher in publishers:
        _insert(
            connection, "event_publishers", publisher_id=publisher, event_id=number, sort_on=sort_on or "",
            first_reported_at=reported[0],
        )  # fmt: skip
    for entity in entities:
        role = "place" if ENTITIES[entity - 1][0] == "place" else "actor"
        _insert(
            connection,
            "event_entities",
            entity_id=entity,
            event_id=number,
            sort_on=sort_on or "",
            role=role,
        )


def _insert_what_changed(connection: sqlite3.Connection) -> None:
    """An article was rewritten, a sentence went, a plan came true, two reports disagree."""
    _insert(
        connection, "revisions", id=7, article_id=1, number=2, seen_at="2024-06-25T18:00:00Z", sha256="7" * 64,
        title="Old bridge closes", previous_title="Old bridge closes after cracks found", words_added=4,
        words_removed=12, changes='[["-", "after cracks found"]]',
    )  # fmt: skip
    connection.execute(
        "UPDATE articles SET title = 'Old bridge closes', revision_count = 2 WHERE id = 1"
    )
    connection.execute(
        "UPDATE mentions SET withdrawn_at = '2024-06-25T18:00:00Z' WHERE event_id = 9"
    )
    for event, other, relation, reason in (
        (5, 6, "plan_of", "same bridge, same verb, later date"),
        (7, 8, "contradicts", "four and six"),
        (8, 7, "contradicts", "six and four"),
    ):
        (slug,) = connection.execute("SELECT slug FROM events WHERE id = ?", (other,)).fetchone()
        _insert(
            connection,
            "event_links",
            event_id=event,
            other_slug=slug,
            relation=relation,
            reason=reason,
        )
