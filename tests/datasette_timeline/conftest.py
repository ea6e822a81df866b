"""A small timeline of our own making, and servers that show it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
import yaml
from datasette.app import Datasette
from datasette.utils import MultiParams
from sqlite_utils import Database

from datasette_timeline.views import conditions
from datasette_timeline.views.filters import Filter
from ingest.store import rows
from ingest.store.events import FACETS
from ingest.store.schema import migrations

ROOT = Path(__file__).parents[2]
UPDATED_AT = "2026-07-01T08:00:00Z"
#: When the articles that were changed were seen to be so.
CHANGED_AT = "2026-07-02T09:30:00Z"

#: What an event is unless a test says otherwise.
EVENT = {
    "title": "Harbour bridge opens", "quote": "The harbour bridge opened on Tuesday.", "speaker": None,
    "modality": "asserted", "kind": "passage", "edtf": "2024-06-25", "date_start": "2024-06-25",
    "date_end": "2024-06-25", "precision": "day", "relation": "on", "basis": "relative",
    "disputed": 0, "place": None, "country": None, "status": "active", "publishers": ("Harbour Echo",),
    "reported": "2024-06-26T09:00:00Z", "url": "https://echo.example/bridge",
}  # fmt: skip


class TimelineMaker:
    """Writes events with all that hangs on them; `finish` fills what the store derives."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path, isolation_level=None)
        migrations.apply(Database(self.connection))
        self.connection.execute("INSERT INTO build VALUES ('updated_at', ?)", (UPDATED_AT,))
        self.connection.execute("BEGIN")
        self.next_id = 1

    def add(self, **changes: Any) -> int:
        """Add an event with one article and one mention a publisher; return its number."""
        facts = EVENT | changes
        event_id, self.next_id = self.next_id, self.next_id + 1
        publishers = facts["publishers"]
        ids = [self._publisher(name) for name in publishers]
        articles = [self._article(facts, publisher, event_id) for publisher in ids]
        sort_on = facts["date_start"] or facts["date_end"]
        self._insert(
            "events", id=event_id, slug=changes.get("slug", f"event-{event_id}"),
            **{k: facts[k] for k in EVENT if k not in {"publishers", "reported"}},
            sort_on=sort_on, year=int(sort_on[:4]) if sort_on else None,
            mention_count=len(ids), publisher_count=len(ids), origin_count=len(ids),
            significance=len(ids), first_reported_at=facts["reported"],
            last_reported_at=facts["reported"], source=f"{publishers[0]} feed",
            publisher=publishers[0], article_id=articles[0], first_seen_at="2024-06-26T10:00:00Z",
        )  # fmt: skip
        for publisher, article in zip(ids, articles, strict=True):
            self._mention(event_id, article, facts)
            key = {"event_id": event_id, "sort_on": sort_on or ""}
            self._insert("event_publishers", publisher_id=publisher, **key)
            self._insert("event_sources", source_id=publisher, **key)
        return event_id

    def name(self, event_id: int, name: str, kind: str, role: str = "actor") -> None:
        """Let an event name a person or another entity."""
        row = self.connection.execute("SELECT id FROM entities WHERE name = ?", (name,)).fetchone()
        entity = row[0] if row else self._insert("entities", name=name, kind=kind)
        self._insert("event_entities", entity_id=entity, event_id=event_id, role=role, sort_on="")

    def event_id(self, slug: str) -> int:
        """Return the number of an event."""
        row = self.connection.execute("SELECT id FROM events WHERE slug = ?", (slug,)).fetchone()
        return int(row[0])

    def article_of(self, slug: str) -> int:
        """Return the number of the article that leads an event."""
        row = self.connection.execute(
            "SELECT article_id FROM events WHERE slug = ?", (slug,)
        ).fetchone()
        return int(row[0])

    def insert(self, table: str, **values: Any) -> None:
        """Insert any row."""
        self._insert(table, **values)

    def finish(self) -> Path:
        """Fill the index and the rollups as the store keeps them; return the file."""
        sql = self.connection
        columns = "title, quote, more_quotes, speaker, place"
        sql.execute(f"INSERT INTO events_fts (rowid, {columns}) SELECT id, {columns} FROM events")
        counts: Counter[tuple[str, str]] = Counter()
        active = "FROM events WHERE status = 'active'"
        for start, end in sql.execute(f"SELECT date_start, date_end {active}"):
            counts.update(rows.periods(start, end))
        sql.executemany(
            "INSERT INTO period_counts VALUES (?, ?, ?)", [(*k, n) for k, n in counts.items()]
        )
        for facet in FACETS:
            sql.execute(
                f"INSERT INTO facet_counts SELECT '{facet}', {facet}, count(*) {active}"
                f" AND {facet} IS NOT NULL GROUP BY {facet}"
            )
        for table, tie, key in (
            ("publishers", "event_publishers", "publisher_id"),
            ("entities", "event_entities", "entity_id"),
        ):
            sql.execute(
                f"UPDATE {table} SET event_count = (SELECT count(*) FROM {tie} WHERE {key} = {table}.id)"
            )
        sql.execute("INSERT INTO coverage SELECT source_id, coalesce(substr(published_on, 1, 7), ''), count(*)"
                    " FROM articles GROUP BY 1, 2")  # fmt: skip
        sql.execute("UPDATE sources SET article_count = (SELECT count(*) FROM articles a"
                    " WHERE a.source_id = sources.id)")  # fmt: skip
        sql.execute("COMMIT")
        sql.close()
        return self.path

    def _publisher(self, name: str) -> int:
        found = self.connection.execute(
            "SELECT id FROM publishers WHERE name = ?", (name,)
        ).fetchone()
        if found:
            return int(found[0])
        number = self._insert("publishers", name=name)
        self._insert(
            "sources", id=number, key=f"https://{number}.example/feed", title=f"{name} feed",
            url=f"https://{number}.example/feed", kind="feed", publisher_id=number, state="active",
            last_fetched_at=UPDATED_AT, last_success_at=UPDATED_AT,
        )  # fmt: skip
        return number

    def _article(self, facts: dict[str, Any], publisher: int, event_id: int) -> int:
        number = self._insert(
            "articles", key=f"{event_id}-{publisher}", source_id=publisher, publisher_id=publisher,
            url=facts["url"], title=facts["title"], genre="report", language="en",
            published_at=facts["reported"], published_on=(facts["reported"] or "")[:10] or None,
            first_seen_at=UPDATED_AT, last_changed_at=UPDATED_AT, mention_count=1,
        )  # fmt: skip
        self._insert("article_sources", article_id=number, source_id=publisher)
        self._insert("revisions", id=number, article_id=number, number=1, seen_at=UPDATED_AT,
                     sha256=f"{number:064x}", title=facts["title"], source_id=publisher)  # fmt: skip
        return number

    def tell_often(self, slug: str, wordings: int = 84) -> int:
        """Add an event of so many wordings, thirty publishers, and as many names and reasons."""
        papers = tuple(f"Paper {number}" for number in range(30))
        event = self.add(title="Long told", quote="Told in the words of Paper 0.", slug=slug, basis="explicit",
                         edtf="1987-03-04", date_start="1987-03-04", date_end="1987-03-04",
                         publishers=papers, reported="2024-06-26T09:00:00Z")  # fmt: skip
        articles = [
            row[0]
            for row in self.connection.execute(
                "SELECT article_id FROM mentions WHERE event_id = ? ORDER BY id", (event,)
            )
        ]
        for number in range(1, wordings):
            quote = f"In March 1987 pier {number} of the old quay was struck {number * 7919 % 541} times, they said."
            article = articles[number % len(articles)]
            self.edit(article, article, quote=quote, quote_end=90 + len(quote),
                      reported_at=f"2024-07-{1 + number % 28:02}", before_text="It was long ago.")  # fmt: skip
            self.name(event, f"Witness {number}", "person")
            self.insert("event_reasons", event_id=event, number=number, reason=f"like {number}")
        count = wordings + len(papers) - 1
        self.connection.execute("UPDATE events SET mention_count = ? WHERE id = ?", (count, event))
        return event

    def revise(self, article: int, **facts: Any) -> int:
        """Give an article a further revision; return the revision's number in the archive."""
        title, source = self.connection.execute(
            "SELECT title, source_id FROM articles WHERE id = ?", (article,)
        ).fetchone()
        (count,) = self.connection.execute(
            "SELECT count(*) FROM revisions WHERE article_id = ?", (article,)
        ).fetchone()
        values = {
            "id": 9000 + 10 * article + count, "article_id": article, "number": count + 1, "seen_at": CHANGED_AT,
            "sha256": f"{article:062x}{count:02x}", "title": title, "words_added": 2, "words_removed": 0,
            "changes": '[["+", "at last"]]', "source_id": source,
        }  # fmt: skip
        return self._insert("revisions", **values | facts)

    def edit(self, article: int, revision: int, **facts: Any) -> None:
        """Let a further sentence of an article come with a revision (or go: `withdrawn_at`)."""
        columns = "event_id, kind, title, edtf, date_start, date_end, precision, relation, basis, modality, speaker"
        event = self.connection.execute(
            f"SELECT {columns} FROM mentions WHERE article_id = ? LIMIT 1", (article,)
        ).fetchone()
        values = dict(zip(columns.split(", "), event, strict=True)) | {
            "article_id": article, "revision_id": revision, "quote": "It is open at last.",
            "quote_start": 90, "quote_end": 109, "before_text": "", "after_text": "",
            "first_seen_at": CHANGED_AT,
        }  # fmt: skip
        self._insert("mentions", **values | facts)

    def _mention(self, event_id: int, article: int, facts: dict[str, Any]) -> None:
        quote = facts["quote"]
        at = quote.find("on Tuesday")
        same = ("kind", "title", "quote", "edtf", "date_start", "date_end", "precision", "relation",
                "basis", "speaker", "modality")  # fmt: skip
        self._insert(
            "mentions", id=event_id * 1000 + article, event_id=event_id, article_id=article,
            revision_id=article, quote_start=40, quote_end=40 + len(quote),
            before_text="It was long awaited.", after_text="Crowds came.",
            date_text="on Tuesday" if at >= 0 else None,
            date_text_start=40 + at if at >= 0 else None, date_text_end=50 + at if at >= 0 else None,
            reported_at=facts["reported"], first_seen_at=UPDATED_AT,
            cue="said" if facts["speaker"] else None, **{name: facts[name] for name in same},
        )  # fmt: skip

    def _insert(self, table: str, **values: Any) -> int:
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values())
        )
        return int(cursor.lastrowid or 0)


