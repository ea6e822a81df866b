"""Replaces the events that a change touches, with their index, their ties and their counts.

The full-text index is kept without triggers: one statement takes the old words out, one puts the new ones
in, ordered by row number, which FTS5 needs to append without flushing (three times faster than triggers).
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ingest.model import Event, Mention
from ingest.store import rows
from ingest.store.articles import publisher_id
from ingest.store.changes import Change

_FTS_COLUMNS: Final = "title, quote, more_quotes, speaker, place"

#: The columns of events whose values facet_counts counts.
FACETS: Final = (
    "precision", "relation", "basis", "kind", "modality", "speaker", "place", "country",
)  # fmt: skip

_TIES: Final = ("event_entities", "event_publishers", "event_sources", "event_aliases",
                "event_links", "event_reasons")  # fmt: skip


def replace(sql: sqlite3.Connection, change: Change) -> int:
    """Replace the events listed in temp.wanted_events by those of the change; return how many are new.

    An event whose row would be the same is left alone, with its place in the index. One that had another
    slug before, which is now an alias, is not new.
    """
    members = _members(change)
    titles = dict(sql.execute("SELECT key, title FROM sources").fetchall())
    new_rows = {
        event.id: rows.event_row(event, members[event.id], titles) for event in change.events
    }
    old_events = sql.execute(_OLD_EVENTS).fetchall()
    old_rows = {row["id"]: tuple(row) for row in old_events}
    kept = {number for number, row in new_rows.items() if old_rows.get(number) == row}
    _count(sql, -1, "SELECT id FROM temp.wanted_events")
    _forget(sql, set(old_rows), kept)
    _insert(sql, [row for number, row in new_rows.items() if number not in kept])
    _write_entities(sql, members.values())
    _write_ties(sql, change.events, members)
    sql.executemany(
        "INSERT OR IGNORE INTO temp.wanted_events VALUES (?)", [(number,) for number in new_rows]
    )
    _count(sql, +1, "SELECT id FROM temp.wanted_events")
    return _new(
        change.events, {row["id"] for row in old_events}, {row["slug"] for row in old_events}
    )


def _new(events: Iterable[Event], numbers: set[int], slugs: set[str]) -> int:
    """Return how many events have neither a number nor a slug of those that they replace."""
    return sum(
        event.id not in numbers and slugs.isdisjoint((event.slug, *event.aliases))
        for event in events
    )


_OLD_EVENTS: Final = (
    f"SELECT {', '.join(rows.EVENT_COLUMNS)} FROM events"  # noqa: S608 - our own column names
    " WHERE id IN (SELECT id FROM temp.wanted_events)"
)


def _members(change: Change) -> dict[int, list[Mention]]:
    """Return each event's mentions, in the event's own order."""
    by_id = {mention.id: mention for article in change.articles for mention in article.mentions}
    by_id.update((mention.id, mention) for mention in change.neighbours)
    return {event.id: [by_id[number] for number in event.mentions] for event in change.events}


def _forget(sql: sqlite3.Connection, old: set[int], kept: set[int]) -> None:
    """Take the old events out of the index and the table, and all old events' ties."""
    for table in _TIES:
        sql.execute(
            f"DELETE FROM {table} WHERE event_id IN (SELECT id FROM temp.wanted_events)"  # noqa: S608
        )
    gone = sorted(old - kept)
    for start in range(0, len(gone), _VARIABLES):
        ids = gone[start : start + _VARIABLES]
        marks = ", ".join("?" * len(ids))
        sql.execute(
            f"INSERT INTO events_fts (events_fts, rowid, {_FTS_COLUMNS})"  # noqa: S608
            f" SELECT 'delete', id, {_FTS_COLUMNS} FROM events WHERE id IN ({marks}) ORDER BY id",
            ids,
        )
        sql.execute(f"DELETE FROM events WHERE id IN ({marks})", ids)  # noqa: S608


#: SQLite's default limit of variables a statement is 32,766; a round number below it.
_VARIABLES: Final = 10_000


def _insert(sql: sqlite3.Connection, new: Sequence[rows.Row]) -> None:
    marks = ", ".join("?" * len(rows.EVENT_COLUMNS))
    ordered = sorted(new, key=lambda row: str(row[0]).zfill(20))
    sql.executemany(
        f"INSERT INTO events ({', '.join(rows.EVENT_COLUMNS)}) VALUES ({marks})",  # noqa: S608
        ordered,
    )
    for start in range(0, len(ordered), _VARIABLES):
        ids = [row[0] for row in ordered[start : start + _VARIABLES]]
        sql.execute(
            f"INSERT INTO events_fts (rowid, {_FTS_COLUMNS}) SELECT id, {_FTS_COLUMNS} FROM events"  # noqa: S608
            f" WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY id",
            ids,
        )


