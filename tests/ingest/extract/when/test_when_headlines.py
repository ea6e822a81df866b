"""Headlines: what they say of what is to come, their capitals, and the names in them that only look like times."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import find

#: A Tuesday.
PUBLISHED = date(2022, 1, 18)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Watchdog to give detailed proposals in March", "2022-03"),
        ("City to ban the sale, import of old stoves from December", "2022-12"),
        ("Ombudsman to restart search for a chair in the autumn", "2022-FA"),
        ("New fees will hit fresh tomatoes imported from Mexico in May unless a deal is reached.", "2022-05"),
        ("The new charge, starting in July, is steep.", "2022-07"),
        ("Moon show: March 30 release date revealed", "2022-03-30"),
        ("Bank to cut jobs, it said in June", "2021-06"),
        ("His refusal to sell in June was wrong.", "2021-06"),
        ("Bank to cut jobs in June, it said", "2022-06"),
        ("Readiness to pay a price is high, a June poll shows", "2021-06"),
    ],
)  # fmt: skip
def test_a_headline_without_a_finite_verb_tells_of_what_is_to_come(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Rates May Fall This Far, Bank Says",
        "Voters Who May Be Wrong",
        "We May Soon Find Out",
        "Storms may come",
        "March planned for the square to protest the law",
        "City Pride March returns after a pause",
        "The Tonight Show has a new host",
        "He told USA TODAY so",
        "Heroes of Tomorrow has been dropped",
        "The League Sells Its Sunday Ticket",
        "Suspect in Town Christmas Parade named",
        "A Christmas party made them ill",
        "Ahead of Holocaust Remembrance Day, a book was banned",
        "The bank kept its overnight lending rate",
        "The state will not collapse overnight",
        "They saw the chancellor's last full day",
        "They gave 232 PT-91 tanks",
    ],
)
def test_names_and_verbs_of_headlines_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May Rates Fell", "2021-05"),
        ("Rates fell May through July", "2021-05"),
        ("March was cold", "2021-03"),
        ("Black Friday shopping fell", "2021-11-26"),
        ("The overnight attack killed three", "2022-01-18TNI"),
    ],
)
def test_months_and_days_that_look_like_those_are_times(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Jan. 6 committee met.", "2021-01-06"),
        ("The Sept. 11 attacks changed the city.", "2001-09-11"),
        ("He was hurt in the July 7 bombings.", "2005-07-07"),
        ("We agree that Jan. 6 was a bad day.", "2022-01-06"),
        ("The Oct. 7 attack closed the road.", "2021-10-07"),
    ],
)
def test_a_day_known_by_its_date_has_its_year_once_it_has_been(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_attack_of_a_known_october_is_dated_by_the_year_it_was() -> None:
    assert values("It fell after the October 7 attack by Hamas.", date(2025, 6, 21)) == [
        "2023-10-07"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She was born in the 1800s.", "18"),
        ("It began in the 1980s.", "198"),
        ("It began in the 2000s.", "200"),
        ("Fifteen centuries ago it was wet.", "05"),
        ("A century ago it was wet.", "1922"),
        ("It was dug 1,200 years ago.", "08"),
        ("It was dug 300 years ago.", "1722"),
        ("A third paid a bribe in the last year.", "P1Y"),
        ("It rose over the last week.", "P1W"),
        ("It slowed following two years of growth.", "P2Y"),
        ("They have met eight times since last December.", "2021-12"),
        ("They have met eight times since last October.", "2021-10"),
        ("Output rose in H1-2021.", "2021-H1"),
        ("This Independence Day we Americans are free.", "2022-07-04"),
    ],
)
def test_lengths_and_ages_are_as_coarse_as_they_are_told(text: str, value: str) -> None:
    assert values(text) == [value]


def test_said_in_july_last_june_is_of_the_year_before() -> None:
    assert values("They have met eight times since last June.", date(2025, 7, 24)) == ["2024-06"]
    assert values("They have met eight times since last May.", date(2025, 7, 24)) == ["2025-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The car may come to China around March.", "2022-03"),
        ("Warning of a fresh rise of bills in April", "2022-04"),
        ("He urged them to vote in April's elections.", "2022-04"),
        ("Fed chair is keeping his options open for the March meeting", "2022-03"),
        (
            "Economists will be watching Friday's report closely to see if it continued.",
            "2022-01-21",
        ),
        ("Economists were shocked by Friday's report.", "2022-01-14"),
        ('It was supposed to be "fully working" by the end of December.', "2021-12"),
        ("The service is shutting down in March.", "2022-03"),
        ("The long-awaited show coming to the channel April 22.", "2022-04-22"),
        ("The Last Ship premieres March 9", "2022-03-09"),
        ("They gave it a March 1 deadline that was missed.", "2022-03-01"),
        ("Wheat for March delivery closed lower.", "2022-03"),
        ("The dam had fed a spill in December.", "2021-12"),
        ("He would take over as chief executive on December 1.", "2021-12-01"),
        ("He will take over as chief executive on December 1.", "2022-12-01"),
        ("Through October, the loss was small.", "2021-10"),
        ("It was told how bad it might get: “In early October, two men came.”", "2021-10"),
    ],
)
def test_a_date_without_a_year_lies_where_its_clause_and_nearness_put_it(
    text: str, value: str
) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "May God be with them.",
        "May you live long.",
        "James May admits it.",
        "SOME MAY THINK SO",
        "He jokes—and May Be the Next President",
        "The actor June Brown dies",
        "He hit his second century at the ground",
    ],
)
def test_wishes_and_names_are_no_month(text: str) -> None:
    assert values(text) == []


def test_entries_of_a_timeline_are_not_dated_by_the_verb_before_them() -> None:
    text = "It would help all. 28 April: Guard fears the worst 8 May: Dome fails 15 July: Cap holds"
    assert values(text, date(2010, 9, 8)) == ["2010-04-28", "2010-05-08", "2010-07-15"]


def test_a_day_with_its_weekday_near_publication_is_of_its_year() -> None:
    text = "The well blew out in June 1979. Listen on Monday 14 June."
    assert values(text, date(2010, 6, 14))[-1] == "2010-06-14"


def test_what_is_from_a_week_that_has_been_does_not_begin_then() -> None:
    (these,) = find("Look at photos from last week.", PUBLISHED)
    assert (these.relation, these.date_end) == ("on", date(2022, 1, 16))
    (coming,) = find("It opens from next week.", PUBLISHED)
    assert (coming.relation, coming.date_end) == ("since", None)
