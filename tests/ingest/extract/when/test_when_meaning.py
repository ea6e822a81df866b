"""What a timeline needs: the interval that is meant, its precision, relation, basis and anchor."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ingest.dates import UNKNOWN, DateRange
from ingest.extract.when import TimeExpression, explain, find

WEDNESDAY = date(2025, 1, 22)


def one(text: str, published: date | datetime | None = WEDNESDAY) -> TimeExpression:
    [expression] = find(text, published)
    return expression


@pytest.mark.parametrize(
    ("text", "edtf", "start", "end", "precision", "relation"),
    [
        ("since 2014", "2014/..", "2014-01-01", None, "open", "since"),
        ("until last week", "../2025-01-19", None, "2025-01-19", "open", "until"),
        (
            "Shortly before February 24th 2022",
            "../2022-02-23",
            None,
            "2022-02-23",
            "open",
            "before",
        ),
        ("after 20 September 2021", "2021-09-21/..", "2021-09-21", None, "open", "after"),
        ("no later than 5 March 2025", "../2025-03-05", None, "2025-03-05", "open", "until"),
        ("the summer of 2024", "2024-22", "2024-06-01", "2024-08-31", "season", "on"),
        ("the third quarter of 2023", "2023-35", "2023-07-01", "2023-09-30", "quarter", "on"),
        ("a decade ago", "2015", "2015-01-01", "2015-12-31", "year", "about"),
        ("last week", "2025-01-13/2025-01-19", "2025-01-13", "2025-01-19", "week", "on"),
        ("the late 1990s", "199X", "1990-01-01", "1999-12-31", "decade", "on"),
        ("10 a.m. yesterday", "2025-01-21", "2025-01-21", "2025-01-21", "minute", "on"),
        ("over the past two years", "2023/2025", "2023-01-01", "2025-12-31", "year", "about"),
        ("for a decade", "", None, None, "unknown", "on"),
        ("daily", "", None, None, "unknown", "on"),
        ("in recent weeks", "", None, None, "unknown", "on"),
    ],
)
def test_the_words_around_decide_the_interval(
    text: str, edtf: str, start: str | None, end: str | None, precision: str, relation: str
) -> None:
    found = one(f"It was {text}.")
    bounds = [bound and bound.isoformat() for bound in (found.date_start, found.date_end)]
    assert (found.edtf, *bounds) == (edtf, start, end)
    assert (found.precision, found.relation) == (precision, relation)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from March to May 2023", "2023-03-01", "2023-05-31"),
        ("between 2014 and 2022", "2014-01-01", "2022-12-31"),
        ("July 3-5, 2023", "2023-07-03", "2023-07-05"),
        ("3-5 July 2023", "2023-07-03", "2023-07-05"),
        ("1914-18", "1914-01-01", "1918-12-31"),
        ("from 6 to 7 January 1916", "1916-01-06", "1916-01-07"),
        ("from mid-December 2023 until late March 2024", "2023-12-01", "2024-03-31"),
    ],
)
def test_both_ends_of_a_range_carry_the_whole_of_it(text: str, start: str, end: str) -> None:
    whole = (date.fromisoformat(start), date.fromisoformat(end))
    found = find(f"It lasted {text}.", WEDNESDAY)
    assert [(x.date_start, x.date_end) for x in found] == [whole, whole]


def test_the_value_of_a_range_is_that_of_its_own_words() -> None:
    assert [x.value for x in find("from March to May 2023", None)] == ["2023-03", "2023-05"]


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "on Tuesday",
        "last week",
        "a year ago",
        "in March",
        "next month",
        "this morning",
    ],
)
def test_without_a_publication_date_a_relative_expression_stays_unresolved(text: str) -> None:
    found = one(f"It happened {text}.", None)
    assert (found.when, found.precision) == (UNKNOWN, "unknown")
    assert found.value == "" or found.value.startswith("XXXX")


def test_a_text_is_its_own_anchor_where_it_names_a_date() -> None:
    text = "On 5 May 2011 the bridge fell. Two days later it was rebuilt. That summer was hot."
    found = find(text, None)
    assert [x.value for x in found] == ["2011-05-05", "2011-05-07", "2011-SU"]
    assert [x.basis for x in found] == ["explicit", "context", "context"]
    assert found[1].anchor == "after 2011-05-05"


def test_a_story_of_the_past_carries_its_year_along() -> None:
    text = (
        "In March 1917 they met. On 3 May they parted. In December he left. In January he died. "
        "In 1921 a stone was set, and in 1923, 1925 and 1931 it was moved."
    )
    values = [x.value for x in find(text, date(2009, 12, 19))]
    assert values[:4] == ["1917-03", "1917-05-03", "1917-12", "1918-01"]


def test_the_basis_says_what_the_date_rests_on() -> None:
    assert one("It was in 2014.").basis == "explicit"
    assert one("It was yesterday.").basis == "relative"
    assert one("It was yesterday.").anchor == "published 2025-01-22"


def test_publication_counts_in_its_own_time_zone() -> None:
    kyiv = timezone(timedelta(hours=2))
    late = datetime(2025, 1, 22, 0, 30, tzinfo=kyiv)
    assert one("He came today.", late).value == "2025-01-22"
    assert one("He came today.", late.astimezone(UTC)).value == "2025-01-21"


def test_figures_that_may_be_read_two_ways_are_flagged_not_guessed() -> None:
    found = one("Signed 05/06/2024.")
    assert (found.edtf, found.precision) == ("2024", "year")
    assert [other.edtf for other in found.alternatives] == ["2024-06-05", "2024-05-06"]


@pytest.mark.parametrize(
    ("other", "value"), [("25/06/2024", "2024-06-05"), ("06/25/2024", "2024-05-06")]
)
def test_another_date_of_the_document_shows_how_figures_are_read(other: str, value: str) -> None:
    first, *_ = find(f"Signed 05/06/2024, sealed {other}.", None)
    assert first.value == value


def test_a_year_ago_in_a_quarterly_report_is_the_same_quarter() -> None:
    text = "Third-quarter profit rose to $3 million, from $2 million a year earlier."
    assert [x.value for x in find(text, date(1989, 11, 2))] == ["1989-Q3", "1988-Q3"]


def test_an_expression_turns_into_a_date_range() -> None:
    found = one("It was in April 2024.")
    assert found.when == DateRange(date(2024, 4, 1), date(2024, 4, 30), "month", "2024-04")


def test_an_explanation_is_one_line_with_rule_and_anchor() -> None:
    line = explain(one("It was\nyesterday."))
    assert "\n" not in line
    assert "rule deictic" in line
    assert "published 2025-01-22" in line


@pytest.mark.parametrize(
    "dateline",
    ["LONDON, March 3, 2024 (Reuters) - ", "Kyiv, 3 March 2024 — ", "Published: 3 March 2024 - "],
)
def test_a_dateline_dates_a_text_whose_publication_is_not_known(dateline: str) -> None:
    _, told = find(f"{dateline}The ministers met on Saturday.", None)
    assert (told.value, told.anchor) == ("2024-03-02", "dateline 2024-03-03")


def test_a_date_in_the_first_sentence_is_no_dateline() -> None:
    _, told = find("On March 3, 2024 he left. He came on Tuesday.", None)
    assert told.precision == "unknown"


def test_since_reaches_over_the_event_that_it_names() -> None:
    found = one("It has doubled since the start of the war in February 2022.")
    assert (found.relation, found.edtf) == ("since", "2022-02/..")


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("in the year ended June 30, 2024", "2023-07-01/2024-06-30", "explicit"),
        ("in the nine months to September", "2024-01-01/2024-09-30", "relative"),
        ("in the 13 weeks ended 30 September 2024", "2024-07-02/2024-09-30", "explicit"),
        ("in the fiscal year ending March 31", "2024-04-01/2025-03-31", "relative"),
    ],
)
def test_a_period_of_accounts_runs_until_its_last_day(text: str, edtf: str, basis: str) -> None:
    found = find(f"It lost money {text}.", WEDNESDAY)[0]
    assert (found.type, found.edtf, found.basis) == ("DURATION", edtf, basis)


def test_a_length_before_a_month_is_no_period_of_accounts() -> None:
    assert find("He waited two months to March.", WEDNESDAY)[0].edtf == ""


def test_a_compact_day_is_a_day_and_a_number_is_not() -> None:
    assert one("The list of 20240625 was lost.").edtf == "2024-06-25"
    assert find("See file_20240625.csv, no. 20240625 and 20241325.", WEDNESDAY) == []


def test_a_part_of_the_day_is_of_the_day_that_was_just_named() -> None:
    found = find("The court sat on Monday. In the afternoon it rose.", WEDNESDAY)
    assert [each.value for each in found] == ["2025-01-20", "2025-01-20TAF"]
    assert find("He drinks tea in the afternoon.", WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the week before last", "2025-W02"),
        ("in two weeks' time", "2025-W06"),
        ("at 10 a.m. ET on Friday", "2025-01-17T10:00"),
        ("back in the 70s", "197"),
        ("on the first Friday of July", "2024-07-05"),
        ("on the last Sunday in October 2023", "2023-10-29"),
        ("on the twenty-second of June 2024", "2024-06-22"),
        ("on Black Friday", "2024-11-29"),
        ("by Q3 results", "2024-Q3"),
        ("for three-and-a-half years", "P3Y6M"),
    ],
)
def test_further_ways_to_say_it(text: str, value: str) -> None:
    assert one(f"It was shut {text}.").value == value


@pytest.mark.parametrize(
    "text",
    [
        "She is in her late twenties.",
        "Expect highs in the 70s.",
        "It was the day before, last of all.",
    ],
)
def test_ages_and_temperatures_are_no_decades(text: str) -> None:
    assert not any(found.precision == "decade" for found in find(text, WEDNESDAY))


def test_the_next_day_is_counted_from_a_day_that_was_named_or_from_none() -> None:
    found = find("On Thursday the police used gas. The next day, the minister left.", WEDNESDAY)
    assert [each.value for each in found] == ["2025-01-16", "2025-01-17"]
    assert one("They found it the next day.").date_start is None