def _write_entities(sql: sqlite3.Connection, members: Iterable[Sequence[Mention]]) -> None:
    entities = {
        rows.entity_id(entity): entity
        for mentions in members
        for mention in mentions
        for entity in mention.entities
    }
    sql.executemany(
        "INSERT OR IGNORE INTO entities (id, name, kind, country, latitude, longitude)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, e.name, e.kind, e.country, e.latitude, e.longitude)
            for number, e in sorted(entities.items())
        ],
    )


def _write_ties(
    sql: sqlite3.Connection, events: Sequence[Event], members: Mapping[int, Sequence[Mention]]
) -> None:
    """Write what ties each event to entities, publishers, sources, other slugs and other events."""
    source_ids = dict(sql.execute("SELECT key, id FROM sources").fetchall())
    ties: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for event in events:
        mentions = members[event.id]
        sort_on = event.when.sort_on.isoformat() if event.when.sort_on else ""
        for number, role in rows.entities_by_role(mentions):
            ties["event_entities"].append((number, sort_on, event.id, role))
        for name, first in _first_reports(mentions).items():
            ties["event_publishers"].append((publisher_id(name), sort_on, event.id, first))
        for key in {mention.source_key for mention in mentions}:
            ties["event_sources"].append((source_ids[key], sort_on, event.id))
        ties["event_aliases"] += [(alias, event.id) for alias in event.aliases]
        ties["event_links"] += [
            (event.id, link.other_slug, link.relation, link.reason) for link in event.links
        ]
        ties["event_reasons"] += [
            (event.id, number, reason) for number, reason in enumerate(event.reasons, 1)
        ]
    for table, values in ties.items():
        if not values:
            continue
        marks = ", ".join("?" * len(values[0]))
        sql.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES ({marks})",  # noqa: S608 - our own table names
            sorted(values, key=repr),
        )


def _first_reports(mentions: Iterable[Mention]) -> dict[str, str | None]:
    """Return when each publisher first reported the event; None where it gives no date."""
    first: dict[str, str | None] = {}
    for mention in mentions:
        reported = rows.encode_reported(mention.published)
        known = first.setdefault(mention.publisher, reported)
        if reported and (known is None or reported < known):
            first[mention.publisher] = reported
    return first


def _count(sql: sqlite3.Connection, sign: int, ids: str) -> None:
    """Add to (+1) or take from (-1) the rollups what the active events in `ids` count."""
    period_counts: Counter[tuple[str, str]] = Counter()
    facet_counts: Counter[tuple[str, str]] = Counter()
    active = f"FROM events e WHERE e.id IN ({ids}) AND e.status = 'active'"
    for row in sql.execute(f"SELECT date_start, date_end, {', '.join(FACETS)} {active}"):
        period_counts.update(rows.periods(row["date_start"], row["date_end"]))
        facet_counts.update((facet, row[facet]) for facet in FACETS if row[facet] is not None)
    _add(sql, "period_counts", ("unit", "period"), sign, period_counts)
    _add(sql, "facet_counts", ("facet", "value"), sign, facet_counts)
    for table, tie, column in (
        ("entities", "event_entities", "entity_id"),
        ("publishers", "event_publishers", "publisher_id"),
    ):
        tied = sql.execute(
            f"SELECT t.{column}, count(DISTINCT t.event_id) FROM {tie} t"  # noqa: S608
            f" WHERE t.event_id IN (SELECT e.id {active}) GROUP BY 1"
        ).fetchall()
        sql.executemany(
            f"UPDATE {table} SET event_count = event_count + ? WHERE id = ?",  # noqa: S608
            [(sign * n, number) for number, n in tied],
        )


def _add(
    sql: sqlite3.Connection,
    table: str,
    names: tuple[str, str],
    sign: int,
    counts: Counter[tuple[str, str]],
) -> None:
    first, second = names
    sql.executemany(
        f"INSERT INTO {table} ({first}, {second}, events) VALUES (?, ?, ?)"  # noqa: S608
        f" ON CONFLICT ({first}, {second}) DO UPDATE SET events = events + excluded.events",
        [(a, b, sign * n) for (a, b), n in sorted(counts.items())],
    )
    if sign < 0:
        return
    sql.execute(f"DELETE FROM {table} WHERE events = 0")  # noqa: S608


def sweep(sql: sqlite3.Connection) -> None:
    """Drop the entities and publishers that nothing names any more."""
    sql.execute(
        "DELETE FROM entities WHERE event_count = 0"
        " AND NOT EXISTS (SELECT 1 FROM mention_entities WHERE entity_id = entities.id)"
    )
    sql.execute(
        "DELETE FROM publishers WHERE article_count = 0"
        " AND NOT EXISTS (SELECT 1 FROM sources WHERE publisher_id = publishers.id)"
        " AND NOT EXISTS (SELECT 1 FROM event_publishers WHERE publisher_id = publishers.id)"
    )
