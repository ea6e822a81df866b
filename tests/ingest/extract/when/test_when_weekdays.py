"""Weekdays of the news: ahead or behind, as verbs, ranges and bounds tell."""

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
    "text",
    [
        "The losses would equal a year's profit as of Tuesday.",
        "The tugs are hoping to pass, an officer said aboard on Tuesday.",
        "The minister will, his aides said, stay after the vote that he lost Tuesday.",
    ],
)
def test_the_weekday_of_yesterday_is_yesterday_and_not_six_days_ahead(text: str) -> None:
    assert last(text).value == "2025-01-21"


def test_next_reaches_six_days_ahead() -> None:
    assert values("They will meet next Tuesday.") == ["2025-01-28"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A spokesman would not comment Monday on the report.", "2025-01-20"),
        ("He is in hospital, to be treated there after falling ill on Monday.", "2025-01-20"),
        ("Profit was better than expected on Monday.", "2025-01-20"),
        ("The lid had to be put aside on Monday.", "2025-01-20"),
        ("Police were called in a bid to restore calm on Monday.", "2025-01-20"),
        ("The dam is to be repaired on Monday.", "2025-01-27"),
        ("A bid to raise the ship on Monday was announced.", "2025-01-27"),
    ],
)
def test_what_was_refused_or_had_to_be_is_past(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Trains did not run from Monday to Saturday.", ["2025-01-20", "2025-01-25"]),
        ("It stayed dry between Tuesday and Friday.", ["2025-01-21", "2025-01-24"]),
        ("Shares bought from Nov. 14 to Thursday rose.", ["2024-11-14", "2025-01-16"]),
    ],
)
def test_a_range_of_weekdays_runs_forward_within_the_week(text: str, days: list[str]) -> None:
    assert values(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stocks fell on Friday the 13th.", "2024-12-13"),
        ("He will retire on Friday the 13th.", "2025-06-13"),
        ("Stocks fell on Wednesday the 22nd.", "2025-01-22"),
        ("Stocks fell on Friday the 31st.", "2024-05-31"),
    ],
)
def test_a_weekday_with_its_number_is_the_nearest_such_day(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The 5th cleared it; but on Tuesday, the 9th Circuit refused.",
        "On Tuesday the 2nd Battalion moved in.",
    ],
)
def test_the_number_of_a_court_or_a_troop_is_no_day_of_the_month(text: str) -> None:
    assert values(text) == ["2025-01-21"]


def test_without_publication_a_weekday_with_its_number_has_no_month() -> None:
    assert not any(found.date_start for found in find("On Friday the 13th it fell.", None))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The president said that he would speak ahead of Thursday's vote.", "2025-01-23"),
        ("A page devoted to Thursday's planned march was shut.", "2025-01-23"),
        ("Those who opposed the law fear that the chairman on Monday is to sign it.", "2025-01-27"),
        ("The storm had a small chance of growing by Thursday.", "2025-01-23"),
        ("The party called for a strike on Monday.", "2025-01-27"),
        ("On Friday, lawmakers hold a hearing.", "2025-01-24"),
        ("On Monday, lawmakers hold a hearing.", "2025-01-20"),
        ("By Thursday, the phones were silent.", "2025-01-16"),
        ("The interview didn't air on Thursday.", "2025-01-16"),
        ("When the minister visits on Thursday, he will ask.", "2025-01-23"),
    ],
)
def test_a_weekday_near_ahead_is_meant_where_no_verb_says_that_it_was(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will look into the June 20 explosion.", "2024-06-20"),
        ("It is expected to say what has leaked since June's spill.", "2024-06"),
        ("They will debate before the June 20 election.", "2025-06-20"),
        ("The sea will be clean when the relief well is drilled in March.", "2025-03"),
        ("Nobody knows how long until the leak is plugged in March.", "2025-03"),
    ],
)
def test_what_a_day_is_known_by_tells_that_it_was(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He won't speak on Friday.", "2025-01-24"),
        ("The bank is to cut its rate on Friday.", "2025-01-24"),
        ("The bank cut its rate on Friday.", "2025-01-17"),
        ("They hope to put it to a vote in March.", "2025-03"),
    ],
)
def test_an_infinitive_that_looks_like_a_past_form_is_none(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The school has been closed until at least Saturday.", "2025-01-25"),
        ("The forecast warned of high seas through Saturday that bring rain.", "2025-01-25"),
        ("Nobody heard of it until Friday, when it was told.", "2025-01-17"),
        ("He didn't know until Friday.", "2025-01-17"),
        ("The leak could be permanently sealed by Monday.", "2025-01-27"),
        ("It will try a so-called killing of the well on Friday.", "2025-01-24"),
        ("They said that they organized a march around the town for Friday.", "2025-01-24"),
    ],
)
def test_the_end_of_a_time_that_runs_lies_ahead(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The school has been closed until Monday, the mayor said.", "2025-01-27"),
        ("Banks remain shut until Tuesday.", "2025-01-28"),
        ("He was not told until Tuesday.", "2025-01-21"),
    ],
)
def test_what_is_closed_until_a_weekday_opens_on_the_next_one(text: str, value: str) -> None:
    assert last(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He wrote this weekend that it was over.", "2025-W03-WE"),
        ("They will meet this weekend.", "2025-W04-WE"),
    ],
)
def test_this_weekend_is_the_one_just_over_where_the_verb_says_so(text: str, value: str) -> None:
    assert values(text, date(2025, 1, 20)) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They were ordered to withdraw by Sunday.", "2025-01-26"),
        ("The company must get the deal signed by Monday.", "2025-01-27"),
        ("I was told that by Friday, if nothing happens, they go.", "2025-01-24"),
        ("Police had arrested forty people by Sunday.", "2025-01-19"),
        ("He managed to withdraw by Sunday.", "2025-01-19"),
    ],
)
def test_what_is_bidden_by_a_weekday_is_due_on_the_next_one(text: str, value: str) -> None:
    assert last(text).value == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He is available for Sunday's game.", "2025-01-26"),
        ("They have been ruled out of Sunday's match.", "2025-01-26"),
        ("Facts about the prize ahead of Sunday's ceremony.", "2025-01-26"),
        ("He says they can beat them on Sunday.", "2025-01-26"),
        ("They withdraw their request to play Sunday's quarter-final.", "2025-01-26"),
        ("He said Sunday's report was late.", "2025-01-19"),
        ("He was hurt in Sunday's game.", "2025-01-19"),
    ],
)
def test_games_and_ceremonies_lie_ahead_of_those_who_prepare_for_them(text: str, day: str) -> None:
    assert values(text) == [day]


def test_the_weekend_that_people_prepare_for_is_the_coming_one() -> None:
    assert values("Managers face the press before the weekend's games.") == ["2025-W04-WE"]
    assert values("Managers spoke of the weekend's games.") == ["2025-W03-WE"]
