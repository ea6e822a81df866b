"""One expression at a time: words, publication day, TIMEX3 value."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import find

WEDNESDAY = date(2025, 1, 22)


def values(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [expression.value for expression in find(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On June 25 2024 it rained.", "2024-06-25"),
        ("On the 25th of June, 2024, it rained.", "2024-06-25"),
        ("On Tuesday, 25 June 2024 it rained.", "2024-06-25"),
        ("Dated 2024-06-25 and signed.", "2024-06-25"),
        ("Dated 25-Jun-2024 and signed.", "2024-06-25"),
        ("On Feb. 24th 2022 it began.", "2022-02-24"),
        ("At 2024-06-25T10:30:00Z it began.", "2024-06-25T10:30:00"),
        ("At 10:35 a.m. on June 25, 2024 it began.", "2024-06-25T10:35"),
        ("At 8.30pm yesterday it began.", "2025-01-21T20:30"),
        ("At noon on Monday it began.", "2025-01-20T12:00"),
        ("It began at 0735 GMT.", "2025-01-22T07:35"),
        ("It began in April 2024.", "2024-04"),
        ("It began in April of last year.", "2024-04"),
        ("It began in mid-March 2023.", "2023-03"),
        ("It began in the summer of 2024.", "2024-SU"),
        ("It began in the winter of 2023.", "2023-WI"),
        ("It began last spring.", "2024-SP"),
        ("Sales rose in the third quarter of 2023.", "2023-Q3"),
        ("Sales rose in Q3 2023.", "2023-Q3"),
        ("Sales rose in the first half of 2023.", "2023-H1"),
        ("It was built in 1994.", "1994"),
        ("It was built in nineteen ninety-four.", "1994"),
        ("It was built in the late 1990s.", "199"),
        ("It was built in the nineties.", "199"),
        ("It was built in the 18th century.", "17"),
        ("It was built in 44 BC.", "BC0044"),
        ("It was built in the 5th century BC.", "BC04"),
        ("It began in the twenty - first century.", "20"),
        ("He came twenty - five years ago.", "2000"),
        ("He stayed two - three months.", "P2M"),
        ("He stayed for two and half years.", "P2Y6M"),
        ("It was built around March 1981.", "1981-03"),
        ("It was built circa 1300.", "1300"),
        ("He came yesterday.", "2025-01-21"),
        ("He came the day before yesterday.", "2025-01-20"),
        ("He comes tomorrow morning.", "2025-01-23TMO"),
        ("He came last night.", "2025-01-21TNI"),
        ("He came last week.", "2025-W03"),
        ("He comes next month.", "2025-02"),
        ("He came a decade ago.", "2015"),
        ("He came two weeks ago.", "2025-W02"),
        ("He stayed for two and a half years.", "P2Y6M"),
        ("He stayed for half an hour.", "PT30M"),
        ("He stayed for several weeks.", "PXW"),
        ("He stayed for twenty-six months.", "P26M"),
        ("He comes every Monday.", "XXXX-WXX-1"),
        ("He comes twice a week.", "P1W"),
        ("He comes daily.", "P1D"),
        ("He is there now.", "PRESENT_REF"),
        ("He came recently.", "PAST_REF"),
        ("He will come in the near future.", "FUTURE_REF"),
        ("He came on Christmas Day 2023.", "2023-12-25"),
        ("He came on Easter Monday 2024.", "2024-04-01"),
        ("He came after 9/11.", "2001-09-11"),
        ("He came on Thanksgiving.", "2024-11-28"),
        ("In the week of June 3, 2024 he came.", "2024-W23"),
        ("He came over the weekend.", "2025-W03-WE"),
    ],
)
def test_an_expression_has_its_timex3_value(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister said on Tuesday that it was over.", "2025-01-21"),
        ("The two sides will meet on Friday.", "2025-01-24"),
        ("Talks are due to resume on Monday.", "2025-01-27"),
        ("On Monday the talks broke up.", "2025-01-20"),
        ("He spoke on Wednesday.", "2025-01-22"),
        ("He must answer by Friday.", "2025-01-24"),
        ("Elections are expected on 2 March.", "2025-03-02"),
        ("He was born on 2 March.", "2024-03-02"),
        ("The dividend will be paid on December 15.", "2025-12-15"),
        ("A dividend due to be paid on 27 July was discussed.", "2025-07-27"),
        ("The permit had been due to expire on Friday.", "2025-01-17"),
        ("Shares fell from the record high set on 6 August.", "2024-08-06"),
        ("The assault began, as previously planned, on Saturday.", "2025-01-18"),
        ("The slick could reach the coast on Friday.", "2025-01-24"),
        ("Neither of them could be found on Friday.", "2025-01-17"),
        ("The work should be done by Saturday.", "2025-01-25"),
        ("A committee is meeting on Thursday.", "2025-01-23"),
        ("A series of hearings start on Thursday.", "2025-01-23"),
        ("He told the shops to close beginning Friday.", "2025-01-24"),
        ("The well may be back soon, but on Friday the flow stopped.", "2025-01-17"),
        ("The dam burst. 350 birds were brought in since Wednesday.", "2025-01-15"),
    ],
)
def test_a_day_lies_ahead_or_behind_as_the_words_around_tell(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The rig blew up on 20 April. Two tugs left on 2 March. The price rose from its close on 20 April.",
            "2024-04-20",
        ),
        ("The Sept. 11 attacks", "2001-09-11"),
        (
            "The plant opened on 3 March 2024. "
            + "It makes paper and glue. " * 30
            + "It lost more than a day earlier.",
            "2025-01-21",
        ),
    ],
)
def test_the_text_itself_may_say_which_day_it_is(text: str, day: str) -> None:
    assert values(text)[-1] == day


def test_two_weekdays_of_nights_repeat() -> None:
    assert values("Flights leave on Monday and Tuesday nights.") == [
        "XXXX-WXX-1TNI",
        "XXXX-WXX-2TNI",
    ]


def test_one_day_that_will_come_is_no_length() -> None:
    assert values("They will one day return.") == ["FUTURE_REF"]
    assert values("It lasted one day.") == ["P1D"]


def test_a_weekday_chooses_the_year_of_a_day_that_names_none() -> None:
    assert values("It was Monday, 3 June.") == ["2024-06-03"]


def test_a_29_february_without_a_year_is_of_a_leap_year() -> None:
    assert values("It was signed on 29 February.") == ["2024-02-29"]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early 2022", "START"),
        ("mid-2022", "MID"),
        ("the end of 2022", "END"),
        ("almost two weeks", "LESS_THAN"),
        ("more than two weeks", "MORE_THAN"),
        ("at least two weeks", "EQUAL_OR_MORE"),
        ("up to ten days", "EQUAL_OR_LESS"),
    ],
)
def test_a_modifier_is_kept(text: str, mod: str) -> None:
    [expression] = find(f"It was {text}.", WEDNESDAY)
    assert (expression.text, expression.mod) == (text, mod)


@pytest.mark.parametrize(
    "text",
    [
        "Unit 29155 fought.",
        "There were 600,000 soldiers.",
        "They have 31 Abrams tanks.",
        "The 93rd Brigade lost 2,014 men.",
        "Flight 1984 was late.",
        "It cost $1,990 and then 1990 dollars.",
        "He may march and they may not.",
        "Theresa May spoke.",
        "The Sun wrote it.",
        "They won 3-2.",
        "Psalm 23:4 is short.",
        "Call 555-1994.",
        "See https://example.org/2024/05/06/a.",
        "Version 2.10.2023 is out.",
        "The fall of the city followed.",
        "It was the second attack.",
        "He read 1984, the novel.",
        "The 6-year-old boy spoke.",
        "Write to 1200 Main Street.",
        "Thus it ended.",
        "Jan Novak sang.",
        "The Daily Mirror wrote it.",
        'He was on "This Week" with his wife.',
        "He reads USA Today.",
        "She is Journalist of the Year.",
        "The Sunday Times wrote it, and Saturday Night Live mocked it.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert find(text, WEDNESDAY) == []


def test_a_line_break_is_a_space_and_a_paragraph_is_an_end() -> None:
    assert values("It began in June\n2024.") == ["2024-06"]
    assert values("It began in June\n\n2024 was wet.") == ["2024-06", "2024"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They gave up on May 4 and 5 were told to go.", ["May 4", "5"]),
        ("On May 4 and 5 people were told to go.", ["May 4"]),
        (
            "They trained in the spring and early summer of 1943.",
            ["the spring", "early summer of 1943"],
        ),
        ("A book about 1968 came out.", ["1968"]),
        ("It broke out around 3 May 2020.", ["around 3 May 2020"]),
        ("Not that long ago it was a field.", ["Not that long ago"]),
    ],
)
def test_an_expression_has_its_words_and_no_others(text: str, found: list[str]) -> None:
    assert [each.text for each in find(text, WEDNESDAY)] == found


def test_the_first_of_two_seasons_is_of_the_year_of_the_second() -> None:
    assert values("They trained in the spring and early summer of 1943.") == ["1943-SP", "1943-SU"]
