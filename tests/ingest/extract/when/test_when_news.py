"""Times as the news tells them: what a comparison and a clock time are counted from, and what is no time."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import TimeExpression, find

#: A Wednesday.
PUBLISHED = date(2025, 1, 22)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


def last(text: str) -> TimeExpression:
    return find(text, PUBLISHED)[-1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 8 March 2024 it sank. The day before, it had left port.", "2024-03-07"),
        ("Sales fell in November from the month before.", "2024-10"),
        ("The firm lost less than the year before.", "2024"),
        ("Third-quarter net was $3 million. It lost $2 million the year before.", "2023-Q3"),
        ("Third-quarter net was $3 million. The index was 50 a month earlier.", "2024-12"),
    ],
)
def test_the_period_before_is_counted_from_what_was_told(text: str, value: str) -> None:
    assert last(text).value == value


def test_the_day_before_something_else_is_left_alone() -> None:
    assert values("It was the day before the vote.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He left. Thirty years later they were still afraid of him.",
        "A week later it fell.",
    ],
)
def test_what_came_later_is_not_put_after_the_report_of_it(text: str) -> None:
    assert last(text).date_start is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Some decades later, people began to doubt.", "PAST_REF"),
        ("Two minutes later the lights went out.", "PT2M"),
        ("Hours later the lights went out.", "PTXH"),
        ("It happened long ago.", "PAST_REF"),
    ],
)
def test_a_distance_from_nothing_known_has_no_date(text: str, value: str) -> None:
    [found] = find(text, PUBLISHED)
    assert (found.value, found.date_start) == (value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is hard in today's world.", []),
        ("They are the leaders of tomorrow.", []),
        ("It is hard after today's vote.", ["2025-01-22"]),
    ],
)
def test_an_age_is_no_day(text: str, value: list[str]) -> None:
    assert values(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "About a quarter name the economy.",
        "He drove a 1987 Chevrolet.",
        "The daily newspaper printed it.",
        'She led the "March of the Mothers" there.',
    ],
)
def test_a_fraction_a_model_a_paper_and_a_march_are_no_times(text: str) -> None:
    assert values(text) == []


def test_a_quarter_that_lasts_is_a_length() -> None:
    assert values("It was shut for a quarter.") == ["P3M"]


@pytest.mark.parametrize("words", ["five hours", "10:40 p.m."])
def test_about_stands_outside_a_length_or_a_clock_time_and_is_its_mod(words: str) -> None:
    [found] = find(f"It was about {words}.", PUBLISHED)
    assert (found.text, found.mod) == (words, "APPROX")


@pytest.mark.parametrize(
    ("clock", "value"),
    [("10:40 p.m.", "2025-01-16T22:40"), ("9 a.m.", "2025-01-17T09:00")],
)
def test_a_clock_time_is_of_the_part_of_the_day_that_was_told(clock: str, value: str) -> None:
    text = f"A tram left the rails on Thursday night, police said on Friday. It was {clock} then."
    assert last(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill will reopen in the second quarter.", "2024-Q2"),
        ("It will publish its third-quarter results.", "2023-Q3"),
        ("It lost money in the second quarter.", "2023-Q2"),
    ],
)
def test_a_quarter_long_ended_lies_ahead_where_the_words_look_ahead(text: str, value: str) -> None:
    assert values(text, date(2023, 11, 22)) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("With 40 days until Election Day, two lead.", "2024-11-05"),
        ("A fair was held at Halloween.", "2023-10-31"),
    ],
)
def test_a_holiday_that_no_verb_dates_is_the_nearest(text: str, value: str) -> None:
    assert values(text, date(2024, 9, 26))[-1] == value


@pytest.mark.parametrize(
    "text",
    [
        "The fall in household wealth went on.",
        "He took the fall for his friends.",
        "They lit a Christmas tree.",
    ],
)
def test_a_fall_and_a_tree_are_no_times(text: str) -> None:
    assert values(text) == []


def test_the_fall_is_a_season_after_a_preposition() -> None:
    assert values("It closed in the fall.") == ["2024-FA"]


RUNNING = (
    "2034: The speech begins. 2037: She says that the well is closed. 2041: Applause. 2043: He nods."
    " 2048: A pause. 2059: It ends. 2103: Questions about 1969 and 2030."
)


def test_times_of_day_that_head_the_entries_of_a_running_text_are_no_years() -> None:
    assert values(RUNNING, date(2010, 6, 15)) == ["1969", "2030"]


def test_a_text_of_the_early_morning_shows_its_clock_without_a_publication() -> None:
    assert values("0755: Smoke is seen.\n0801: Sirens.\n1945: All is quiet.", None) == []


@pytest.mark.parametrize(
    "text",
    [
        "1914: The war begins.\n1939: Another begins.\n1945: It ends.",
        "1914: The war begins.\n1918: It ends.\n2059: The last loan falls due.",
        "2025: Half of it.\n2030: Two thirds.\n2050: All of it.",
        "2044: An eclipse.\n2045: Another.\n2052: A third.\n2078: A fourth.",
        "2030: The line opens.",
    ],
)
def test_lists_of_years_stay_years(text: str) -> None:
    assert values(text) == [line[:4] for line in text.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        "Reports leapt from 297 to 1051.",
        "They closed around 1200 to 1500 stations.",
        "There were over 1000 in the county.",
        "It lies under 1000' of water.",
        "See § 1002(b)(1) of the code.",
        "The shop is open 1130 to 1430.",
        "In 1200 homes the light went out.",
        "A total of 1348 were counted.",
        "The form 1040s were sent.",
    ],
)
def test_amounts_are_no_years_of_long_ago(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The Normans came in 1066.", ["1066"]),
        ("The Battle of Hastings (1066) was lost.", ["1066"]),
        ("Since 1314 the fair has been held.", ["1314"]),
        ("Between 1337 and 1453 there was war.", ["1337", "1453"]),
        ("Nobody forgot the plague of 1348.", ["1348"]),
        ("The city fell in December 1240.", ["1240-12"]),
    ],
)
def test_years_of_long_ago_are_read_where_the_words_say_so(text: str, years: list[str]) -> None:
    assert values(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored twice in the second half.",
        "A field goal in the third quarter settled it.",
        "There was some concern in some quarters.",
        "Banks need a valuation of 5 to 30 cents on the dollar.",
        "The movement is named after Mao's Long March.",
    ],
)
def test_games_cents_and_marches_are_no_times(text: str) -> None:
    assert values(text) == []


def test_a_season_that_runs_from_one_day_to_another_may_be_running() -> None:
    season = "The season will run from June 1 to November 30."
    assert values(season, date(2010, 6, 29)) == ["2010-06-01", "2010-11-30"]
    assert values(season, date(2010, 12, 9)) == ["2011-06-01", "2011-11-30"]


def test_an_event_known_by_its_day_is_not_of_the_past_that_was_just_told() -> None:
    text = "In March 1989 a tanker ran aground. Until April's accident it was the worst spill."
    assert values(text, date(2010, 7, 16)) == ["1989-03", "2010-04"]


def test_a_report_of_these_weeks_keeps_its_days_though_it_recalls_other_years() -> None:
    text = (
        "The ruling recalls those of 1979, 1989, 1990, 1994 and 2003. In 2008 it earned a billion. The company "
        "said on June 17 and June 21 that it would appeal; the court meets on July 29."
    )
    assert values(text, date(2010, 6, 30))[-3:] == ["2010-06-17", "2010-06-21", "2010-07-29"]
