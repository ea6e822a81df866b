"""What draws from feeds of all kinds showed (blogs, listings, notices, finance), in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import find

#: A Wednesday.
PUBLISHED = date(2025, 7, 9)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "Fetch it from nightly.example.org or see example.today for more.",
        "The script is in /etc/cron.monthly of the box.",
        "They called it the ‘12-Day War’.",
        "The study took 2000 person-years and 1950 man-hours.",
        "He let the wind and the current of events carry him.",
        "An organist played the Wedding March.",
        "I see her every now and then, or now and again.",
        "He was calm, because at the end of the day a goal is a goal.",
        "At the end of the day even the best lose.",
        "It reads the file in 1024-byte chunks of 2048 bits.",
        "He sold 2048-bit keys, a 1920-pixel screen and a 2000-word essay.",
        "RFC 1918 and ISO 2022 say so, and port 2049 is open.",
        "The Commodore 1541 driver uses two bytes.",
        "2025-01-09-5 Studio driveway",
    ],
)
def test_addresses_compounds_marches_and_idioms_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 workers of the mill struck.", ["2019"]),
        ("It was quiet. By 2030 people will have left.", ["2030"]),
        ("A 1930-era house and a 1968-vintage car stood there.", ["1930", "1968"]),
        ("2024 - Day 3 of the fair", ["2024"]),
        ("He shot in 2000 homes.", []),
    ],
)
def test_a_year_is_told_from_a_number_of_things(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing will happen between now and then.", ["PRESENT_REF"]),
        ("The current mayor stays.", ["PRESENT_REF"]),
        ("The fees will go back to their April level.", ["2025-04"]),
        ("Sales are to stay below their May peak.", ["2025-05"]),
        ("The fees will change in April.", ["2026-04"]),
    ],
)
def test_what_stands_near_them_is_a_time(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_hours_of_opening_are_of_every_week_and_of_no_day() -> None:
    text = "The baths are open:\n\nMonday - Friday: 10am - 4pm\nSaturday: 11am - 3pm\n\nCall us."
    assert values(text) == [
        "XXXX-WXX-1", "XXXX-WXX-5", "XXXX-XX-XXT10:00", "XXXX-XX-XXT16:00",
        "XXXX-WXX-6", "XXXX-XX-XXT11:00", "XXXX-XX-XXT15:00",
    ]  # fmt: skip


def test_the_hours_of_one_day_are_of_that_day() -> None:
    assert values("The fair is open on Saturday, 11am - 3pm.") == [
        "2025-07-12", "2025-07-12T11:00", "2025-07-12T15:00",
    ]  # fmt: skip


def test_a_day_known_by_its_date_is_that_of_the_attack_where_the_country_is_told_of() -> None:
    assert values("Envoys from Israel argued about Oct. 7 and its lessons.") == ["2023-10-07"]
    assert values("Shops in Leeds will close on Oct. 7.") == ["2025-10-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody moves house on a Tuesday afternoon.", ["XXXX-WXX-2TAF"]),
        ("She told of it in a Tuesday interview.", ["2025-07-08"]),
        ("It snows here in the winter.", ["XXXX-WI"]),
        ("It will snow here in the winter.", ["2025-WI"]),
        ("He usually calls his mother at 10 a.m.", ["XXXX-XX-XXT10:00"]),
        ("Nobody likes the 8am school rush.", ["XXXX-XX-XXT08:00"]),
        ("The site was normally reachable again at 10 a.m.", ["2025-07-09T10:00"]),
        ("Every morning at 7:15 the choir sings.", ["XXXX-XX-XXTMO", "XXXX-XX-XXT07:15"]),
    ],
)
def test_what_is_of_any_day_has_no_date(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo will host the 2034 Winter Games from Feb. 10-26.", ["2034", "2034-02-10", "2034-02-26"]),
        ("The 2020 election on Nov. 3 was close.", ["2020", "2020-11-03"]),
        ("He signed the 2020 budget on Nov. 3.", ["2020", "2024-11-03"]),
        ("Norway qualified for the 2034 World Cup in May.", ["2034", "2025-05"]),
    ],
)  # fmt: skip
def test_the_year_of_an_event_is_that_of_its_day(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_season_far_ahead_that_has_been_told_of_is_the_last_one() -> None:
    assert values("It struck me this autumn in a museum.", date(2025, 1, 17)) == ["2024-FA"]
    assert values("It will open this autumn.", date(2025, 1, 17)) == ["2025-FA"]
    assert values("They met this summer.", date(2025, 3, 17)) == ["2025-SU"]


def test_names_in_quotation_marks_and_titles_of_shows_are_no_times() -> None:
    assert values("They signed the “July Charter” at last.") == []
    assert values("He told Last Week Tonight about it.") == []


def test_the_last_year_or_so_is_a_length_that_ends_now() -> None:
    [found] = find("It has been on the map for the last year or so.", PUBLISHED)
    assert (found.type, found.value, found.relation) == ("DURATION", "P1Y", "about")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Some notes about 2026 and its protests.", "on"),
        ("She lied about Jan. 6 in court.", "on"),
        ("A house built about 1820.", "about"),
        ("It began in about 1820.", "about"),
    ],
)
def test_about_is_roughly_only_where_it_names_no_topic(text: str, relation: str) -> None:
    [found] = find(text, PUBLISHED)
    assert found.relation == relation


@pytest.mark.parametrize(
    ("text", "relation", "edtf"),
    [
        ("It must be done before the end of November.", "before", "../2025-11"),
        ("He had left before mid-2022.", "before", "../2022"),
        ("It opened after early 2022.", "after", "2022/.."),
        ("It opened after the end of 2022.", "after", "2023-01-01/.."),
        ("Prices fell after last week's vote.", "after", "2025-06-30/.."),
        ("They meet ahead of this year's game.", "before", "../2025"),
        ("They trained before the 2034 Games.", "before", "../2034"),
        ("They trained before 2034.", "before", "../2033-12-31"),
        ("After 2014 farmers moved away.", "after", "2015-01-01/.."),
        ("They met before Friday's vote.", "before", "../2025-07-10"),
    ],
)
def test_a_bound_by_a_part_or_an_event_lies_within_the_time_that_is_named(
    text: str, relation: str, edtf: str
) -> None:
    [found] = find(text, PUBLISHED)
    assert (found.relation, found.edtf) == (relation, edtf)


def test_this_day_in_a_year_is_the_day_of_publication_in_that_year() -> None:
    assert values("On this day in 1969 a boat sank.") == ["1969-07-09"]
    assert values("On this day in 1969 a boat sank.", date(2024, 2, 29)) == ["1969"]
    assert values("This day in town was long.") == ["2025-07-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pupils of the Spring Hill school sang.", []),
        ("It applies the rules of the Spring framework.", []),
        ("They return in the Spring semester.", ["XXXX-SP"]),
        ("She left in the Summer of 2024.", ["2024-SU"]),
        ("June also wrote about it.", []),
        ("Shops opened before the October Revolution.", []),
        ("Ministers fear the Spring Offensive.", ["2025-SP"]),
        ("June also saw rain.", ["2025-06"]),
        ("Develop the film for 9:30 sec in the dark.", []),
        ("The film begins at 9:30, seconds after the bell.", ["2025-07-09T09:30"]),
        ("You may read This Week in Gardening.", []),
        ("It rained this week in Cork.", ["2025-W28"]),
        ("In today's money it is twice as much.", []),
        ("They borrow like there's no tomorrow.", []),
        ("Today's vote was close.", ["2025-07-09"]),
    ],
)
def test_a_word_of_time_in_a_name_or_of_an_age_is_no_date(text: str, expected: list[str]) -> None:
    assert values(text)[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minutes of the bank's June meeting hint at doubts over whether it will cut.", "2025-06"),
        ("The levy that will apply is larger than they thought it would be in June.", "2025-06"),
        ("The fair will return in June.", "2026-06"),
        ("In June, the fair will return.", "2026-06"),
    ],
)
def test_a_month_just_over_is_next_year_s_only_where_its_own_verb_looks_ahead(
    text: str, expected: str
) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on July 2. On that Wednesday it rained.", ["2025-07-02", "2025-07-02"]),
        ("It began on July 2. On the following Wednesday it rained.", ["2025-07-02", "2025-07-09"]),
    ],
)
def test_that_weekday_may_be_the_day_just_named(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a year-round dish, cooked in the day-to-day way.", []),
        ("She read The Midnight Garden at midnight.", [("TIME", "2025-07-09T24:00")]),
        ("The deal hides a year of losses.", [("DURATION", "P1Y")]),
        ("There are four flights a week.", [("SET", "P1W")]),
    ],
)
def test_what_goes_on_all_the_time_is_no_length_and_a_year_of_it_no_rate(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(found.type, found.value) for found in find(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Decades of neglect left the canal dry.", ["PXDE"]),
        ("With years of debt behind it, the club was sold.", ["PXY"]),
        ("The deal ends months of talks.", ["PXM"]),
        ("Minutes of meetings were lost.", []),
        ("They named the days of the week.", []),
    ],
)
def test_vague_lengths_of_something_are_read_without_for(text: str, expected: list[str]) -> None:
    assert values(text) == expected
