"""Laws that hold for any text: spans, intervals, EDTF, time zones, linear work."""

from __future__ import annotations

import calendar
import time
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.when import find

_WORDS = [
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "from",
    "since",
    "until",
    "before",
    "after",
    "by",
    "between",
    "this",
    "last",
    "next",
    "early",
    "late",
    "mid",
    "said",
    "will",
    "was",
    "met",
    "for",
    "about",
    "nearly",
    "more",
    "than",
    "a",
    "an",
    "two",
    "twenty",
    "first",
    "second",
    "third",
    "Monday",
    "Friday",
    "Sat.",
    "March",
    "May",
    "Jan.",
    "December",
    "spring",
    "fall",
    "winter",
    "summer",
    "quarter",
    "half",
    "year",
    "years",
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "months",
    "decade",
    "century",
    "ago",
    "earlier",
    "later",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "morning",
    "night",
    "noon",
    "midnight",
    "now",
    "recently",
    "daily",
    "every",
    "each",
    "5",
    "12",
    "25th",
    "1914",
    "1914-18",
    "2024",
    "2024-06-25",
    "'94",
    "05/06/2024",
    "10:30",
    "a.m.",
    "GMT",
    "BC",
    "48",
    "3-5",
    "1990s",
    "Easter",
    "Christmas",
    "end",
    "beginning",
    ".",
    ",",
    ";",
    "(",
    ")",
    "-",
    "\n",
    "\n\n",
]
texts = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.text(max_size=200)
days = st.none() | st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1))
moments = st.datetimes().filter(lambda moment: 1900 < moment.year < 2100)
explicit_dates = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))


@cache
def validated(edtf: str) -> Any:
    return parse_edtf(edtf)


def spoken(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.day}, {day.year}"


@given(texts, days)
@settings(max_examples=60, deadline=None)
def test_spans_are_exact_in_order_and_apart(text: str, published: date | None) -> None:
    last = 0
    for found in find(text, published):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.text
        last = found.end


@given(texts, days)
@settings(max_examples=60, deadline=None)
def test_intervals_are_ordered_and_turn_into_a_date_range(
    text: str, published: date | None
) -> None:
    for found in find(text, published):
        when = found.when
        assert (when.start, when.end) == (found.date_start, found.date_end)
        assert when.start is None or when.end is None or when.start <= when.end


@given(texts, days)
@settings(max_examples=40, deadline=None)  # the validator is slow
def test_edtf_parses_back_to_the_same_interval(text: str, published: date | None) -> None:
    for found in find(text, published):
        if not found.edtf or (found.date_start is None and found.date_end is None):
            continue
        parsed = validated(found.edtf)
        if found.precision in ("season", "quarter", "half"):
            continue  # the validator's months of seasons are its own
        if found.date_start:
            first = max(parsed.lower_strict()[:3], (1, 1, 1))  # our calendar begins with the year 1
            assert first == found.date_start.timetuple()[:3]
        if found.date_end:
            assert parsed.upper_strict()[:3] == found.date_end.timetuple()[:3]


@given(texts)
@settings(max_examples=60, deadline=None)
def test_without_publication_nothing_is_told_from_publication(text: str) -> None:
    assert not any("published" in (found.anchor or "") for found in find(text, None))


@given(explicit_dates, texts, days)
@settings(max_examples=60, deadline=None)
def test_an_explicit_date_does_not_hang_on_what_follows(
    day: date, rest: str, published: date | None
) -> None:
    sentence = f"It began on {spoken(day)} in the north. "
    first, *_ = find(f"{sentence}Then {rest}", published)
    assert (first.text, first.value) == (spoken(day), day.isoformat())


@given(texts, moments)
@settings(max_examples=60, deadline=None)
def test_a_moment_reads_the_same_as_its_day_in_its_own_zone(text: str, moment: datetime) -> None:
    for hours in (-11, 0, 13):
        aware = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
        assert find(text, aware) == find(text, moment.date()) == find(text, moment)


@given(texts, days)
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert find(text, published) == find(text, published)


def seconds_to_read(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        find(text, date(2024, 6, 26))
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize(
    "pattern",
    ["On 5 May 2011 he said on Tuesday. ", "May ", "2024-", "5, ", "twenty ", "the last ", "5-",
     "the end of the ", "between 5 and ", "\n\n", "a ", "'", "12:30:", "of ", "1,", "1.", "1/", "twenty-", "10 to ",
     "# Head (May 2021)\n\nOn 5 May 2022 it was. On 6 May it is. ", "On 4 May 1807. On 6 June. ",
     "on Independence Day ", "January 5, 6, 7, ", "5/6/7/8/", "May/June/", "from 9 to 10 and ", "the day after the "],
)  # fmt: skip
def test_work_grows_in_step_with_the_text(pattern: str) -> None:
    size = 3_000
    small = seconds_to_read((pattern * size)[:size])
    large = seconds_to_read((pattern * 8 * size)[: 8 * size])
    assert large < 24 * small + 0.05, "eight times the text, more than twenty-four times the work"


def test_the_day_of_an_aware_moment_is_that_of_its_zone() -> None:
    [found] = find("today", datetime(2025, 1, 22, 23, 30, tzinfo=UTC))
    assert found.value == "2025-01-22"


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("They met two weekends ago", date(2024, 6, 15)),
        ("They will meet a weekend later", date(2024, 6, 29)),
        ("They will meet three weekends later", date(2024, 7, 13)),
    ],
)
def test_weekends_are_counted_like_weeks(text, first_day):
    (found,) = find(f"{text}.", date(2024, 6, 25))
    assert found.date_start == first_day


def test_every_unit_can_be_counted_in_both_directions():
    units = [
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "quarter",
        "season",
        "year",
        "decade",
        "century",
    ]
    for unit in units:
        for words in (
            f"two {unit}s ago",
            f"two {unit}s later",
            f"in three {unit}s",
            f"{unit}s earlier",
        ):
            find(f"They met {words}.", date(2024, 6, 25))
            find(f"They met {words}.", None)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "text",
    [
        "Earlier this week it rained, and on Monday it will.",
        "After Friday's vote, over the New Year's Eve weekend, they left. 5 January.",
        "Below nineteen ninety levels, two weeks ago, and since the Monday before last.",
    ],
)
def test_a_publication_at_the_end_of_the_calendar_is_none(text: str, published: date) -> None:
    assert find(text, published) == find(text, None)