VAGUE = {
    "month": {"edtf": "2024-06", "date_start": "2024-06-01", "date_end": "2024-06-30", "precision": "month"},
    "summer": {"edtf": "2024-22", "date_start": "2024-06-01", "date_end": "2024-08-31", "precision": "season"},
    "year": {"edtf": "2024", "date_start": "2024-01-01", "date_end": "2024-12-31", "precision": "year"},
    "since": {"edtf": "2014/..", "date_start": "2014-01-01", "date_end": None, "precision": "open",
              "relation": "since"},
    "before": {"edtf": "../2022-02-23", "date_start": None, "date_end": "2022-02-23", "precision": "open",
               "relation": "before"},
    "decade": {"edtf": "199X", "date_start": "1990-01-01", "date_end": "1999-12-31", "precision": "decade"},
    "undated": {"edtf": "", "date_start": None, "date_end": None, "precision": "unknown"},
}  # fmt: skip


def fill(maker: TimelineMaker) -> None:
    """Give a timeline something of everything that a page can show."""
    bridge = maker.add(
        slug="bridge-opens", publishers=("Harbour Echo", "Valley Post", "Hill Gazette")
    )
    maker.name(bridge, "Ada Brown", "person")
    maker.name(bridge, "Harbour Board", "organisation")
    maker.add(title="Ferry stops", quote="The ferry made its last crossing on Tuesday, Ada Brown said.",
              speaker="Ada Brown", place="Harbourtown", country="GB", slug="ferry-stops")  # fmt: skip
    maker.add(title="Toll denied", quote="There will be no toll, the board said.", modality="denied",
              disputed=1, publishers=("Valley Post",))  # fmt: skip
    for name, dates in VAGUE.items():
        maker.add(title=f"Vague {name}", quote=f"Work went on, {name}.", basis="explicit", **dates)
    for day in range(1, 29):
        on = f"2024-03-{day:02}"
        maker.add(title=f"Survey {day}", quote=f"The survey came to pile {day}.", basis="explicit",
                  edtf=on, date_start=on, date_end=on, publishers=("Hill Gazette",))  # fmt: skip
    for number in range(70):
        maker.add(title=f"Vote {number}", quote=f"Ward {number} voted for the bridge.", basis="published",
                  kind="report", edtf="2023-05-04", date_start="2023-05-04", date_end="2023-05-04",
                  publishers=("Valley Post", "Hill Gazette")[: 1 + number % 2])  # fmt: skip
    maker.add(title="Next tunnel", quote="A tunnel is to follow in 2031.", modality="planned",
              edtf="2031", date_start="2031-01-01", date_end="2031-12-31", precision="year",
              reported="2026-06-20T09:00:00Z")  # fmt: skip
    maker.add(title="جسر الميناء", quote="افتتح الجسر يوم الثلاثاء.", edtf="2024-06-27",
              date_start="2024-06-27", date_end="2024-06-27", url=None)  # fmt: skip
    maker.add(title="<script>alert(1)</script>", quote='"><img src=x onerror=alert(2)>',
              edtf="2024-06-28", date_start="2024-06-28", date_end="2024-06-28",
              url="javascript:alert(3)", slug="hostile")  # fmt: skip
    maker.add(
        title="Old plan", quote="An old plan was dropped.", status="withdrawn", slug="old-plan"
    )
    maker.add(title="Hidden", quote="An editor hid this.", status="hidden", slug="hidden-one")
    maker.insert("event_aliases", slug="former-name", event_id=bridge)
    maker.insert("event_reasons", event_id=bridge, number=1, reason="same words on the same day")
    maker.insert(
        "event_links",
        event_id=bridge,
        other_slug="old-plan",
        relation="contradicts",
        reason="dates",
    )
    maker.tell_often("long")
    maker.revise(1, title="Bridge opens at last", previous_title="Harbour bridge opens")
    ferry = maker.article_of("ferry-stops")
    revision = maker.revise(
        ferry, words_removed=9, changes='[["-", "as was feared"], ["+", "at last"]]'
    )
    maker.edit(ferry, revision, quote="Its last day was a Tuesday.", withdrawn_at=CHANGED_AT,
               first_seen_at=UPDATED_AT, event_id=maker.event_id("old-plan"))  # fmt: skip
    maker.edit(
        ferry, revision, event_id=maker.event_id("hidden-one"), quote="An editor hid this too."
    )
    maker.connection.execute(
        "UPDATE articles SET withdrawn_at = ? WHERE id = ?",
        ("2026-07-03T10:00:00Z", maker.article_of("old-plan")),
    )


