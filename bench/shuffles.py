"""Builds one site from the same articles in several orders and tells whether the events are the same.

    python bench/shuffles.py ARTICLES.jsonl [--orders 3]

Each order is a site directory of its own, made by `dateline add`. Two columns of `events` tell of the arrival
and may differ: the archive's number of the leading article, and when it was first seen.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

ARRIVAL = {"article_id", "first_seen_at"}
QUERIES = {
    "mentions": "SELECT event_id, a.key, quote_start, quote, edtf FROM mentions JOIN articles a ON a.id = article_id",
    "aliases": "SELECT slug, event_id FROM event_aliases",
}


def main() -> int:
    """Print how many rows each order gives and what differs from the first; 1 where anything does."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", type=Path)
    arguments.add_argument("--orders", type=int, default=3)
    asked = arguments.parse_args()
    opened = gzip.open if asked.articles.suffix == ".gz" else open
    with opened(asked.articles, "rt", encoding="utf-8") as lines:
        articles = lines.readlines()
    first: dict[str, set[tuple[object, ...]]] = {}
    differ = 0
    for order in range(asked.orders):
        random.Random(order).shuffle(articles)
        for table, rows in built(articles):
            apart = len(rows ^ first.setdefault(table, rows))
            differ += apart
            print(
                f"order {order + 1}: {len(rows):,} {table}, {apart} other than in order 1",
                flush=True,
            )
    return int(differ > 0)


def built(articles: list[str]) -> Iterator[tuple[str, set[tuple[object, ...]]]]:
    """Build a site from `articles` and yield its rows by table."""
    with TemporaryDirectory() as folder:
        home, file = Path(folder) / "site", Path(folder) / "articles.jsonl"
        file.write_text("".join(articles), "utf-8")
        dateline = [sys.executable, "-m", "ingest"]
        subprocess.run([*dateline, "init", home], check=True, capture_output=True)
        subprocess.run([*dateline, "--home", home, "add", file], check=True, capture_output=True)
        with closing(sqlite3.connect(home / "timeline.db")) as db:
            columns = {row[1] for row in db.execute("PRAGMA table_info(events)")} - ARRIVAL
            yield "events", set(db.execute(f"SELECT {', '.join(sorted(columns))} FROM events"))
            for table, query in QUERIES.items():
                yield table, set(db.execute(query))


if __name__ == "__main__":
    sys.exit(main())
