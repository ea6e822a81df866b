"""Dates that the words beside them tell better: "three days earlier, on 2 May 2020", "the same month last year"."""

from datetime import date

import pytest

from ingest.extract.when import find

PUBLISHED = date(2025, 3, 12)


def intervals_of(text: str) -> list[str]:
    return [each.edtf for each in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Three days earlier, on 2 May 2020, a man had fled.", "2020-05-02"),
        ("That same day, 5 May 2020, a man fled.", "2020-05-05"),
        ("Two years later, in 2014, he left.", "2014"),
        ("A year earlier (2013) he had left.", "2013"),
    ],
)
def test_a_date_told_by_its_distance_is_the_one_written_out_beside_it(text: str, edtf: str) -> None:
    assert intervals_of(text) == [edtf, edtf]


def test_a_distance_from_a_date_before_it_stays_another_date() -> None:
    assert intervals_of("On 5 May 2020, three days later, in 2020, he left.")[:2] == [
        "2020-05-05",
        "2020-05-08",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From that day on, he kept silent.",
        "On the same day, a second man fled.",
        "Later that day he fled.",
    ],
)
def test_that_day_is_no_day_where_none_was_named(text: str) -> None:
    assert intervals_of(text) == [""]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("It is up 12% on the same month last year.", ["2024-03"]),
        ("In February it rose 5% from the same month a year earlier.", ["2025-02", "2024-02"]),
        ("On the same day in 2020, a man fled.", ["2020-03-12"]),
        ("On the same day last year he fled.", ["2024-03-12"]),
        ("In the same week last year he fled.", ["2024-03-11/2024-03-17"]),
    ],
)
def test_the_same_time_of_another_year_is_of_that_year(text: str, edtfs: list[str]) -> None:
    assert intervals_of(text) == edtfs


@pytest.mark.parametrize(
    "text",
    [
        "The deadline was extended from 31 January to 31 March.",
        "The talks were moved from 31 January to 31 March.",
        "The vote was brought forward from 31 January to 31 March.",
    ],
)
def test_what_is_moved_from_one_day_to_another_does_not_run_between_them(text: str) -> None:
    found = find(text, PUBLISHED)
    assert [(each.edtf, each.relation) for each in found] == [
        ("2025-01-31", "on"),
        ("2025-03-31", "on"),
    ]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("Sixty years ago on 7 March, they marched.", ["1965", "1965-03-07"]),
        ("Twenty years ago, in May, he left.", ["2005", "2005-05"]),
        ("In May 2020 he was tried. The next month he was freed.", ["2020-05", "2020-06"]),
        ("In March 2012 he was tried and in January the next year freed.", ["2012-03", "2013-01"]),
        ("The next month will be hard.", ["2025-04"]),
    ],
)
def test_what_went_on_from_a_time_just_told_is_counted_from_it(text: str, edtfs: list[str]) -> None:
    assert intervals_of(text) == edtfs


def test_levels_of_a_year_are_of_that_year() -> None:
    assert intervals_of("Emissions are 55% below 1990 levels.") == ["1990"]
    assert intervals_of("There are 1200 levels in the game.") == []


@pytest.mark.parametrize(
    "text",
    [
        "More than 2000 were hurt.",
        "Call 0161 496 2010 for help.",
        "Call +44 2079 460958 for help.",
        "Call 0161 2010 for help.",
    ],
)
def test_amounts_and_telephone_numbers_are_no_years(text: str) -> None:
    assert find(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The crash of '29 ruined him.", ["1929"]),
        ("Back in '22 he left.", ["2022"]),
        ("By '28 it ends.", ["2028"]),
        ("Due 31/12/40.", ["2040-12-31"]),
        ("Seen on 5 Mar 22.", ["2022-03-05"]),
        ("On 5 March 44 BC he died.", ["BC0044-03-05"]),
        ("On 24 August AD 79 it erupted.", ["0079-08-24"]),
        ("From the 5th to the 3rd century BC it grew.", ["BC04", "BC02"]),
        ("Net profit for Q1 FY26 was $5m.", ["2026-Q1"]),
    ],
)
def test_years_in_two_figures_and_of_other_eras_are_read(text: str, values: list[str]) -> None:
    assert [each.value for each in find(text, PUBLISHED)] == values


def test_half_of_the_year_is_half_of_it() -> None:
    assert intervals_of("In the second half of last year it rose.") == ["2024-41"]
    assert intervals_of("In the first half of the year it rose.") == ["2025-40"]


def test_a_season_of_a_passage_that_tells_of_the_past_is_of_its_year() -> None:
    text = "In the summer of 1941, the army advanced. By the autumn it stood before the city."
    assert intervals_of(text) == ["1941-22", "../1941-11-30"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The vote was put off until Saturday.", "../2025-03-15"),
        ("They have until Friday to leave.", "../2025-03-14"),
        ("Snow is forecast for Saturday.", "2025-03-15"),
        ("Starting Monday, all drivers must pay.", "2025-03-17/.."),
        ("Starting Monday, all drivers paid.", "2025-03-10/.."),
        ("Talks began in April.", "2024-04"),
        ("Talks begin in April.", "2025-04"),
        ("He died on March 20.", "2024-03-20"),
    ],
)
def test_what_is_put_off_begins_or_has_begun_tells_where_its_day_lies(text: str, edtf: str) -> None:
    assert intervals_of(text) == [edtf]


def test_a_day_told_again_is_of_the_year_just_written() -> None:
    assert intervals_of("He wrote on 2 October 2022 and again on 9 November.") == [
        "2022-10-02",
        "2022-11-09",
    ]
    assert intervals_of("He wrote on 2 October 2022 and again on 9 May.") == [
        "2022-10-02",
        "2023-05-09",
    ]


