"""Events and archives made for the tests of the exports; every word in them is our own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from datasette_timeline.exports import FORMATS, EventRow, FeedMeta, render
from ingest.store.schema import migrations

#: Texts that break writers who trust them: one line each says what they attack.
TRAPS = {
    "formula": '=HYPERLINK("http://evil.invalid","x")',
    "formula after an apostrophe": "'=1+1",
    "formula after a blank": " \u200b+1+1",
    "full-width formula": "＝1＋1",
    "tab first": "\t=1+1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+9)*cmd|' /C calc'!A0",
    "carriage return": "one\r\ntwo\rthree\nfour",
    "calendar injection": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "reference injection": "x\r\nER  - \r\nTY  - BOOK\r\nTI  - forged",
    "bibtex injection": "}}, note={forged}} @misc{forged, title={x",
    "unbalanced brace": "open { and \\{ and trailing backslash \\",
    "tex specials": "100% of R&D_cost #1 ~ ^ $x$ \\input{/etc/passwd}",
    "cdata end": "]]> &amp; <![CDATA[ <!-- -->",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": "\"double\" 'single' “curly” `tick`",
    "template": "{{7*7}} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "sql": "'); DROP TABLE events; --",
    "path": "../../pwn",
    "right to left": "שלום \u202eevil\u202c עולם",
    "zalgo": "z\u0300\u0301\u0302\u0303a\u0304\u0305l\u0306\u0307g\u0308o",
    "control": "bell\x07 escape\x1b[31m nul\x00 del\x7f c1\x85 vt\x0b",
    "separators": "line\u2028paragraph\u2029end",
    "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 " * 20,
    "long": "ж" * 5000,
    "delimiters": 'a,b;c|d\te"f""g',
    "non-character": "\ufffe \uffff",
    "byte order mark": "\ufeffmark",
    "empty": "",
    "blank": "   ",
    "format string": "%s %n %d {0} {name}",
    "backslashes": "\\n \\, \\; \\\\ \\u003c",
    "url": "javascript:alert(1)",
    "comment": "//# /* */ -- #",
}


@pytest.fixture(params=list(TRAPS.values()), ids=list(TRAPS))
def trap(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def make_event() -> Callable[..., EventRow]:
    def make(**changes: object) -> EventRow:
        facts: dict[str, object] = {
            "slug": "1998-05-12-bank-cuts-its-rate",
            "title": "Bank cuts its rate",
            "quote": "The bank cut its rate to 5 per cent on Tuesday, Ada Brown said.",
            "speaker": "Ada Brown",
            "edtf": "1998-05-12",
            "date_start": "1998-05-12",
            "date_end": "1998-05-12",
            "precision": "day",
            "basis": "relative",
            "date_text": "on Tuesday",
            "year": 1998,
            "month": 5,
            "place": "Harbourtown",
            "country": "GB",
            "latitude": 51.5,
            "longitude": -0.125,
            "publisher": "The Harbour Echo",
            "source": "The Harbour Echo: business",
            "url": "https://echo.example/rates?a=1&b=2",
            "article_title": "Bank cuts rate to 5 per cent",
            "article_author": "Mary Smith",
            "article_language": "en",
            "article_published_on": "1998-05-13",
            "revision_number": 2,
            "revision_sha256": "ab" * 32,
            "revision_seen_at": "1998-05-13T08:00:00Z",
            "quote_start": 40,
            "quote_end": 103,
            "id": 7,
            "article_id": 3,
            "first_seen_at": "1998-05-13T09:30:00Z",
            "permalink": "https://timeline.example/event/1998-05-12-bank-cuts-its-rate",
        }
        return EventRow(**(facts | changes))

    return make


@pytest.fixture
def make_meta() -> Callable[..., FeedMeta]:
    def make(**changes: object) -> FeedMeta:
        facts: dict[str, object] = {
            "site_title": "Harbour timeline",
            "title": "Harbour timeline: May 1998",
            "page_url": "https://timeline.example/1998/05",
            "feed_url": "https://timeline.example/1998/05.atom?publisher=The+Harbour+Echo&q=a",
            "feed_key": "/1998/05.atom?publisher=The+Harbour+Echo&q=a",
            "updated_at": datetime(2024, 6, 25, 12, 30, tzinfo=UTC),
        }
        return FeedMeta(**(facts | changes))

    return make


@pytest.fixture
def write(make_meta: Callable[..., FeedMeta]) -> Callable[..., bytes]:
    """Write events in a format and give the bytes."""

    def write_events(extension: str, *events: EventRow, **meta: object) -> bytes:
        return b"".join(render(FORMATS[extension], events, make_meta(**meta)))

    return write_events


@pytest.fixture
def timeline_db(tmp_path: Path) -> Callable[..., Path]:
    """Write a timeline.db: one article, revision and mention an event, as the given changes say."""

    def write_database(*changes: dict[str, object], name: str = "timeline.db") -> Path:
        path = tmp_path / name
        database = Database(path)
        migrations.apply(database)
        with database.conn:
            _insert_source(database.conn)
            for number, change in enumerate(changes, start=1):
                _insert_event(database.conn, number, change)
        database.close()
        return path

    return write_database


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


def _insert_source(connection: sqlite3.Connection) -> None:
    _insert(connection, "build", {"key": "updated_at", "value": "2024-06-25T12:30:00Z"})
    _insert(connection, "publishers", {"id": 1, "name": "The Harbour Echo"})
    source = {
        "id": 1,
        "key": "https://echo.example/feed",
        "url": "https://echo.example/feed",
        "title": "The Harbour Echo: business",
        "kind": "feed",
        "publisher_id": 1,
        "state": "active",
    }
    _insert(connection, "sources", source)


def _insert_event(connection: sqlite3.Connection, number: int, change: dict[str, object]) -> None:
    day = str(change.get("date_start") or "2024-06-25")
    quote = f"Quote {number} of the day."
    event: dict[str, object] = {
        "id": number,
        "slug": f"{day}-event-{number}",
        "title": f"Event {number}",
        "quote": quote,
        "modality": "asserted",
        "kind": "passage",
        "edtf": day,
        "date_start": day,
        "date_end": day,
        "sort_on": day,
        "precision": "day",
        "relation": "on",
        "basis": "explicit",
        "year": int(day[:4]),
        "month": int(day[5:7]),
        "mention_count": 1,
        "publisher_count": 1,
        "origin_count": 1,
        "significance": float(number),
        "url": f"https://echo.example/{number}",
        "source": "The Harbour Echo: business",
        "publisher": "The Harbour Echo",
        "article_id": number,
        "status": "active",
        "first_seen_at": f"2024-06-26T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z",
    } | change
    seen_at = event["first_seen_at"]
    article = {
        "id": number,
        "key": f"article-{number}",
        "source_id": 1,
        "publisher_id": 1,
        "url": event["url"],
        "title": f"Article {number}",
        "author": "Mary Smith",
        "genre": "report",
        "language": "en",
        "published_on": "2024-06-26",
        "first_seen_at": seen_at,
        "last_changed_at": seen_at,
    }
    revision = {
        "id": number,
        "article_id": number,
        "number": 1,
        "seen_at": seen_at,
        "sha256": f"{number:064x}",
        "title": f"Article {number}",
    }
    mention = {
        name: event[name]
        for name in (
            "kind", "title", "quote", "edtf", "date_start", "date_end", "precision", "relation",
            "basis", "modality", "article_id", "first_seen_at",
        )
    } | {
        "id": number,
        "event_id": number,
        "revision_id": number,
        "quote_start": 10,
        "quote_end": 10 + len(str(event["quote"])),
        "before_text": "",
        "after_text": "",
        "date_text": "on Tuesday",
    }  # fmt: skip
    for table, row in (
        ("articles", article), ("revisions", revision), ("events", event), ("mentions", mention),
        ("event_publishers", {"publisher_id": 1, "sort_on": event["sort_on"] or "", "event_id": number}),
    ):  # fmt: skip
        _insert(connection, table, row)
    searched = ("title", "quote", "more_quotes", "speaker", "place")
    _insert(
        connection,
        "events_fts",
        {"rowid": number} | {name: event.get(name) for name in searched},
    )
