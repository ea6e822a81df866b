"""Write a synthetic timeline.db of N events, for measuring pages: `generate_timeline.py N FILE`.

The schema is the real one, the words are those of invented.py. Ids are random, as real ones are.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from invented import Words, dated
from sqlite_utils import Database

from ingest.store import rows
from ingest.store.events import FACETS
from ingest.store.schema import migrations

FIRST_DAY = date(1987, 1, 1)
LAST_DAY = date(2026, 10, 31)
#: Shares of the precisions, per cent, roughly those of news (days) with background (years, spans).
PRECISIONS = {
    "day": 72, "month": 9, "year": 8, "week": 2, "season": 1, "quarter": 1, "decade": 2,
    "open": 3, "unknown": 1, "hour": 1,
}  # fmt: skip
PUBLISHERS, SOURCES, PEOPLE, PLACES = 120, 200, 4000, 900
BATCH = 20_000


class Timeline:
    """The rows of one synthetic archive, table by table, in batches."""

    def __init__(self, events: int, seed: int = 1) -> None:
        self.events = events
        self.chance = random.Random(seed)
        self.words = Words(self.chance)
        self.publishers = self.words.names(PUBLISHERS, 2)
        self.people = self.words.names(PEOPLE, 2)
        self.places = self.words.names(PLACES, 1)
        span = (LAST_DAY - FIRST_DAY).days
        self.days = [FIRST_DAY + timedelta(days=n) for n in range(span + 1)]
        busy = [0.4 + self.chance.random() + (n / span) for n in range(span + 1)]
        for _ in range(60):  # the days that everybody writes about
            busy[self.chance.randrange(span)] *= 20
        self.day_weights = list(accumulate(busy))
        self.people_weights = list(accumulate(1 / (n + 5) for n in range(PEOPLE)))
        self.place_weights = list(accumulate(1 / (n + 5) for n in range(PLACES)))
        self.source_weights = list(accumulate(1 / (n + 3) for n in range(SOURCES)))

    def fixed(self) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """Yield the small tables."""
        yield "publishers", [(n, name, None, 0, 0, 0) for n, name in enumerate(self.publishers, 1)]
        yield (
            "sources",
            [
                (n, f"https://source{n}.example/feed", f"https://source{n}.example/feed",
                 f"{self.publishers[n % PUBLISHERS]} {n}", "feed", n % PUBLISHERS + 1, None, "active",
                 "2026-10-31T12:00:00Z", "2026-10-31T12:00:00Z", None, 0, None, 0)
                for n in range(1, SOURCES + 1)
            ],
        )  # fmt: skip
        people = [(n, name, "person", None, None, None, 0) for n, name in enumerate(self.people, 1)]
        places = [
            (PEOPLE + n, name, "place", "NO", 59.9, 10.7, 0)
            for n, name in enumerate(self.places, 1)
        ]
        yield "entities", people + places

    def batches(self) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
        """Yield the large tables, BATCH events at a time."""
        for first in range(0, self.events, BATCH):
            batch: dict[str, list[tuple[Any, ...]]] = {}
            for number in range(first, min(first + BATCH, self.events)):
                for table, row in self._event(number):
                    batch.setdefault(table, []).append(row)
            yield batch

    def _event(self, number: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
        chance = self.chance
        event_id = chance.getrandbits(52)
        day = chance.choices(self.days, cum_weights=self.day_weights)[0]
        precision = chance.choices(list(PRECISIONS), list(PRECISIONS.values()))[0]
        edtf, start, end, precision, relation = dated(day, precision)
        sort_on = start or end
        mentions = min(int(chance.paretovariate(2.5)), 12)
        sources = list(
            dict.fromkeys(
                chance.choices(range(1, SOURCES + 1), cum_weights=self.source_weights, k=mentions)
            )
        )
        publishers = list(dict.fromkeys(source % PUBLISHERS + 1 for source in sources))
        person = chance.choices(range(PEOPLE), cum_weights=self.people_weights)[0]
        place = chance.choices(range(PLACES), cum_weights=self.place_weights)[0]
        speaker = self.people[person] if chance.random() < 0.3 else None
        where = self.places[place] if chance.random() < 0.5 else None
        title, quote = self.words.sentence(9), self.words.sentence(24, 0.5) + "."
        reported = f"{day + timedelta(days=chance.randrange(40))}T09:00:00Z"
        basis = chance.choice(("explicit", "relative", "context", "published"))
        kind = "report" if basis == "published" else "passage"
        article_id = number + 1
        yield "articles", (
            article_id, f"a{article_id}", sources[0], publishers[0], f"https://source{sources[0]}.example/{article_id}",
            title, None, "report", "en", None, reported, reported, reported[:10], reported, reported,
            None, 1, mentions, 0,
        )  # fmt: skip
        yield "article_sources", (article_id, sources[0])
        yield (
            "revisions",
            (
                article_id,
                article_id,
                1,
                reported,
                f"{event_id:064x}",
                title,
                None,
                None,
                None,
                None,
                sources[0],
            ),
        )
        yield "events", (
            event_id, f"{title[:24].lower().replace(' ', '-').strip('-')}-{event_id:x}", title, quote, None, speaker,
            "asserted", kind, edtf, start, end, sort_on, precision, relation, basis,
            int(sort_on[:4]) if sort_on else None,
            int(sort_on[5:7]) if sort_on and precision in ("day", "hour", "week", "month") else None,
            mentions, len(publishers), len(publishers), chance.random(), int(chance.random() < 0.01),
            reported, reported, where, "NO" if where else None, None, None,
            f"https://source{sources[0]}.example/{article_id}", f"{self.publishers[sources[0] % PUBLISHERS]} {sources[0]}",
            self.publishers[publishers[0] - 1], article_id, "active" if chance.random() > 0.003 else "withdrawn",
            reported,
        )  # fmt: skip
        for _ in range(mentions):
            yield "mentions", (
                chance.getrandbits(52), event_id, article_id, article_id, kind, title, quote, 20, 20 + len(quote),
                "Before this.", "After this.", None, None, None, None, None, edtf, start, end, precision,
                relation, basis, speaker, "said" if speaker else None, "asserted", None, reported, reported, None,
            )  # fmt: skip
        yield "event_entities", (person + 1, sort_on or "", event_id, "actor")
        if where:
            yield "event_entities", (PEOPLE + place + 1, sort_on or "", event_id, "place")
        for publisher in publishers:
            yield "event_publishers", (publisher, sort_on or "", event_id, reported)
        for source in sources:
            yield "event_sources", (source, sort_on or "", event_id)


def write(path: Path, events: int, seed: int = 1) -> None:
    """Write the file anew; the indexes, the full-text index and the rollups are built at the end."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -400000"):
        connection.execute(f"PRAGMA {pragma}")
    migrations.apply(Database(connection))
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX [{name}]")
    connection.execute("BEGIN")
    timeline = Timeline(events, seed)
    for table, values in timeline.fixed():
        _insert(connection, table, values)
    for batch in timeline.batches():
        for table, values in batch.items():
            _insert(connection, table, values)
    for _, sql in indexes:
        connection.execute(sql)
    _derive(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA journal_mode = wal")
    connection.close()


def _insert(connection: sqlite3.Connection, table: str, values: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(values[0]))
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)


