"""Periods: what an address may name, and what lies around it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.views import periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024/06/25", date(2024, 6, 25), date(2024, 6, 25)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        (" 44 ", date(44, 1, 1), date(44, 12, 31)),
    ],
)
def test_a_year_a_month_a_day_and_a_decade_are_periods(text: str, start: date, end: date) -> None:
    period = periods.parse(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["2015-02-30", "2024-13", "0000", "12345", "yesterday", "", "٢٠٢٤-٠٠"]
)
def test_what_is_no_period_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(periods.PeriodError, match="2024-06-25"):
        periods.parse(text)


@given(st.dates(), st.sampled_from(["year", "month", "day", "decade"]))
def test_neighbouring_periods_touch_and_return(on: date, unit: periods.Unit) -> None:
    period = periods.containing(on, unit)
    assert period.start <= on <= period.end
    if period.next:
        assert (period.next.start - period.end).days == 1
        assert period.next.previous == period


@given(st.dates(), st.sampled_from(["year", "month", "day"]))
def test_the_written_bounds_of_a_period_name_it(on: date, unit: periods.Unit) -> None:
    period = periods.containing(on, unit)
    assert {periods.parse(text) for text in periods.written(period.start, period.end)} == {period}
    assert periods.spanning(period.start, period.end) == period


def test_labels_read_as_people_write_dates() -> None:
    day = periods.parse("2024-06-05")
    assert (day.label, day.short_label, day.path) == ("5 June 2024", "5", "/2024/06/05")
    month = day.parent
    assert month is not None
    assert (month.label, month.short_label) == ("June 2024", "Jun")
    assert month.parent == periods.year(2024)
