"""Replays old polls of one feed through the real pipeline, each at its own time, and tells what came of it.

    python bench/replay.py POLLS HOME [--every N]

POLLS is a folder of files YYYYMMDDTHHMMSSZ.xml, one a poll; HOME a new folder for the site directory. Only
the network is replaced: parsing, archive, extraction, merging and publishing are what `dateline run` does.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from ingest.cage import Cage
from ingest.home import Home
from ingest.interrupts import Interrupts
from ingest.model import Fetched, Source
from ingest.pipeline import Options, Report, Work, update


def polls(folder: Path, every: int) -> list[tuple[datetime, Path]]:
    """Every poll with its time, in order."""
    found = sorted(
        (datetime.strptime(path.stem, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), path)
        for path in folder.rglob("*.xml")
    )
    return found[::every]


def main() -> None:
    """Replay and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("polls", type=Path)
    arguments.add_argument("home", type=Path)
    arguments.add_argument("--every", type=int, default=1)
    asked = arguments.parse_args()
    home = Home(asked.home)
    home.path.mkdir(parents=True)
    home.sources.write_text("sources: []\n", "utf-8")
    source = Source("https://feed.example/front-page", "https://feed.example/front-page", "feed")
    started, cpu = time.monotonic(), time.process_time()
    todo = polls(asked.polls, asked.every)
    with Cage(jobs=1) as workers:
        for at, path in todo:
            body = path.read_bytes()

            def fetch(requests, *, at=at, body=body, **_):
                for request in requests:
                    yield request, Fetched(request.source, source.location, at, 200, body)

            work = Work(
                home, workers, fetch, Options(force=True), Interrupts(), Report(), lambda at=at: at
            )
            update(work, [source], retire=False)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    tell(home, len(todo))
    print(
        f"wall {time.monotonic() - started:.0f} s, CPU {time.process_time() - cpu:.0f} s"
        f" + workers {children.ru_utime + children.ru_stime:.0f} s"
    )


def _first(db: sqlite3.Connection, sql: str) -> int:
    """The first value of a query."""
    return db.execute(sql).fetchone()[0]


def tell(home: Home, count: int) -> None:
    """Print what the archive and the timeline hold."""
    with sqlite3.connect(home.archive) as archive, sqlite3.connect(home.timeline) as timeline:
        facts = {
            "polls": count,
            "articles": _first(archive, "SELECT count(*) FROM articles"),
            "distinct URLs": _first(archive, "SELECT count(DISTINCT url) FROM revisions"),
            "revisions": _first(archive, "SELECT count(*) FROM revisions"),
            "retitled articles": _first(
                archive,
                "SELECT count(*) FROM (SELECT article_id FROM revisions GROUP BY 1"
                " HAVING count(DISTINCT title) > 1)",
            ),
            "articles with two URLs": _first(
                archive,
                "SELECT count(*) FROM (SELECT article_id FROM revisions GROUP BY 1"
                " HAVING count(DISTINCT url) > 1)",
            ),
            "events": _first(timeline, "SELECT count(*) FROM events"),
            "mentions": _first(timeline, "SELECT count(*) FROM mentions"),
            "withdrawn mentions": _first(
                timeline, "SELECT count(*) FROM mentions WHERE withdrawn_at IS NOT NULL"
            ),
        }
        print(json.dumps(facts, indent=2))
        for row in timeline.execute(
            "SELECT round(significance, 2), mention_count, title FROM events WHERE sort_on = '2022-02-24'"
            " AND precision = 'day' ORDER BY significance DESC LIMIT 8"
        ):
            print(*row)


if __name__ == "__main__":
    main()