def _derive(connection: sqlite3.Connection) -> None:
    """Fill the full-text index and the rollups, as the store keeps them."""
    columns = "title, quote, more_quotes, speaker, place"
    connection.execute(
        f"INSERT INTO events_fts (rowid, {columns}) SELECT id, {columns} FROM events ORDER BY id"
    )
    counts: Counter[tuple[str, str]] = Counter()
    for start, end, events in connection.execute(
        "SELECT date_start, date_end, count(*) FROM events WHERE status = 'active' GROUP BY 1, 2"
    ):
        counts.update(dict.fromkeys(rows.periods(start, end), events))
    connection.executemany(
        "INSERT INTO period_counts VALUES (?, ?, ?)", [(*key, n) for key, n in counts.items()]
    )
    for facet in FACETS:
        connection.execute(
            f"INSERT INTO facet_counts SELECT '{facet}', {facet}, count(*) FROM events"
            f" WHERE status = 'active' AND {facet} IS NOT NULL GROUP BY {facet}"
        )
    for table, tie, column in (
        ("entities", "event_entities", "entity_id"),
        ("publishers", "event_publishers", "publisher_id"),
    ):
        connection.execute(
            f"UPDATE {table} SET event_count = (SELECT count(DISTINCT t.event_id) FROM {tie} t"
            f" JOIN events e ON e.id = t.event_id AND e.status = 'active' WHERE t.{column} = {table}.id)"
        )
    connection.execute(
        "INSERT INTO coverage SELECT source_id, substr(published_on, 1, 7), count(*) FROM articles GROUP BY 1, 2"
    )
    for table in ("sources", "publishers"):
        connection.execute(
            f"UPDATE {table} SET article_count ="
            f" (SELECT count(*) FROM articles WHERE {table[:-1]}_id = {table}.id)"
        )
    connection.executemany(
        "INSERT INTO build VALUES (?, ?)",
        [("updated_at", "2026-10-31T12:00:00Z"), ("applied_change", "1")],
    )


def main() -> None:
    """Write the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=int)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    write(arguments.file, arguments.events)
    print(f"{arguments.file}: {arguments.file.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