def test_that_night_is_not_the_night_of_a_publication_named_long_before() -> None:
    filler = "The owners wrote to the crew and to all who had sailed with them before. " * 5
    far = find(f"He spoke today. {filler}Nobody slept that night.", PUBLISHED)
    near = find("He spoke today. Nobody slept that night.", PUBLISHED)
    assert [each.edtf for each in far] == ["2025-03-12", ""]
    assert [each.edtf for each in near] == ["2025-03-12", "2025-03-12"]


@pytest.mark.parametrize(
    ("text", "edtf", "relation"),
    [
        ("The day after Christmas he spoke.", "2024-12-26", "on"),
        ("The day before the vote on 5 March he spoke.", "2025-03-04", "on"),
        ("The year before the 2024 vote he left.", "2023", "about"),
        ("The month after May 2020 he left.", "2020-06", "about"),
        ("Hours before the 5 March raid, he spoke.", "2025-03-05", "about"),
        ("The satellite image from Tuesday shows it.", "2025-03-11", "on"),
        ("Trains run from 5 March.", "2025-03-05/..", "since"),
        ("The Friday before the vote he left.", "", "on"),
        ("On Friday before the vote he left.", "2025-03-07", "on"),
    ],
)
def test_the_time_beside_another_is_not_left_open(text: str, edtf: str, relation: str) -> None:
    (found,) = find(text, PUBLISHED)
    assert (found.edtf, found.relation) == (edtf, relation)


def test_the_hours_from_one_time_of_day_to_another_are_on_their_day() -> None:
    found = find("From 2 a.m. until 4 a.m. on Monday, a fire burned.", PUBLISHED)
    assert {(each.edtf, each.relation) for each in found} == {("2025-03-10", "on")}


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("One Sunday in May he was jailed.", ["", "2024-05"]),
        ("Two years ago on Sunday he was jailed.", ["2023-03-09"]),
        ("At the turn of the year he was jailed.", []),
    ],
)
def test_one_sunday_is_no_sunday_of_these_weeks(text: str, edtfs: list[str]) -> None:
    assert intervals_of(text) == edtfs


def test_a_year_before_a_verb_is_no_title_of_a_play() -> None:
    assert intervals_of("The club, beaten in 2019, will play on.") == ["2019"]
    assert intervals_of("She read 1984, the novel, twice.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The film is shown in high definition (1920 x 1080).",
        "A screen of 2048 × 1536 was praised.",
        "They printed it at 1600 x 2000.",
    ],
)
def test_what_is_so_wide_and_so_high_is_no_year(text: str) -> None:
    assert not find(text, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was Easter Sunday (2004), and the family came.", "2004-04-11"),
        ("They signed it on Good Friday (1998).", "1998-04-10"),
    ],
)
def test_the_year_in_brackets_behind_a_holiday_is_its_year(text: str, edtf: str) -> None:
    assert intervals_of(text)[0] == edtf


def test_the_year_in_brackets_behind_a_winter_may_be_that_of_its_end() -> None:
    text = "Few were delivered until this past winter (2025)."
    assert intervals_of(text)[0] == "../2025-02-28"


@pytest.mark.parametrize(
    "text", ["I moved there in 2014 or so.", "They closed the mill in 1998 or thereabouts."]
)
def test_a_year_or_so_is_about_that_year(text: str) -> None:
    assert [each.relation for each in find(text, PUBLISHED)] == ["about"]


def test_a_year_and_what_else_may_be_so_is_that_year() -> None:
    assert find("It closed in 2014 or 2015.", PUBLISHED)[0].relation == "on"


def test_a_time_right_after_a_day_is_of_it_and_not_of_the_part_of_another() -> None:
    text = "He was charged on Tuesday morning. He appears in court on Thursday at 10 a.m."
    assert find(text, PUBLISHED)[-1].value == "2025-03-13T10:00"


def test_the_end_of_the_month_is_of_the_month_that_was_told() -> None:
    text = "It was found on 12 January. By the end of the month there were 300."
    assert intervals_of(text) == ["2025-01-12", "../2025-01"]
    assert intervals_of("It was found on 12 January. It will close by the end of the month.")[
        1
    ] == ("../2025-03")


def test_what_has_been_since_a_month_has_been_up_to_now() -> None:
    text = "The firm was founded in 1998 and sold in 2016. Its shares halved in 2023. They have doubled since January."
    assert intervals_of(text)[-1] == "2025-01/.."


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The firm made a profit in the three months to September.", "2024-07-01/2024-09-30"),
        ("Sales fell in the year ended June 30.", "2023-07-01/2024-06-30"),
        ("Prices rose 3% in the 12 months to the end of June.", "2023-07-01/2024-06-30"),
        ("Sales rose in the last three months to September.", "2024-07-01/2024-09-30"),
        ("In the year to 5 April 2019 they lost three boats.", "2018-04-06/2019-04-05"),
    ],
)
def test_the_last_day_of_a_period_of_accounts_tells_all_of_it(text: str, edtf: str) -> None:
    assert intervals_of(text) == [edtf, edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He waited two months to March 2023.", "2023-03"),
        ("The strike of three months ended on 30 June 2023.", "2023-06-30"),
        ("The year ended on 31 December 2023 with a storm.", "2023-12-31"),
        ("They have a year to March 2026 to comply.", "2026-03"),
    ],
)
def test_a_day_on_which_a_time_ended_is_that_day(text: str, edtf: str) -> None:
    assert intervals_of(text)[-1] == edtf
