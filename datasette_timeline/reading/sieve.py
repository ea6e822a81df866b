"""Searches a few events at a time, for a beginning (zan*) that most of a large archive's words share.

SQLite has no index of beginnings: it merges the rows of every word that begins so, anew for each statement,
which takes longer than a statement may. A page needs forty events; so those of a walk are put, some hundreds
at a time, into a small index in memory of the same make, and that is searched.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

#: Columns and tokenizer of events_fts (ingest/store/schema.py; a test compares the two).
_CREATE: Final = """
CREATE VIRTUAL TABLE temp.sieve USING fts5(
  title, quote, more_quotes, speaker, place,
  tokenize='porter unicode61 remove_diacritics 2'
)
"""
_FILL: Final = """
INSERT INTO temp.sieve (rowid, title, quote, more_quotes, speaker, place)
SELECT e.id, e.title, e.quote, e.more_quotes, e.speaker, e.place
FROM json_each(:ids) AS wanted CROSS JOIN main.events AS e ON e.id = wanted.value
"""
_SEARCH: Final = "SELECT rowid FROM temp.sieve WHERE sieve MATCH :match"
_DROP: Final = "DROP TABLE IF EXISTS temp.sieve"


def matching(connection: sqlite3.Connection, ids: Sequence[int], match: str) -> set[int]:
    """Return which of the events an FTS5 expression finds; the database itself is only read."""
    connection.execute(_DROP)
    connection.execute(_CREATE)
    try:
        connection.execute(_FILL, {"ids": json.dumps(list(ids))})
        return {row[0] for row in connection.execute(_SEARCH, {"match": match})}
    finally:
        connection.execute(_DROP)
        connection.rollback()
