"""Intervals: their makers, their EDTF, comparison, open ends."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import dates
from ingest.dates import UNKNOWN, DateRange

days = st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20))
years = st.integers(min_value=1, max_value=9998)


def made(year: int) -> list[DateRange]:
    return [
        dates.year(year),
        dates.month(year, 2),
        dates.season(year, "winter"),
        dates.quarter(year, 4),
        dates.half(year, 2),
        dates.decade(year // 10 * 10),
        dates.century(min(year, 9800) // 100 * 100),
        dates.day(date(year, 3, 4)),
    ]


def test_an_interval_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end before it starts"):
        DateRange(date(2024, 1, 2), date(2024, 1, 1), "day", "")


@given(years)
def test_what_is_made_is_ordered_and_has_edtf(year: int) -> None:
    for interval in made(year):
        assert interval.start is not None
        assert interval.end is not None
        assert interval.start <= interval.end
        assert interval.edtf


@given(years)
@settings(max_examples=4, deadline=None)  # the validator is slow
def test_the_edtf_of_an_interval_is_valid(year: int) -> None:
    for interval in made(year):
        for told in (interval, dates.since(interval), dates.until(interval)):
            assert parse_edtf(told.edtf)


@pytest.mark.parametrize(
    ("interval", "edtf", "first", "last"),
    [
        (dates.season(2024, "winter"), "2024-24", "2024-12-01", "2025-02-28"),
        (dates.quarter(2024, 1), "2024-33", "2024-01-01", "2024-03-31"),
        (dates.half(2024, 2), "2024-41", "2024-07-01", "2024-12-31"),
        (dates.week(date(2024, 6, 24)), "2024-06-24/2024-06-30", "2024-06-24", "2024-06-30"),
        (dates.weekend(date(2024, 6, 29)), "2024-06-29/2024-06-30", "2024-06-29", "2024-06-30"),
        (dates.decade(1990), "199X", "1990-01-01", "1999-12-31"),
        (dates.century(1900), "19XX", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_period_has_its_edtf_and_its_days(
    interval: DateRange, edtf: str, first: str, last: str
) -> None:
    assert interval.edtf == edtf
    assert (str(interval.start), str(interval.end)) == (first, last)


def test_a_year_before_christ_has_edtf_and_no_days() -> None:
    assert (dates.year(-479).edtf, dates.year(-479).start) == ("-0479", None)
    assert dates.year(0).edtf == "0000"
    assert dates.before_christ_century(5).edtf == "-0499/-0400"
    assert dates.before_christ_decade(470).edtf == "-0478/-0469"
    assert dates.before_christ_part(-479, "08").edtf == "-0479-08"


@given(days)
def test_since_and_before_part_time_without_a_gap(day: date) -> None:
    since, before = dates.since(dates.day(day)), dates.before(dates.day(day))
    assert not since.overlaps(before)
    assert since.start is not None
    assert before.end is not None
    assert (since.start - before.end).days == 1


@given(days)
def test_after_and_until_part_time_without_a_gap(day: date) -> None:
    after, until = dates.after(dates.day(day)), dates.until(dates.day(day))
    assert after.start is not None
    assert until.end is not None
    assert (after.start - until.end).days == 1


def test_an_open_interval_of_a_coarse_period_names_a_day_in_edtf() -> None:
    assert dates.until(dates.week(date(2024, 6, 24))).edtf == "../2024-06-30"
    assert dates.since(dates.season(2022, "spring")).edtf == "2022-03-01/.."
    assert dates.since(dates.year(2014)).edtf == "2014/.."


def test_a_range_joins_its_ends_and_is_as_vague_as_the_vaguer() -> None:
    whole = dates.between(dates.month(2023, 3), dates.year(2024))
    assert (whole.edtf, whole.precision) == ("2023-03/2024", "year")
    assert (whole.start, whole.end) == (date(2023, 3, 1), date(2024, 12, 31))


@given(days, days)
def test_overlap_is_mutual_and_containment_implies_it(one: date, other: date) -> None:
    first, second = sorted((one, other))
    span, day = dates.span(first, second, "day"), dates.day(other)
    assert span.overlaps(day)
    assert day.overlaps(span)
    assert span.contains(day)
    assert span.days == (second - first).days + 1


def test_an_unknown_date_overlaps_and_contains_nothing() -> None:
    assert not UNKNOWN.is_known
    assert not UNKNOWN.overlaps(dates.year(2024))
    assert not dates.year(2024).contains(UNKNOWN)
    assert (UNKNOWN.days, UNKNOWN.sort_on) == (None, None)


def test_an_interval_without_a_start_is_placed_by_its_end() -> None:
    assert dates.before(dates.year(2024)).sort_on == date(2023, 12, 31)
