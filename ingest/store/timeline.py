"""timeline.db as the pipeline sees it: what it has followed so far, whom a change touches, apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from ingest.database import Kind, OpenFile
from ingest.errors import StoreError
from ingest.model import Entity, Mention
from ingest.store import articles, events, rows
from ingest.store.changes import Change, SourceRecord
from ingest.store.schema import APPLICATION_ID, migrations

#: Mentions, events and names have hashes for numbers: an import touches pages all over.
_CACHE_KIB: Final = 16 * 1024

TIMELINE: Final = Kind("timeline", APPLICATION_ID, migrations, "NORMAL", StoreError, _CACHE_KIB)

_MENTIONS: Final = """
SELECT m.*, o.component, a.key AS article_key, a.url, p.name AS publisher, s.key AS source_key
FROM mentions m JOIN articles a ON a.id = m.article_id JOIN publishers p ON p.id = a.publisher_id
JOIN sources s ON s.id = a.source_id JOIN mention_components o ON o.mention_id = m.id
WHERE m.id IN (SELECT id FROM temp.wanted_mentions)
AND m.article_id NOT IN (SELECT id FROM temp.wanted_articles)
ORDER BY m.id
"""
_OF_ARTICLES: Final = (
    "SELECT id FROM mentions WHERE article_id IN (SELECT id FROM temp.wanted_articles)"
)
_OF_EVENTS: Final = "SELECT id FROM mentions WHERE event_id IN (SELECT id FROM temp.wanted_events)"
_OF_SLUG: Final = """
SELECT id FROM events WHERE slug = :slug UNION SELECT event_id FROM event_aliases WHERE slug = :slug
"""
#: The words of a slug may be told better since; its first five letters and its hash are the same.
_OF_RETOLD_SLUG: Final = """
SELECT id FROM events
WHERE slug >= substr(:slug, 1, 5) AND slug < substr(:slug, 1, 5) || '~' AND substr(slug, -7) = substr(:slug, -7)
UNION
SELECT event_id FROM event_aliases
WHERE slug >= substr(:slug, 1, 5) AND slug < substr(:slug, 1, 5) || '~' AND substr(slug, -7) = substr(:slug, -7)
"""
_MEMBERS: Final = """
SELECT mention_id FROM mention_components
WHERE component IN (SELECT id FROM temp.wanted_components)
"""
_COMPONENTS: Final = """
SELECT mention_id, component FROM mention_components
WHERE mention_id IN (SELECT id FROM temp.wanted_mentions)
"""
_SIGNATURES: Final = """
SELECT stretch, mention_id, signature FROM mention_signatures
WHERE stretch IN (SELECT id FROM temp.wanted_stretches)
"""
_MENTIONS_ENTITIES: Final = """
SELECT me.mention_id, me.role, me.title, e.name, e.kind, e.country, e.latitude, e.longitude
FROM mention_entities me JOIN entities e ON e.id = me.entity_id
WHERE me.mention_id IN (SELECT id FROM temp.wanted_mentions)
"""
#: Temporary tables of numbers that statements ask for.
_WANTED: Final = (
    "wanted_stretches", "wanted_components", "wanted_articles", "wanted_mentions", "wanted_events",
)  # fmt: skip


class Held(NamedTuple):
    """A mention as the file holds it, and the component that it was merged in."""

    mention: Mention
    component: int


class Timeline(OpenFile):
    """An open timeline.db; use as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open or create the file; raises StoreError where it cannot be used."""
        super().__init__(path, TIMELINE)
        for name in _WANTED:
            self._sql.execute(f"CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY)")

    def applied_change(self) -> int:
        """Return the number of the archive's change that the file has followed; 0 for a new file."""
        return int(self.fact("applied_change") or 0)

    def fact(self, key: str) -> str | None:
        """Return what the table `build` tells under `key`; None: nothing yet."""
        row = self._sql.execute("SELECT value FROM build WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def signatures(self, stretches: Iterable[int]) -> Iterator[tuple[int, int, bytes]]:
        """Yield stretch, mention and signature of the mentions that touch any of `stretches`."""
        with self._wanted("wanted_stretches", stretches):
            cursor = self._sql.cursor()
            # Of an archive these are many: plain tuples are made in half the time.
            cursor.row_factory = None
            yield from cursor.execute(_SIGNATURES)

    def held(
        self, mention_ids: Iterable[int], but_articles: Iterable[int] = ()
    ) -> tuple[Held, ...]:
        """Return the mentions with these numbers, except those of some articles."""
        with (
            self._wanted("wanted_mentions", mention_ids),
            self._wanted("wanted_articles", but_articles),
        ):
            entities = self._entities()
            texts: dict[str, str] = {}
            return tuple(
                Held(
                    rows.mention_of(row, entities.get(row["id"], ()), texts.setdefault),
                    row["component"],
                )
                for row in self._sql.execute(_MENTIONS)
            )

    def components(self, mention_ids: Iterable[int]) -> dict[int, int]:
        """Return the component of each of these mentions, by number."""
        with self._wanted("wanted_mentions", mention_ids):
            return dict(self._sql.execute(_COMPONENTS).fetchall())

    def mentions_of(self, article_ids: Iterable[int]) -> set[int]:
        """Return the numbers of the mentions that these articles have."""
        with self._wanted("wanted_articles", article_ids):
            return {row[0] for row in self._sql.execute(_OF_ARTICLES)}

    def mentions_of_events(self, slugs: Iterable[str]) -> set[int]:
        """Return the numbers of the mentions of events that have, or had, one of these slugs."""
        with self._wanted("wanted_events", self._events_of(slugs)):
            return {row[0] for row in self._sql.execute(_OF_EVENTS)}

    def members(self, components: Iterable[int]) -> set[int]:
        """Return the numbers of the mentions that these components hold."""
        with self._wanted("wanted_components", components):
            return {row[0] for row in self._sql.execute(_MEMBERS)}

    def _events_of(self, slugs: Iterable[str]) -> set[int]:
        """Return the numbers of the events that have or had one of the slugs, if only by its year and its hash."""
        return {number for slug in slugs for number in self._event_of(slug)}

    def _event_of(self, slug: str) -> list[int]:
        found = self._sql.execute(_OF_SLUG, {"slug": slug}).fetchall()
        found = found or self._sql.execute(_OF_RETOLD_SLUG, {"slug": slug}).fetchall()
        return [number for (number,) in found]

    def _entities(self) -> Mapping[int, Sequence[Entity]]:
        """Return the entities of the wanted mentions, in the order in which a mention has them."""
        by_mention = defaultdict[int, list[Entity]](list)
        for row in self._sql.execute(_MENTIONS_ENTITIES):
            by_mention[row["mention_id"]].append(
                Entity(
                    name=row["name"],
                    kind=row["kind"],
                    role=row["role"],
                    title=row["title"],
                    country=row["country"],
                    latitude=row["latitude"],
                    longitude=row["longitude"],
                )
            )
        for entities in by_mention.values():
            entities.sort(key=lambda e: repr((e.role, e.kind, e.name, e.country)))
        return by_mention

    def apply(self, change: Change, sources: Sequence[SourceRecord]) -> int:
        """Make the file follow a change, in one transaction; return how many events are new."""
        with self._db.atomic():
            articles.write_sources(self._sql, sources)
            articles.write_publishers(self._sql, change.publishers)
            articles.write_articles(self._sql, change.articles)
            touched = self._touched_events(change)
            with self._wanted("wanted_events", touched):
                new = events.replace(self._sql, change)
            articles.write_mentions(self._sql, change)
            left = articles.forget_reserved(self._sql, change)
            articles.count_articles(self._sql, change.articles, left)
            events.sweep(self._sql)
            self._record({"applied_change": str(change.applied_change), **change.facts})
        return new

    def _touched_events(self, change: Change) -> set[int]:
        """Return the events that mentions of the change belong to before it is applied."""
        touched: set[int] = set()
        with (
            self._wanted("wanted_articles", [*(a.id for a in change.articles), *change.removed]),
            self._wanted("wanted_mentions", (mention.id for mention in change.neighbours)),
        ):
            touched.update(
                row[0]
                for row in self._sql.execute(
                    "SELECT event_id FROM mentions WHERE article_id IN"
                    " (SELECT id FROM temp.wanted_articles)"
                    " UNION SELECT event_id FROM mentions WHERE id IN"
                    " (SELECT id FROM temp.wanted_mentions)"
                )
            )
        return touched

    def finish(
        self, sources: Sequence[SourceRecord], now: datetime, facts: Mapping[str, str]
    ) -> None:
        """Bring the sources' health up to date and say as of when; `facts` go to the table `build`.

        `updated_at` moves only if the file changed since it was set, so that a run that brings nothing
        new leaves the pages' validators as they are.
        """
        with self._db.atomic():
            articles.write_sources(self._sql, sources)
            applied = self.applied_change()
            known = dict(self._sql.execute("SELECT key, value FROM build").fetchall())
            if known.get("finished_change") != str(applied) or "updated_at" not in known:
                self._record(
                    {
                        "updated_at": rows.encode_instant(now.replace(microsecond=0)) or "",
                        "finished_change": str(applied),
                    }
                )
            self._record(facts)
        self._sql.execute("PRAGMA optimize")

    def _record(self, facts: Mapping[str, str]) -> None:
        self._sql.executemany(
            "INSERT INTO build (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            sorted(facts.items()),
        )

    def counts(self) -> dict[str, int]:
        """Return the number of rows of the tables that a summary names."""
        return {
            table: int(self._sql.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
            for table in ("events", "mentions", "articles", "sources")
        }

    @contextmanager
    def _wanted(self, table: str, ids: Iterable[int]) -> Iterator[None]:
        """Fill a temporary table of numbers for the statements of the block, then empty it."""
        self._sql.executemany(
            f"INSERT OR IGNORE INTO temp.{table} VALUES (?)",  # noqa: S608 - our own table names
            [(number,) for number in ids],
        )
        try:
            yield
        finally:
            self._sql.execute(f"DELETE FROM temp.{table}")  # noqa: S608
