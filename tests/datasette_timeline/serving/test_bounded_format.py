"""printf() and format() of SQL: SQLite's own, but for what would run for seconds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.serving import bounded_format

MOST = 1000


@pytest.fixture(scope="module")
def bounded() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        bounded_format.install(connection, MOST)
        yield connection


VALUES = st.lists(
    st.none() | st.integers(-100, 100) | st.floats(-100, 100) | st.text("ab%c€", max_size=5),
    max_size=4,
)
PARTS = st.lists(
    st.sampled_from(
        ["%d", "%5.2f", "%s", "%.*c", "%c", "%-9s", "%,d", "%%", "%x", "a", "%q", "%.7c", "%l"]
    ),
    max_size=5,
)


@given(PARTS, VALUES)
def test_it_says_what_sqlite_says(parts: list[str], values: list[object]) -> None:
    marks = ", ".join("?" * (len(values) + 1))
    sql = f"SELECT printf({marks})"
    given_values = ["".join(parts), *values]
    with (
        closing(sqlite3.connect(":memory:")) as plain,
        closing(sqlite3.connect(":memory:")) as ours,
    ):
        bounded_format.install(ours, MOST)
        assert (
            ours.execute(sql, given_values).fetchone()
            == plain.execute(sql, given_values).fetchone()
        )


@pytest.mark.parametrize(
    "sql", ["printf()", "format(NULL)", "printf('%d')", "printf(5)", "printf(x'2564', 3)"]
)
def test_odd_calls_are_answered_as_by_sqlite(bounded: sqlite3.Connection, sql: str) -> None:
    with closing(sqlite3.connect(":memory:")) as plain:
        expected = plain.execute(f"SELECT {sql}").fetchone()
    assert bounded.execute(f"SELECT {sql}").fetchone() == expected


@pytest.mark.parametrize(
    "sql",
    ["printf('%.1001c', 'x')", "printf('%.*c', 1001, 'x')", "format('%.*c', -1001, 'x')",
     "printf('%.*c', '1001', 'x')", "printf('%.*c', 4294968400, 'x')", "printf('%d %.*lc', 1, ' 2000', 'x')",
     "printf('%' || printf('%.900c', '9') || '.1c', 'x')"],
)  # fmt: skip
def test_a_character_is_not_repeated_without_end(bounded: sqlite3.Connection, sql: str) -> None:
    assert bounded.execute(f"SELECT {sql}").fetchone() == (None,)


def test_a_format_of_many_percents_is_looked_through_once(bounded: sqlite3.Connection) -> None:
    assert bounded.execute("SELECT printf(?)", ["%." * 400]).fetchone()
