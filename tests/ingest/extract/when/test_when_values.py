"""TIMEX3 values and the intervals that they mean; numbers; holidays; folding."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.dates import UNKNOWN
from ingest.extract.when import find
from ingest.extract.when.folding import fold
from ingest.extract.when.holidays import easter
from ingest.extract.when.point import point_of
from ingest.extract.when.seasons import season_year
from ingest.extract.when.timex3 import tag
from ingest.extract.when.values import add_months, interval, of_month, of_year, shifted


@pytest.mark.parametrize(
    ("value", "edtf", "precision"),
    [
        ("2024-06-25", "2024-06-25", "day"),
        ("2024-06-25T10", "2024-06-25", "hour"),
        ("2024-06-25T10:35", "2024-06-25", "minute"),
        ("2024-06-25T10:35:20", "2024-06-25", "second"),
        ("2024-06-25TMO", "2024-06-25", "day"),
        ("2024-06", "2024-06", "month"),
        ("2024-SU", "2024-22", "season"),
        ("2024-Q3", "2024-35", "quarter"),
        ("2024-H2", "2024-41", "half"),
        ("2024-W26", "2024-06-24/2024-06-30", "week"),
        ("2024-W26-WE", "2024-06-29/2024-06-30", "week"),
        ("2024", "2024", "year"),
        ("199", "199X", "decade"),
        ("19", "19XX", "century"),
        ("BC0480", "-0479", "year"),
        ("BC0480-08", "-0479-08", "month"),
    ],
)
def test_a_calendar_value_is_an_interval(value: str, edtf: str, precision: str) -> None:
    assert (interval(value).edtf, interval(value).precision) == (edtf, precision)


@pytest.mark.parametrize("value", ["P3Y", "PXD", "PRESENT_REF", "XXXX-WXX-2", "2024-02-30", ""])
def test_what_is_no_calendar_value_has_no_interval(value: str) -> None:
    assert interval(value) == UNKNOWN


def test_years_before_christ_are_counted_across_the_missing_year() -> None:
    assert (of_year(1), of_year(0), of_year(-479)) == ("0001", "BC0001", "BC0480")
    assert of_month(0, 13) == "0001-01"


def test_months_are_added_to_the_last_day_of_a_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 1, 31), -2) == date(2023, 11, 30)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [("D", -1, "2025-01-21"), ("W", 2, "2025-W06"), ("M", -1, "2024-12"), ("Q", -1, "2024-Q4"),
     ("Y", 3, "2028"), ("DE", -1, "2015"), ("CE", -1, "1925")],
)  # fmt: skip
def test_a_distance_is_as_coarse_as_its_unit(unit: str, count: int, value: str) -> None:
    assert shifted(date(2025, 1, 22), unit, count) == value


def test_a_distance_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="year out of range"):
        shifted(date(2025, 1, 22), "CE", 100)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a hundred thousand years", "P100000Y"),
        ("2 1/2 hours", "PT2H30M"),
        ("1,500 years", "P1500Y"),
        ("three dozen years", "P36Y"),
        ("1.5 hours", "PT1H30M"),
    ],
)
def test_numbers_are_read_in_words_and_figures(text: str, value: str) -> None:
    found = find(f"It took {text}.", None)
    assert [x.value for x in found] == [value]


@pytest.mark.parametrize("year", [(1961, 4, 2), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20)])
def test_easter_falls_where_the_almanac_has_it(year: tuple[int, int, int]) -> None:
    assert easter(year[0]) == date(*year)


@pytest.mark.parametrize(
    ("code", "shift", "base", "year"),
    [
        ("WI", 0, date(2025, 1, 22), 2024),
        ("WI", -1, date(2025, 1, 22), 2023),
        ("SU", -1, date(2025, 1, 22), 2024),
        ("SU", 1, date(2025, 1, 22), 2025),
        ("SU", -1, date(2025, 7, 22), 2024),
        ("SU", -1, date(2025, 10, 2), 2025),
        ("FA", 0, date(2025, 10, 2), 2025),
    ],
)
def test_last_this_and_next_season(code: str, shift: int, base: date, year: int) -> None:
    assert season_year(code, shift, base) == year


@pytest.mark.parametrize("text", ["İSTANBUL – May", "a’b “c”", "ﬁn\u00a0de\u2009siècle", "ẞ"])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_value_of_a_period_has_a_point_and_a_length_has_none() -> None:
    point = point_of("1943-SP")
    assert point is not None
    assert (point.year, point.month, point.grain) == (1943, 3, "month")
    assert point_of("P3Y") is None


def test_tags_are_tuples_of_offsets_type_and_value() -> None:
    assert tag("It was yesterday.", "2025-01-22T10:00") == [(7, 16, "DATE", "2025-01-21")]
    assert tag("It was yesterday.", "") == [(7, 16, "DATE", "XXXX-XX-XX")]
