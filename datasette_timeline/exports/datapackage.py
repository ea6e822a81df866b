"""The whole archive as a Frictionless Data Package (datapackage.org, version 2): CSV tables and their schema.

Tables that only serve the pages (rollups, the search index, sets of numbers) are left out. Texts are
guarded against spreadsheets' formulas as in spreadsheet.py, and the description says how to undo it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from datasette_timeline.exports.record import rfc3339
from datasette_timeline.exports.selection import updated_at
from datasette_timeline.exports.spreadsheet import line
from datasette_timeline.views.filters import BASES, KINDS, MODALITIES, PRECISIONS

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"

#: The tables of the package, those first that others refer to.
_TABLES: Final = (
    "publishers", "sources", "articles", "article_sources", "revisions", "events", "mentions",
    "entities", "mention_entities", "event_aliases", "event_links", "event_reasons",
)  # fmt: skip

#: Kept for the pages' indexes; `date_start` and `date_end` say the same.
_LEFT_OUT: Final = frozenset({("events", "sort_on")})

_TYPES: Final = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}

#: What a column's name says of its texts (docs/schema.md); days are calendar dates of the years 1 to 9999.
_DAYS: Final = frozenset({"date_start", "date_end", "published_on"})
_INSTANTS: Final = frozenset(
    {"published_at", "first_seen_at", "last_changed_at", "seen_at", "last_fetched_at",
     "last_success_at", "next_due_at"}
)  # fmt: skip
_ENUMS: Final = {
    "precision": PRECISIONS,
    "basis": BASES,
    "modality": MODALITIES,
}
_EVENT_KIND: Final = {"events": KINDS, "mentions": KINDS}

_DESCRIPTION: Final = (
    "Dated, quoted events from news articles. An empty cell is a value that is not known. A text that a"
    " spreadsheet would run as a formula begins with an added apostrophe: where a cell matches"
    r" ^'+\s*[=+\-@] (or begins with an apostrophe and a tab or line break), the first apostrophe is not"
    " the source's. EDTF is ISO 8601-2 (Library of Congress); date_start and date_end are both inclusive."
)


def write(
    connection: sqlite3.Connection, folder: Path, *, name: str, title: str, now: datetime
) -> Path:
    """Write datapackage.json and one CSV file a table into `folder`; return the path of the former.

    `connection` should be in one read transaction, so that all tables tell of one state; the caller
    sees to it that `folder` exists. `now` is when the package is made.
    """
    present = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    resources = [
        _resource(connection, table, folder, present) for table in _TABLES if table in present
    ]
    package = {
        "$schema": _PROFILE,
        "name": name,
        "title": title,
        "description": _DESCRIPTION,
        "version": f"{updated_at(connection):%Y.%-m.%-d}",
        "created": rfc3339(now),
        "sources": _sources(connection),
        "resources": resources,
    }
    path = folder / "datapackage.json"
    text = json.dumps(package, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _resource(
    connection: sqlite3.Connection, table: str, folder: Path, present: set[str]
) -> dict[str, Any]:
    """Write one table and return what the package says of it."""
    columns = _columns(connection, table)
    path = folder / f"{table}.csv"
    digest = hashlib.sha256()
    size = 0
    with path.open("wb") as file:
        for chunk in _csv(connection, table, [name for name, _, _ in columns]):
            digest.update(chunk)
            size += file.write(chunk)
    return {
        "name": table.replace("_", "-"),
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": _schema(connection, table, columns, present),
    }


def _csv(connection: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[bytes]:
    """Yield the table as CSV in the order of its key."""
    yield line(columns).encode()
    names = ", ".join(f'"{name}"' for name in columns)
    order = ", ".join(str(position) for position in range(1, len(columns) + 1))
    order = "id" if "id" in columns else order
    for row in connection.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}'):  # noqa: S608
        yield line(row).encode("utf-8", "replace")


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, int]]:
    """Return name, type and place in the primary key (0: none) of each column."""
    found = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,))
    return [(name, kind, place) for name, kind, place in found if (table, name) not in _LEFT_OUT]


def _schema(
    connection: sqlite3.Connection,
    table: str,
    columns: list[tuple[str, str, int]],
    present: set[str],
) -> dict[str, Any]:
    keyed = sorted((place, name) for name, _, place in columns if place)
    foreign = connection.execute(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY "from"', (table,)
    )
    schema: dict[str, Any] = {
        "fields": [_field(table, name, kind) for name, kind, _ in columns],
        "primaryKey": [name for _, name in keyed],
        "missingValues": [""],
    }
    keys = [
        {"fields": [column], "reference": {"resource": other.replace("_", "-"), "fields": [to]}}
        for column, other, to in foreign
        if other in present and other in _TABLES
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(table: str, name: str, kind: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES.get(kind, "string")}
    if name in _DAYS:
        field["type"] = "date"
    elif name in _INSTANTS:
        field |= {"type": "datetime", "format": "any"}
    values = _ENUMS.get(name) or (_EVENT_KIND.get(table) if name == "kind" else None)
    if values:
        field["constraints"] = {"enum": list(values)}
    return field


def _sources(connection: sqlite3.Connection) -> list[dict[str, str]]:
    """Return the sources that were read, each with its title and, on the web, its address."""
    rows = connection.execute("SELECT title, url FROM sources ORDER BY id")
    return [
        {"title": title}
        | ({"path": url} if url and url.startswith(("http://", "https://")) else {})
        for title, url in rows
    ]
