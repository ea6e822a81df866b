"""Times of business news: the periods that figures are compared with, and when they end."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import TimeExpression, find

#: A Wednesday.
PUBLISHED = date(2025, 1, 22)


def only(text: str, published: date = PUBLISHED) -> TimeExpression:
    [found] = find(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lost money in the like 2023 period.", "the like 2023 period", "2023-Q3"),
        ("It earned $2 in the same quarter of 2023.", "the same quarter of 2023", "2023-Q3"),
        ("It lost money in the year-before period.", "the year-before period", "2023-Q3"),
        ("It lost money in the year earlier quarter.", "the year earlier quarter", "2023-Q3"),
        ("The third quarter a year ago was worse.", "The third quarter a year ago", "2023-Q3"),
        ("Sales rose in the June quarter.", "the June quarter", "2024-Q2"),
        ("It will be paid by year-end 2025.", "year-end 2025", "2025"),
        ("Net rose in full-year 2023.", "full-year 2023", "2023"),
    ],
)
def test_periods_of_accounts_are_compared_in_all_these_words(
    text: str, words: str, value: str
) -> None:
    found = find(f"Third-quarter net rose to $3 million. {text}", date(2024, 10, 24))[-1]
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales fell in the 12 months through September.", "2023-10-01/2024-09-30"),
        ("It told of its fiscal year ended June 30.", "2023-07-01/2024-06-30"),
        ("It will spend more in the 12 months through March.", "2024-04-01/2025-03-31"),
    ],
)
def test_a_period_of_accounts_ends_where_the_words_say(text: str, edtf: str) -> None:
    [found, _] = find(text, date(2024, 10, 24))
    assert found.edtf == edtf


def test_a_half_and_a_quarter_of_a_stepped_year_are_read_whole() -> None:
    assert only("It will grow in the second half of this year.").value == "2025-H2"
    assert only("It may start in next year's first quarter.").value == "2026-Q1"
