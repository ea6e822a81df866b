"""metadata.yml tells of every table and column, and its questions run."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

SAID = yaml.safe_load((Path(__file__).parents[3] / "metadata.yml").read_text(encoding="utf-8"))
TABLES: dict[str, dict[str, Any]] = SAID["databases"]["timeline"]["tables"]
QUERIES: dict[str, dict[str, Any]] = SAID["databases"]["timeline"]["queries"]


@pytest.fixture
def connection(timeline: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{timeline}?mode=ro", uri=True)) as opened:
        yield opened


def test_every_table_is_described_or_hidden(connection: sqlite3.Connection) -> None:
    names = {
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'events_fts_%' AND name NOT LIKE 'sqlite_%'"
        )
    }
    assert names == TABLES.keys()
    for name, said in TABLES.items():
        assert said.get("hidden") or said["description"], name


@pytest.mark.parametrize("table", [name for name, said in TABLES.items() if not said.get("hidden")])
def test_every_column_is_described_and_no_other(connection: sqlite3.Connection, table: str) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{table}])")]
    assert list(TABLES[table]["columns"]) == columns
    assert all(TABLES[table]["columns"].values())


def test_there_are_at_least_ten_questions_with_titles() -> None:
    assert len(QUERIES) >= 10
    assert all(query["title"].endswith("?") and query["description"] for query in QUERIES.values())


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_runs(connection: sqlite3.Connection, name: str) -> None:
    asked = {"source": "", "speaker": "Brown", "publishers": "2", "month_and_day": "06-25"}
    params = {key: asked[key] for key in QUERIES[name].get("params", [])}
    connection.execute(QUERIES[name]["sql"], params).fetchall()


@pytest.mark.parametrize(
    ("name", "params", "count"),
    [
        ("claims_by_speaker", {"speaker": "brown"}, 1),
        ("corroborated", {"publishers": "3"}, 2),
        ("disputed_dates", {}, 1),
        ("changed_titles", {"source": "echo"}, 2),
        ("on_this_day", {"month_and_day": "06-27"}, 1),
    ],
)
def test_questions_are_answered(
    connection: sqlite3.Connection, name: str, params: dict[str, str], count: int
) -> None:
    assert len(connection.execute(QUERIES[name]["sql"], params).fetchall()) == count


def test_gaps_are_the_months_between_without_articles() -> None:
    with closing(sqlite3.connect(":memory:")) as sql:
        sql.executescript(
            "CREATE TABLE sources (id, title); INSERT INTO sources VALUES (1, 'Echo');"
            "CREATE TABLE coverage (source_id, month, articles);"
            "INSERT INTO coverage VALUES (1, '2023-11', 2), (1, '2024-02', 1), (1, '', 5);"
        )
        rows = sql.execute(QUERIES["coverage_gaps"]["sql"]).fetchall()
    assert rows == [("Echo", "2023-12"), ("Echo", "2024-01")]
