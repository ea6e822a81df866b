"""The sieve: a search of a few events finds what the whole index finds, and pages come when that is too dear."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.database import QueryInterrupted

from datasette_timeline.reading import database, sieve
from datasette_timeline.reading.database import Database
from datasette_timeline.views import search_terms


@pytest.mark.parametrize(
    "typed", ["bri*", "the", "wa* vot*", '"opened on" OR ferr*', "survey -pile", "افت*", "nothing*"]
)
def test_the_sieve_finds_what_the_index_finds(timeline: Path, typed: str) -> None:
    match = search_terms.match_expression(typed)
    assert match is not None
    with closing(sqlite3.connect(f"file:{timeline}?mode=ro", uri=True)) as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM events ORDER BY sort_on")]
        whole = "SELECT rowid FROM events_fts WHERE events_fts MATCH ?"
        expected = {row[0] for row in connection.execute(whole, [match])}
        assert sieve.matching(connection, ids, match) == expected
        assert sieve.matching(connection, ids[:10], match) == expected & set(ids[:10])


def test_the_sieve_is_of_the_same_make_as_the_index(timeline: Path) -> None:
    with closing(sqlite3.connect(timeline)) as connection:
        (made,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'events_fts'"
        ).fetchone()
    tokenizer = re.search(r"tokenize='[^']+'", made)
    columns = re.search(r"fts5\(\s*([\w, ]+?),\s*content", made)
    assert tokenizer is not None
    assert columns is not None
    assert tokenizer[0] in sieve._CREATE
    assert columns[1] in sieve._CREATE


def test_a_beginning_too_common_for_the_index_gets_its_pages_all_the_same(
    timeline: Path, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_site(timeline)
    shown = re.compile(r'<(?:h3[^>]*|li)><a href="/event/([^"]+)"')
    paths = ["/?q=war*", "/2023?q=war*&publisher=Valley+Post", "/?q=wa*&sort=relevance"]
    expected = [
        shown.findall(reader.get(path.replace("relevance", "newest")).text) for path in paths
    ]
    rows = Database.rows

    async def interrupted(self: Database, sql: str, params: Any = None) -> Any:
        if "MATCH" in sql:
            raise QueryInterrupted(TimeoutError(), sql, params or {})
        return await rows(self, sql, params)

    monkeypatch.setattr(Database, "rows", interrupted)
    for path, slugs in zip(paths, expected, strict=True):
        page = reader.get(path)
        assert page.status_code == 200
        assert shown.findall(page.text) == slugs != []
        assert page.headers["cache-control"] == "no-store"
    assert reader.get("/?q=ward").status_code == 503


def test_a_beginning_that_many_events_share_is_sieved_before_the_whole_index_is_asked(
    timeline: Path, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_site(timeline)
    shown = re.compile(r'<(?:h3[^>]*|li)><a href="/event/([^"]+)"')
    paths = ["/?q=war*", "/?q=wa*&sort=publishers", "/?q=wa*&publisher=Valley+Post&sort=oldest"]
    expected = [shown.findall(reader.get(path).text) for path in paths]
    monkeypatch.setattr(database, "FEW", 0)
    searches: list[str] = []
    rows = Database.rows

    async def noted(self: Database, sql: str, params: Any = None) -> Any:
        if "MATCH" in sql and "AS k0" in sql:
            searches.append(sql)
        return await rows(self, sql, params)

    monkeypatch.setattr(Database, "rows", noted)
    found = [shown.findall(reader.get(path).text) for path in paths]
    assert found == expected
    assert all(found)
    assert searches == []
