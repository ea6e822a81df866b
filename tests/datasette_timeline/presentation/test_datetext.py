"""Dates in words: what the interval says, and never more."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.presentation import datetext
from ingest import dates
from ingest.dates import DateRange


def _row(when: DateRange, relation: str = "on") -> dict[str, Any]:
    return {
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "precision": when.precision,
        "edtf": when.edtf,
        "relation": relation,
    }


_2022 = dates.day(date(2022, 2, 24))


@pytest.mark.parametrize(
    ("when", "relation", "text", "machine", "heading"),
    [
        (dates.day(date(2024, 6, 25)), "on", "25 June 2024", "2024-06-25", "25 June 2024"),
        (dates.month(2024, 3), "on", "March 2024", "2024-03", "Some time in March 2024"),
        (dates.year(2024), "on", "2024", "2024", "Some time in 2024"),
        (dates.season(2024, "summer"), "on", "summer 2024", None, "Some time in summer 2024"),
        (dates.season(2024, "winter"), "on", "winter 2024–2025", None, "Some time in winter 2024–2025"),
        (dates.quarter(2024, 4), "on", "the fourth quarter of 2024", None,
         "Some time in the fourth quarter of 2024"),
        (dates.half(2024, 2), "on", "the second half of 2024", None,
         "Some time in the second half of 2024"),
        (dates.decade(1990), "on", "the 1990s", None, "Some time in the 1990s"),
        (dates.week(date(2024, 6, 3)), "on", "week of 3 June 2024", None, "Week of 3 June 2024"),
        (dates.between(dates.month(2024, 3), dates.month(2024, 5)), "on",
         "between March 2024 and May 2024", None, "Between March 2024 and May 2024"),
        (dates.since(dates.year(2014)), "since", "since 2014", None, "Since 2014"),
        (dates.after(_2022), "after", "after 24 February 2022", None, "After 24 February 2022"),
        (dates.before(_2022), "before", "before 24 February 2022", None, "Before 24 February 2022"),
        (dates.until(dates.month(2024, 3)), "until", "until March 2024", None, "Until March 2024"),
        (dates.year(1850), "about", "about 1850", "1850", "About 1850"),
        (dates.year(-43), "on", "44 BC", None, "44 BC"),
        (dates.before_christ_century(5), "on", "between 500 BC and 401 BC", None,
         "Between 500 BC and 401 BC"),
        (dates.UNKNOWN, "on", "no date known", None, "No date known"),
    ],
)  # fmt: skip
def test_dates_read_as_people_say_them(
    when: DateRange, relation: str, text: str, machine: str | None, heading: str
) -> None:
    row = _row(when, relation)
    said = datetext.when(row)
    assert (said.text, said.machine) == (text, machine)
    assert datetext.heading(row) == heading


@given(
    st.dates(),
    st.dates(),
    st.sampled_from(dates.PRECISIONS),
    st.sampled_from(["on", "since", "about"]),
)
def test_any_interval_has_words_and_only_a_day_reads_as_a_day(
    first: date, last: date, precision: Any, relation: str
) -> None:
    start, end = sorted((first, last))
    said = datetext.when(_row(DateRange(start, end, precision, "x"), relation))
    assert said.text
    if start != end:
        assert said.is_vague
