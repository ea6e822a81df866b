"""Filters: from the arguments of an address to a value, to SQL, and back to the one address."""

import sqlite3
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from datasette.utils import MultiParams
from datasette.utils.asgi import BadRequest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.views import conditions, filters, periods
from datasette_timeline.views.filters import Filter


def _filter(query: str, period: periods.Period | None = None) -> Filter:
    return Filter.from_args(MultiParams(parse_qs(query, keep_blank_values=True)), period)


def test_nothing_given_is_all_active_events_newest_first() -> None:
    plain = _filter("")
    assert plain == Filter()
    assert plain.is_plain
    assert plain.order == "newest"
    assert conditions.where(plain) == ("+e.status = :status", {"status": "active"})
    assert plain.query_string() == ""


def test_a_period_reads_oldest_first_and_stays_in_the_path() -> None:
    june = _filter("q=flood", periods.parse("2024-06"))
    assert (june.start, june.end, june.order) == (date(2024, 6, 1), date(2024, 6, 30), "oldest")
    assert june.query_string() == "?q=flood"
    assert june.without_page().query_string() == "?q=flood&from=2024-06&to=2024-06"


def test_bounds_take_years_and_months_and_mean_all_of_them() -> None:
    view = _filter("from=2023&to=2024-02")
    assert (view.start, view.end) == (date(2023, 1, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2015-02-30", "the calendar has no 2015-02-30"),
        ("from=soon", "2024-06-25"),
        ("from=2024&to=2023", "exchange the two"),
        ("precision=roughly", "choose one of: second"),
        ("sort=random", "choose one of: oldest"),
        ("min_publishers=-1", "whole number"),
        ("min_publishers=²", "whole number"),
        ("exact=maybe", "switch"),
        ("status=hidden", "choose one of: active"),
    ],
)
def test_a_bad_value_is_refused_with_what_to_write(query: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        _filter(query)


def test_of_two_values_the_last_that_says_something_counts() -> None:
    assert _filter("q=old&q=new&publisher=A&publisher=").query_string() == "?q=new&publisher=A"


def test_repeated_values_are_a_set_with_one_address() -> None:
    view = _filter("publisher=B&publisher=A&publisher=B")
    assert view.query_string() == "?publisher=A&publisher=B"
    assert view == _filter("publisher=A&publisher=B")
    assert view.with_value("publisher", "C").publisher == ("A", "B", "C")
    assert view.without_value("publisher", "A").query_string() == "?publisher=B"


def test_a_change_of_the_view_drops_the_cursor_and_a_turn_of_the_page_keeps_the_view() -> None:
    view = _filter("q=flood&after=2024-01-01.5")
    assert view.query_string(q="drought") == "?q=drought"
    assert view.query_string(before="x") == "?q=flood&before=x"


_VALUES = {
    "q": st.text(max_size=20),
    "publisher": st.lists(st.text(max_size=20), max_size=3),
    "precision": st.lists(st.sampled_from(filters.PRECISIONS), max_size=3),
    "sort": st.sampled_from(filters.SORTS),
    "from": st.dates().map(str),
    "min_publishers": st.integers(0, 99).map(str),
    "disputed": st.sampled_from(["", "1"]),
    "exact": st.sampled_from(["", "1"]),
}


def _arguments(given_args: dict[str, Any]) -> MultiParams:
    return MultiParams(
        {name: [value] if isinstance(value, str) else value for name, value in given_args.items()}
    )


@given(st.fixed_dictionaries({}, optional=_VALUES))
def test_an_address_written_from_a_filter_gives_the_same_filter(given_args: dict[str, Any]) -> None:
    view = Filter.from_args(_arguments(given_args))
    assert _filter(view.query_string().removeprefix("?")) == view


@given(st.fixed_dictionaries({}, optional=_VALUES))
def test_every_combination_is_sound_sql(given_args: dict[str, Any]) -> None:
    view = Filter.from_args(_arguments(given_args))
    where, params = conditions.where(view)
    used = {name for name in params if f":{name}" in where}
    assert used == params.keys()
    assert sqlite3.complete_statement(f"SELECT 1 FROM events AS e WHERE {where};")