def metadata() -> dict[str, Any]:
    """Return what metadata.yml says."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))
    return found


def serve(path: Path, **options: Any) -> Datasette:
    """Return a Datasette over a timeline, as `dateline serve` starts it."""
    settings = {"suggest_facets": False, **options.pop("settings", {})}
    return Datasette(
        [str(path)], metadata=metadata() | options.pop("metadata", {}), settings=settings, **options
    )


@pytest.fixture(scope="session")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a timeline with something of everything; not to be written to."""
    maker = TimelineMaker(tmp_path_factory.mktemp("site") / "timeline.db")
    fill(maker)
    return maker.finish()


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[TimelineMaker]:
    """Return a timeline to be filled by the test."""
    made = TimelineMaker(tmp_path / "timeline.db")
    yield made
    made.connection.close()


@pytest.fixture(scope="session")
def make_timeline() -> type[TimelineMaker]:
    """Return what makes a timeline at a path, for tests that need many."""
    return TimelineMaker


class Reader:
    """Fetches pages of a Datasette within one event loop."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self._runner = asyncio.Runner()
        self._runner.run(datasette.invoke_startup())

    def get(self, path: str, method: str = "GET", **options: Any) -> httpx.Response:
        """Return the answer to a request; redirects are not followed."""
        request = self.datasette.client.request(method, path, **options)
        response: httpx.Response = self._runner.run(request)
        return response

    def close(self) -> None:
        """Close the loop and the databases."""
        self._runner.close()
        for database in self.datasette.databases.values():
            database.close()


@pytest.fixture
def reader(timeline: Path) -> Iterator[Reader]:
    """Return a reader of the timeline with something of everything."""
    made = Reader(serve(timeline))
    yield made
    made.close()


@pytest.fixture
def read_site() -> Iterator[Callable[..., Reader]]:
    """Return what gives a reader of any file, with Datasette's options."""
    made: list[Reader] = []

    def read(path: Path, **options: Any) -> Reader:
        made.append(Reader(serve(path, **options)))
        return made[-1]

    yield read
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def scan(timeline: Path) -> Iterator[Callable[[str], int]]:
    """Return what counts the events of a query string by reading them all: the slow, plain truth."""
    with closing(sqlite3.connect(f"file:{timeline}?mode=ro", uri=True)) as connection:

        def count(query: str) -> int:
            view = Filter.from_args(MultiParams(parse_qs(query)))
            where, params = conditions.where(view)
            sql = f"SELECT count(*) FROM events AS e NOT INDEXED WHERE {where}"
            return int(connection.execute(sql, params).fetchone()[0])

        yield count
