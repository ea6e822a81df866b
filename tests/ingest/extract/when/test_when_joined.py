"""Two years, months or days that are written as one: "2010-11", "1993/94", "13/14 February", "May/June"."""

from datetime import date

import pytest

from ingest.extract.when import find

PUBLISHED = date(2025, 3, 12)


def intervals_of(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.edtf) for each in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2010-11 the club won the league.", "2010/2011"),
        ("The 2008-09 crisis cost jobs.", "2008/2009"),
        ("In 1999-00 the club won the cup.", "1999/2000"),
        ("In 2007/8 the mill shut.", "2007/2008"),
        ("In 2007-8 the mill shut.", "2007/2008"),
        ("Sometime in 1993/94 the choir split.", "1993/1994"),
        ("The game was sold in 1988/1989.", "1988/1989"),
        ("The 1988-1989 strikes ended.", "1988/1989"),
        ("Figures of 2011-12 are below.", "2011/2012"),
        ("In FY 2010-11 sales rose.", "2010/2011"),
        ("FY2023/24 revenue rose.", "2023/2024"),
        ("In the 2023/24 financial year it fell.", "2023/2024"),
        ("In May/June 2012 the country voted twice.", "2012-05/2012-06"),
        ("In December/January 2011 snow fell.", "2010-12/2011-01"),
        ("In the summer/autumn of 2022 it began.", "2022-06-01/2022-11-30"),
        ("It burned on the night of 13/14 February 1945.", "1945-02-13/1945-02-14"),
        ("They crossed during the night of 27/28 May.", "2024-05-27/2024-05-28"),
        ("They landed on the night of 31 May/1 June 2010.", "2010-05-31/2010-06-01"),
        ("They came on the night of July 16/17, 1942.", "1942-07-16/1942-07-17"),
        ("They came on the night of Nov. 9/10, 1938.", "1938-11-09/1938-11-10"),
    ],
)
def test_both_parts_of_a_time_written_as_one_carry_the_whole(text: str, edtf: str) -> None:
    assert [whole for _, whole in intervals_of(text)] == [edtf, edtf]


@pytest.mark.parametrize(
    "text",
    [
        "The 2010-11 winter was cold.",
        "The winter of 2010-11 was cold.",
        "The winter of 2010-2011 was cold.",
        "The winter of 2010/11 was cold.",
    ],
)
def test_a_winter_of_two_years_is_one_winter(text: str) -> None:
    assert [whole for _, whole in intervals_of(text)] == ["2010-24"]


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose in Q4 2023-24.",
        "Profit rose in Q4 of 2023/24.",
        "Profit rose in the fourth quarter of 2023-2024.",
    ],
)
def test_a_quarter_of_a_year_that_is_no_calendar_year_lies_in_one_of_both(text: str) -> None:
    assert [whole for _, whole in intervals_of(text)] == ["2023/2024"]


def test_years_before_christ_are_joined_by_a_slash() -> None:
    found = find("The army came in 480/479 BC.", None)
    assert [each.value for each in found] == ["BC0480", "BC0479"]


@pytest.mark.parametrize(
    "text",
    [
        "It runs on Server 2016/2019 and later.",
        "See /2014/15/ and 2014/15/03 for the files.",
        "It needs a 1200/14.4k modem.",
        "It cost 5/6 of the price, with 24/7 support, see page 13/14.",
        "The file is 2016/11.",
    ],
)
def test_a_slash_between_other_figures_joins_no_years_and_no_days(text: str) -> None:
    assert intervals_of(text) == []


def test_a_number_before_a_slash_does_not_lose_the_year_behind_it() -> None:
    assert intervals_of("Due 06/06, 2015.") == [("2015", "2015")]
    assert intervals_of("Due 2015-3.") == [("2015", "2015")]


def test_where_months_are_written_in_figures_two_years_are_not_read_into_one() -> None:
    assert intervals_of("Posted in 2010-11, changed in 2010-03.") == [("2010-03", "2010-03")]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("In April, May and June 2012 they voted.", ["2012-04", "2012-05", "2012-06"]),
        (
            "On 3 April, 5 May and 7 June 2012 they voted.",
            ["2012-04-03", "2012-05-05", "2012-06-07"],
        ),
        ("Snow fell in December and January 2012.", ["2011-12", "2012-01"]),
        ("Snow fell from December to February 2012.", ["2011-12/2012-02"] * 2),
        ("Snow fell in January and February 2012.", ["2012-01", "2012-02"]),
    ],
)
def test_the_year_behind_several_months_is_that_of_the_last_and_turns_before_it(
    text: str, edtfs: list[str]
) -> None:
    assert [whole for _, whole in intervals_of(text)] == edtfs


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At 00:41 am on 4 June 2009 he wrote.", "2009-06-04T00:41"),
        ("At 0:46 a.m. on 8 July 2009 the earth shook.", "2009-07-08T00:46"),
        ("At 15:37 p.m. on 5 May 2010 it sank.", "2010-05-05T15:37"),
        ("The fire broke out at 00:30 AM on Tuesday.", "2025-03-11T00:30"),
    ],
)
def test_a_time_of_day_that_needs_no_half_of_the_day_keeps_its_day(text: str, value: str) -> None:
    assert [each.value for each in find(text, PUBLISHED)] == [value]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("On January 5th and 6th, 2021, they met.", ["2021-01-05", "2021-01-06"]),
        ("On January 5, 6 and 7, 2021, they met.", ["2021-01-05"]),
        ("On 5 & 6 January 2021 they met.", ["2021-01-05", "2021-01-06"]),
        ("It is due between August 14th and 15th.", ["2025-08-14/2025-08-15"] * 2),
    ],
)
def test_the_year_behind_several_days_is_that_of_the_first(text: str, edtfs: list[str]) -> None:
    assert [whole for _, whole in intervals_of(text)] == edtfs
