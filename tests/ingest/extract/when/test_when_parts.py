"""Parts of a time, days before it, and hours of it: "the first six months of 2024", "as of Friday", "from 9 to 5 on 3 May"."""

from datetime import date

import pytest

from ingest.extract.when import find

PUBLISHED = date(2025, 3, 12)


def dated(text: str) -> list[tuple[str, str]]:
    return [(each.edtf, each.relation) for each in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In the first six months of 2024 exports fell.", "2024-01/2024-06"),
        ("In the last three months of 2023 exports fell.", "2023-10/2023-12"),
        ("During the first two weeks of March 2022 they left.", "2022-03-01/2022-03-14"),
        ("The first 10 days of June were dry.", "2024-06-01/2024-06-10"),
        ("In the final three days of 2023 it rose.", "2023-12-29/2023-12-31"),
        ("In the first two months of last year it rose.", "2024-01/2024-02"),
        ("In the last five years of the 1990s it rose.", "1995/1999"),
    ],
)
def test_the_first_or_last_part_of_a_time_has_the_interval_of_that_part(
    text: str, edtf: str
) -> None:
    assert dated(text) == [(edtf, "on")] * 2


def test_a_bound_before_a_part_bounds_the_part() -> None:
    assert dated("Since the last three months of 2008 it rose.") == [("2008-10-01/..", "since")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "In the first thirteen months of 2024 it rose.",
        "In the past three months of 2024 it rose.",
        "The first two years of 2024 and later were hard.",
    ],
)
def test_what_is_no_part_of_a_time_leaves_it_whole(text: str) -> None:
    assert ("2024", "on") in dated(text)


@pytest.mark.parametrize(
    ("text", "edtf", "relation"),
    [
        ("As of Friday, 26,000 claims had been filed.", "2025-03-07", "on"),
        ("Some 300 were missing as of 12 June 2023.", "2023-06-12", "on"),
        ("As of 1 July 2025, smoking will be banned.", "2025-07-01/..", "since"),
        ("The rule is effective as of 1 July 2025.", "2025-07-01/..", "since"),
        ("On the eve of the 5 May vote he left.", "2024-05-04", "on"),
        ("On the eve of 24 February 2022 he left.", "2022-02-23", "on"),
    ],
)
def test_as_of_counts_up_to_a_day_and_the_eve_is_the_day_before(
    text: str, edtf: str, relation: str
) -> None:
    assert dated(text) == [(edtf, relation)]


@pytest.mark.parametrize(
    "text",
    [
        "Over the weekend of 5/6 August 2023 drones struck.",
        "Over the weekend of 5-6 August 2023 drones struck.",
        "Over the weekend of August 5-6, 2023 drones struck.",
        "Over the weekend of 5 August 2023 drones struck.",
        "Over the weekend of August 5, 2023 drones struck.",
    ],
)
def test_the_weekend_of_a_day_is_not_the_last_one(text: str) -> None:
    assert find(text, PUBLISHED)[0].edtf == "2023-08-05/2023-08-06"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He fled the Monday before last.", "2025-03-03"),
        ("He leaves the Saturday after next.", "2025-03-22"),
        ("He fled the weekend before last.", "2025-03-01/2025-03-02"),
    ],
)
def test_before_last_and_after_next_are_a_week_farther(text: str, edtf: str) -> None:
    assert dated(text) == [(edtf, "on")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From 9am to 5pm on 3 May 2024 polls were open.", ["2024-05-03T09:00", "2024-05-03T17:00"]),
        ("Polls were open from 9 a.m. to 5 p.m. on Friday.", ["2025-03-07T09:00", "2025-03-07T17:00"]),
        ("Between 2 am and 3 am on 27 May, they met.", ["2024-05-27T02:00", "2024-05-27T03:00"]),
        ("It ran from 3 p.m. to 8 a.m. on Monday.", ["2025-03-09T15:00", "2025-03-10T08:00"]),
    ],
)  # fmt: skip
def test_the_day_behind_the_second_time_of_day_is_that_of_the_first(
    text: str, values: list[str]
) -> None:
    found = find(text, PUBLISHED)
    assert [each.value for each in found] == values
    assert {each.relation for each in found} == {"on"}


def test_the_day_that_opens_the_next_line_is_not_that_of_hours_before_it() -> None:
    found = find("3 May 2024 from 9 a.m. to 5 p.m.\n4 May 2024 from 10 a.m.", PUBLISHED)
    assert found[1].value == "2024-05-03T09:00"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("06-JUN-19 saw the launch.", "2019-06-06"),
        ("2018 June 6 saw the launch.", "2018-06-06"),
        ("In Q1'24 exports fell.", "2024-33"),
        (
            "Done at Paris this twelfth day of August one thousand nine hundred and forty-nine.",
            "1949-08-12",
        ),
        ("Done at Oslo, the third day of May, two thousand and four.", "2004-05-03"),
        ("It was built ca. 1300.", "1300"),
    ],
)
def test_years_written_in_other_ways_are_not_replaced_by_this_one(text: str, edtf: str) -> None:
    assert [each.edtf for each in find(text, PUBLISHED)] == [edtf]


def test_each_of_several_numbered_days_and_centuries_is_read() -> None:
    assert dated("They met on 3rd-4th May 2021.") == [("2021-05-03/2021-05-04", "on")] * 2
    assert [edtf for edtf, _ in dated("They met on the 1st, 2nd and 5th of June 2020.")] == [
        "2020-06-01",
        "2020-06-02",
        "2020-06-05",
    ]
    assert [edtf for edtf, _ in dated("In the 16th and 17th centuries it grew.")] == [
        "15XX",
        "16XX",
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In the third quarter of the 19th century it grew.", "1850/1874"),
        ("In the first half of the twentieth century it grew.", "1900/1949"),
        ("In the last third of the 18th century it grew.", "1766/1799"),
    ],
)
def test_a_part_of_a_century_is_no_quarter_of_this_year(text: str, edtf: str) -> None:
    assert dated(text) == [(edtf, "on")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They were held overnight on Saturday.", "2025-03-08TNI"),
        ("They were held overnight Saturday.", "2025-03-08TNI"),
        ("They were held overnight from Saturday to Sunday.", "2025-03-08TNI"),
        ("The strike came overnight into Sunday.", "2025-03-08TNI"),
        ("Overnight on 11 February 2023, two planes flew.", "2023-02-11TNI"),
        ("Shares fell overnight.", "2025-03-12TNI"),
    ],
)
def test_overnight_is_of_the_day_that_is_named_beside_it(text: str, value: str) -> None:
    assert find(text, PUBLISHED)[0].value == value


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In the last 24 hours 12 were killed.", "2025-03-11/2025-03-12"),
        ("Over the past 48 hours 12 were killed.", "2025-03-10/2025-03-12"),
        ("In the next 24 hours it will rain.", "2025-03-12/2025-03-13"),
        ("In the past two hours 12 were killed.", ""),
    ],
)
def test_the_last_24_hours_reach_back_into_the_day_before(text: str, edtf: str) -> None:
    assert [each.edtf for each in find(text, PUBLISHED)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "In the next 24 hours, 250 readers came.",
        "The shifts last 12 hours.",
        "Most batteries last two years.",
    ],
)
def test_a_length_that_is_not_counted_from_publication_has_no_dates(text: str) -> None:
    assert [each.edtf for each in find(text, PUBLISHED)] == [""]
