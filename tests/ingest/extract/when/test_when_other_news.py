"""What other news showed: readings that were wrong in random draws from stories and feeds, in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import TimeExpression, find

#: A Wednesday.
PUBLISHED = date(2025, 1, 22)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


def only(text: str, published: date = PUBLISHED) -> TimeExpression:
    [found] = find(text, published)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "She read from John 1:38 and sat down.",
        "At the end of the day you get what you pay for.",
        "But at the end of the day, it is a game.",
        "He was named player of the year.",
        "It is cold at this time of the year.",
        "They open on different days of the week.",
        "It became famous almost overnight.",
        "They called for a March of Millions.",
        "He is a 38 - year - old clerk.",
        "The average daily volume was small.",
        "Choose a 12 pt font.",
    ],
)
def test_verses_idioms_titles_and_measures_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shares recovered at the end of the day.", "2025-01-22"),
        ("It was the biggest loss of the year.", "2025"),
        ("It fell in the hottest month of the year.", "2025"),
        ("They met at 1:38 on Monday.", "2025-01-20T01:38"),
        ("Guards fired overnight.", "2025-01-22TNI"),
    ],
)
def test_what_only_sounds_like_an_idiom_is_a_time(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It won gold at the 2026 Winter Olympics.", "2026", "2026"),
        ("Nothing was like the 1975 fall of the town.", "1975", "1975"),
        ("It began in the 2023 spring.", "the 2023 spring", "2023-SP"),
    ],
)
def test_a_year_before_games_or_a_fall_is_only_the_year(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value) == (words, value)


def test_that_before_a_weekday_may_begin_what_is_said() -> None:
    found = only("The agency said that Friday would be a holiday.")
    assert (found.text, found.value) == ("Friday", "2025-01-24")
    text = "The fire broke out on 3 January. He left the town that Friday."
    assert find(text, PUBLISHED)[-1].text == "that Friday"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Come Monday morning there will be a queue.", "2025-01-27TMO"),
        ("You started it and, come Monday, you pay.", "2025-01-27"),
        ("They had come Monday.", "2025-01-20"),
        ("He asked them to resign so he can appoint others Saturday.", "2025-01-25"),
    ],
)
def test_what_is_to_come_is_told_by_come_and_by_so_that(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("published", "value"),
    [(date(2024, 9, 13), "2024-Q4"), (date(2025, 1, 22), "2024-Q4")],
)
def test_the_quarter_after_the_running_one_is_of_this_year_where_no_verb_tells(
    published: date, value: str
) -> None:
    assert only("Dividends with the Q4 results", published).value == value


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Flu in the autumn and winter", date(2024, 7, 1), ["2024-FA", "2024-WI"]),
        ("Flu in the winter and spring", date(2024, 11, 1), ["2024-WI", "2025-SP"]),
        ("Plans for the summer", date(2024, 4, 2), ["2024-SU"]),
        ("Notes on the summer", date(2024, 10, 2), ["2024-SU"]),
    ],
)
def test_a_season_that_no_verb_tells_of_is_the_nearest_and_the_next_one_follows_it(
    text: str, published: date, expected: list[str]
) -> None:
    assert values(text, published) == expected


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Costs will fall in the coming year.", "P1Y", "2025/2026"),
        ("It will be cold over the coming weekend.", "2025-W04-WE", "2025-01-25/2025-01-26"),
        ("They meet the coming Thursday.", "2025-01-23", "2025-01-23"),
        ("A week or two ago it shut.", "2025-W03", "2025-01-06/2025-01-19"),
        ("It reopened a month or two earlier.", "2024-12", "2024-11/2024-12"),
        ("He was jailed for 3½ years.", "P3Y6M", ""),
        ("Half-an-hour later it rang.", "PT30M", ""),
        ("They gave it a 24 - hour window.", "PT24H", ""),
        ("It is the third day of the strike.", "2025-01-22", "2025-01-22"),
        ("It opens on the first day of May 2025.", "2025-05-01", "2025-05-01"),
        (
            "It appeared at 09.26 BST on Wednesday 15 January 2025.",
            "2025-01-15T09:26",
            "2025-01-15",
        ),
        ("It opened at 0930 GMT 17 January.", "2025-01-17T09:30", "2025-01-17"),
        ("They sold much in the fourth quarter of calendar 2014.", "2014-Q4", "2014-36"),
        ("It fell in the past year and a half.", "P1Y6M", ""),
        ("They will mend it in the next year.", "P1Y", "2025/2026"),
        ("Rates will fall in 2026.", "2026", "2026"),
        ("They suffer to this day.", "PRESENT_REF", ""),
        ("It shut on the last day of February 2024.", "2024-02-29", "2024-02-29"),
        ("It shut on the final day of 2024.", "2024-12-31", "2024-12-31"),
        ("It will end on the last day of the month.", "2025-01-31", "2025-01-31"),
    ],
)
def test_lengths_and_days_are_read_in_all_these_words(text: str, value: str, edtf: str) -> None:
    found = only(text)
    assert (found.value, found.edtf) == (value, edtf)


def test_a_note_in_brackets_begins_a_sentence_of_its_own() -> None:
    text = "They fly home Thursday after the curfew ends. (Update 8:54 p.m.) The mayor spoke."
    assert find(text, PUBLISHED)[-1].value == "2025-01-22T20:54"


def test_over_the_years_holds_its_article_and_what_they_run_from_does_not() -> None:
    assert only("Over the years many came.").text == "the years"
    assert find("Over the years since 1990 many came.", PUBLISHED)[0].text == "years"


def test_a_programme_is_no_day_and_the_day_that_is_spoken_of_is() -> None:
    assert values("She said it on NBC's \u201cToday,\u201d and left.") == []
    assert values("\u201cToday,\u201d he said, \u201cwe won.\u201d") == ["2025-01-22"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At 2:30 this afternoon he called.", "2025-01-22T14:30"),
        ("She left at 8:30 yesterday morning.", "2025-01-21T08:30"),
        ("They meet at 10 a.m. tomorrow morning.", "2025-01-23T10:00"),
        ("A march is planned for 5pm tonight.", "2025-01-22T17:00"),
    ],
)
def test_a_clock_time_holds_the_part_of_the_day_that_follows_it(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    ["Firms that fall into trouble are sold.", "It needs version 3.5.12 of it."],
)
def test_a_verb_and_a_version_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He is out for between four and six weeks.", "four and six weeks", "P4W"),
        ("It ran for two hundred and fifty years.", "two hundred and fifty years", "P250Y"),
        ("They went back a few thousand years.", "a few thousand years", "PXY"),
        ("It took a couple of hundred years.", "a couple of hundred years", "PXY"),
        ("It closed between two and three years ago.", "two and three years ago", "2023"),
    ],
)
def test_counts_that_are_joined_are_no_sums(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value) == (words, value)


def test_a_second_half_is_no_second() -> None:
    assert values("They won by three second-half goals.") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Here are facts about the 2022 awards.", "on"),
        ("It was built about 1968.", "about"),
        ("Are they affected by today's news?", "on"),
        ("He was called by the Jan. 6 committee.", "on"),
        ("It must be paid by Friday.", "until"),
    ],
)
def test_about_and_by_bound_only_what_they_bound(text: str, relation: str) -> None:
    assert only(text).relation == relation


def test_an_article_before_a_day_is_of_the_noun_that_follows_it() -> None:
    assert find("It sank after the 3 May 2024 explosion.", PUBLISHED)[0].text == "3 May 2024"
    assert find("It sank on the 3 May 2024.", PUBLISHED)[0].text == "the 3 May 2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They were shot on Sept. 29 and 30, 1941, near Kyiv.",
            ["1941-09-29", "1941-09-30"],
        ),
        ("A scandal; 25 years later, it won't forget her.", ["XXXX"]),
        ("It pays after the sinking of its rig in April.", ["2024-04"]),
        ("They will be ready in the next decade.", ["P10Y"]),
    ],
)
def test_pairs_of_days_and_what_came_later_are_read_from_what_is_told(
    text: str, expected: list[str]
) -> None:
    assert values(text) == expected


def test_the_minutes_of_a_recording_are_no_times_of_day() -> None:
    chapters = "00:32 Welcome 02:16 Exploring the place 06:34 Music and us 20:47 Farewell"
    assert values(chapters) == []
    assert values("2:49 Watch the film\n27:29 With the band") == []
    assert len(values("They meet at 2:49 With luck it ends by 3:29 With cake")) == 2
    entries = "09:32 He speaks. 10:02 He leaves. 10:40 Riots begin. 11:10 It ends."
    assert len(values(entries)) == 4
