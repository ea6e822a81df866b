"""Search terms: whatever people type becomes an expression that FTS5 accepts."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.views import search_terms


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(title, tokenize='porter unicode61')")
    for title in ("Flood in Oslo", "Drought in Oslo", "Путін заявив", "ex-president’s bank rate"):
        connection.execute("INSERT INTO t VALUES (?)", (title,))
    yield connection
    connection.close()


def _found(index: sqlite3.Connection, typed: str) -> list[str]:
    expression = search_terms.match_expression(typed)
    rows = index.execute("SELECT title FROM t WHERE t MATCH ? ORDER BY rowid", (expression,))
    return [title for (title,) in rows]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("floods", ["Flood in Oslo"]),
        ("flood OR drought", ["Flood in Oslo", "Drought in Oslo"]),
        ("oslo -flood", ["Drought in Oslo"]),
        ("“bank rate”", ["ex-president’s bank rate"]),
        ("ex-president's", ["ex-president’s bank rate"]),
        ("пут*", ["Путін заявив"]),
        ('"bank rate', ["ex-president’s bank rate"]),
        ("title:flood", []),
    ],
)
def test_people_find_what_they_type(
    index: sqlite3.Connection, typed: str, titles: list[str]
) -> None:
    assert _found(index, typed) == titles


@pytest.mark.parametrize("typed", ["", '"', "* ^ - : ( )", "\x00", "-", '""'])
def test_without_a_letter_or_digit_there_is_nothing_to_search_for(typed: str) -> None:
    assert search_terms.match_expression(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        '""AND (NEAR', "a AND OR NOT b", "NEAR(a b, 2)", "* ^ a: -x", "@nasa a=b 50%", "a\x00b",
        "x" * 60_000, "word " * 500, "-a -b", "OR", "a OR", "OR a", "(((", "{title} : a", "a*b*", "'--",
    ],
)  # fmt: skip
def test_typing_errors_and_attacks_never_break_the_engine(
    index: sqlite3.Connection, typed: str
) -> None:
    if search_terms.match_expression(typed) is not None:
        _found(index, typed)


@given(st.text())
def test_no_text_breaks_the_engine(index: sqlite3.Connection, typed: str) -> None:
    if search_terms.match_expression(typed) is not None:
        _found(index, typed)


def test_a_widened_search_takes_words_as_beginnings() -> None:
    assert search_terms.widened("Zelen OR ab") == "Zelen*"
    assert search_terms.widened("Zelen*") is None
