"""A site directory to run `dateline` in, feeds to serve, and a look at what came of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

from click.testing import CliRunner, Result

from ingest.cli import main


def rss(title: str, *items: tuple[str, str, str, str]) -> bytes:
    """An RSS feed; an item is (number, headline, body, pubDate)."""
    entries = "".join(
        f"<item><title>{escape(headline)}</title><link>https://news.example/{number}</link>"
        f"<guid>{number}</guid><description>{escape(body)}</description>"
        f"<pubDate>{published}</pubDate></item>"
        for number, headline, body, published in items
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(title)}</title>'
        f"<link>https://news.example/</link><description/>{entries}</channel></rss>"
    ).encode()


def write_sources(home: Path, *entries: str, delay_ms: int = 0) -> None:
    """Write sources.yml with these entries (YAML text each, without the dash)."""
    lines = ["settings:", f"  limits: {{host_delay_ms: {delay_ms}}}", "sources:"]
    lines += ["  - " + entry.replace("\n", "\n    ") for entry in entries]
    home.mkdir(parents=True, exist_ok=True)
    (home / "sources.yml").write_text("\n".join(lines) + "\n", "utf-8")


def dateline(home: Path, *arguments: str, data: bytes | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["--home", str(home), *arguments], input=data)


def query(home: Path, sql: str, *values: object) -> list[tuple]:
    """Rows of timeline.db."""
    with closing(sqlite3.connect(home / "timeline.db")) as connection:
        return connection.execute(sql, values).fetchall()


#: What says when something was done, and so differs from one run to the next.
_TIMES = {"first_seen_at", "last_changed_at", "seen_at", "withdrawn_at", "last_fetched_at",
          "last_success_at", "next_due_at"}  # fmt: skip


def content(home: Path, *, with_times: bool = True) -> dict[str, list[tuple]]:
    """Every row of every table of timeline.db but `build`; for comparing two of them.

    Without times, what only says when we did something is left out.
    """
    with closing(sqlite3.connect(home / "timeline.db")) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite", "events_fts")) and name != "build"
        ]
        found = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = [c for c in columns if with_times or c not in _TIMES]
            rows = connection.execute(f"SELECT {', '.join(kept)} FROM {table}").fetchall()
            found[table] = sorted(rows, key=repr)
        words = "SELECT rowid FROM events_fts WHERE events_fts MATCH ? ORDER BY rowid"
        found["index"] = [tuple(connection.execute(words, [w]).fetchall()) for w in ("the", "said")]
        return found
