"""Days told by counting: anniversaries, weekdays of other weeks, repetitions, the weeks of a Sunday paper."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import TimeExpression, find

#: A Wednesday.
PUBLISHED = date(2024, 6, 26)
SUNDAY = date(2024, 6, 30)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


def only(text: str, published: date | None = PUBLISHED) -> TimeExpression:
    (found,) = find(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Ten years ago today the dam broke.", "2014-06-26", "2014-06-26"),
        ("A week ago today the dam broke.", "2024-06-19", "2024-06-19"),
        ("Two years ago this month the dam broke.", "2022-06", "2022-06"),
        ("Fifty years ago this summer the dam broke.", "1974-SU", "1974-22"),
        ("The dam broke a year ago Sunday.", "2023-06-23", "2023-06-23"),
        ("The dam broke 20 years ago tomorrow.", "2004-06-27", "2004-06-27"),
    ],
)
def test_an_anniversary_is_told_to_the_day(text: str, value: str, edtf: str) -> None:
    found = only(text)
    assert (found.value, found.edtf, found.relation) == (value, edtf, "on")


@pytest.mark.parametrize("published", [None, date(1, 1, 2)])
def test_an_anniversary_that_cannot_be_counted_is_in_the_past(published: date | None) -> None:
    assert values("Ten years ago today the dam broke.", published) == ["PAST_REF"]


def test_a_distance_between_two_counts_reaches_from_one_to_the_other() -> None:
    found = only("The dam broke two or three weeks ago.")
    assert (found.value, found.mod, found.relation) == ("2024-W24", "APPROX", "about")
    assert (found.date_start, found.date_end) == (date(2024, 6, 3), date(2024, 6, 16))
    assert values("The dam broke 9 to 10 days ago.") == ["2024-06-17"]
    assert values("It took two or three weeks.") == ["P2W"]
    assert values("The dam broke 2 to 3 hours later.") == ["PT2H"]


def test_whose_today_follows_ago_is_no_anniversary() -> None:
    assert values("Three years ago today's mayor was a clerk.")[0] == "2021"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke two Sundays ago.", "2024-06-16"),
        ("One Wednesday ago. Three Wednesdays ago the dam broke.", "2024-06-05"),
        ("He said last week on Friday that it had.", "2024-06-21"),
        ("The vote will be on Monday of next week.", "2024-07-01"),
        ("It broke on May 3. They came on Monday of the following week.", "2024-05-06"),
    ],
)
def test_a_weekday_of_another_week_is_counted(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    "text",
    [
        "Since Bloody Sunday the town has changed.",
        "Investors remember Black Monday well.",
        "He won on Super Tuesday by far.",
        "They fast on the second Sunday of Lent.",
        "It met on the first Monday after the flood.",
        "Figures come on the last Tuesday of the month.",
    ],
)
def test_a_weekday_with_a_name_or_of_an_unknown_row_is_no_day_of_this_week(text: str) -> None:
    assert values(text) in ([], ["2024-06"])


def test_a_second_friday_of_protests_is_a_friday() -> None:
    assert values("For a second Friday they marched.") == ["2024-06-21"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every other day.", "P2D"),
        ("They meet every third week.", "P3W"),
        ("They meet every Jan. 15 at the dam.", "XXXX-01-15"),
        ("They meet three days a week.", "P1W"),
        ("The pumps run 24 hours a day.", "P1D"),
        ("Masses are held on Thursdays.", "XXXX-WXX-4"),
        ("Sunday mornings are quiet.", "XXXX-WXX-7TMO"),
    ],
)
def test_what_recurs_is_a_set(text: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.value) == ("SET", value)


def test_a_length_before_a_distance_is_no_rate() -> None:
    assert values("They lost 400 men in four days a month before.") == ["P4D", "2024-05"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The dam broke in the last week of 2015.", date(2015, 12, 25), date(2015, 12, 31)),
        ("It froze in the first week of 2014.", date(2014, 1, 1), date(2014, 1, 7)),
    ],
)
def test_a_week_at_an_end_of_a_year_is_there(text: str, start: date, end: date) -> None:
    found = only(text)
    assert (found.value, found.date_start, found.date_end) == ("P1W", start, end)


def test_a_year_before_its_month_dates_it() -> None:
    assert values("In 2017 April was wet.") == ["2017-04"]


def test_the_year_to_date_is_this_year() -> None:
    assert values("Sales fell in the year to date.") == ["2024"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The dam broke last week.", date(2024, 6, 24)),
        ("Markets will open again this week.", date(2024, 7, 1)),
        ("The dam broke this week.", date(2024, 6, 24)),
        ("The pumps will arrive next week.", date(2024, 7, 1)),
        ("The dam broke the week before last.", date(2024, 6, 17)),
    ],
)
def test_on_a_sunday_the_week_that_ends_is_the_last_one(text: str, first: date) -> None:
    assert only(text, SUNDAY).date_start == first


def test_the_tuesday_of_last_week_is_of_the_week_that_a_sunday_ends() -> None:
    assert values("As of Tuesday last week it had paid.", SUNDAY) == ["2024-06-25"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He managed to leave by Thursday.", "2024-06-20"),
        ("Rebels had taken the town by Thursday.", "2024-06-20"),
        ("They failed to meet on Friday.", "2024-06-21"),
        ("The flood caused the work to be stopped on Friday.", "2024-06-21"),
        ("They had been told to leave by Friday.", "2024-06-28"),
        ("He will be able to leave by Friday.", "2024-06-28"),
        ("He plans to meet them on Friday.", "2024-06-28"),
    ],
)
def test_what_was_managed_or_caused_has_been(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The hearing is next Thursday.", "2024-07-04"),
        ("The hearing is next Friday.", "2024-07-05"),
        ("The hearing is next Sunday.", "2024-06-30"),
        ("The dam broke last Tuesday.", "2024-06-18"),
        ("The dam broke last Monday.", "2024-06-24"),
    ],
)
def test_next_and_last_weekdays_are_neither_tomorrow_nor_yesterday(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1953 a flood came. " + "The walls held well. " * 12 + "It ends late in the year.", "1953 2024"),
        ("It was built in 2019 and will be sold by the end of the year.", "2019 2024"),
        ("The dam broke in 1953. At the end of the year it was mended.", "1953 1953"),
        ("It broke at the start of the year 2000.", "2000"),
        ("There will be no third quarter dividends this year.", "2024-Q3 2024"),
        ("Little growth is seen in the fourth quarter of the year.", "2024-Q4 2024"),
    ],
)  # fmt: skip
def test_the_year_of_a_report_is_its_own_unless_it_has_just_named_another(
    text: str, years: str
) -> None:
    assert " ".join(values(text)) == years


@pytest.mark.parametrize(
    "text",
    [
        "They scored twice in the second half and won.",
        "He left the field early in the second half.",
        "An early spring was foretold.",
        "They foresaw a cold, early winter.",
        "Shares closed lower in a late fall on the exchange.",
    ],
)
def test_halves_of_games_and_seasons_of_no_year_are_no_dates(text: str) -> None:
    assert values(text) == []
