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


@pytest.mark.parametrize(
    ("text", "value", "edtf", "relation"),
    [
        ("Two days after the 3 May explosion it sank.", "2024-05-03", "2024-05-05", "on"),
        ("Four days before the 3 May 2024 vote he wrote.", "2024-05-03", "2024-04-29", "on"),
        ("A day after the blast in Porto on 3 May 2024 he left.", "2024-05-03", "2024-05-04", "on"),
        ("Five years after the 2003 war it fell.", "2003", "2008", "about"),
        ("A week after 3 May 2024 it was gone.", "2024-05-03", "2024-05-06/2024-05-12", "about"),
    ],
)
def test_a_length_before_an_event_that_has_its_date_is_counted_from_it(
    text: str, value: str, edtf: str, relation: str
) -> None:
    found = find(text, PUBLISHED)[-1]
    assert (found.value, found.edtf, found.relation) == (value, edtf, relation)
    assert found.anchor is not None
    assert value in found.anchor


@pytest.mark.parametrize(
    "text",
    [
        "For two days after the 3 May 2024 blast it burned.",
        "Within a month of the 3 May 2024 attack they had left.",
        "More than a year after the 3 May 2024 attack they left.",
        "A year after the firm said on 3 May 2024 that it would go, it went.",
        "Hours after the 3 May 2024 attack they fled.",
    ],
)
def test_what_lasts_or_is_only_bounded_is_not_counted_from_an_event(text: str) -> None:
    found = find(text, PUBLISHED)[-1]
    assert found.value == "2024-05-03"
    assert found.relation in ("on", "after")
    assert found.edtf in ("2024-05-03", "2024-05-04/..")


def test_a_programme_is_no_day_and_the_day_that_is_spoken_of_is() -> None:
    assert values("She said it on NBC's \u201cToday,\u201d and left.") == []
    assert values("\u201cToday,\u201d he said, \u201cwe won.\u201d") == ["2025-01-22"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He told what Pence said on Jan. 6", date(2022, 2, 20), "2021-01-06"),
        ("Guards of the Proud Boys on trial over Jan. 6", date(2021, 11, 24), "2021-01-06"),
        ("Jan. 6 witnesses were called", date(2022, 6, 30), "2021-01-06"),
        ("Hamas took hostages on Oct. 7.", date(2024, 6, 20), "2023-10-07"),
        ("Al Qaeda trained them before Sept. 11.", date(2004, 3, 1), "2001-09-11"),
    ],
)
def test_a_day_that_all_know_by_its_date_takes_its_year_from_what_the_document_tells(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The shop opened on Jan. 6.", date(2022, 2, 20), "2022-01-06"),
        ("The trial of the Proud Boys is to open on Jan. 6.", date(2021, 11, 24), "2022-01-06"),
        ("Rioters were remembered on Jan. 6.", date(2022, 1, 9), "2022-01-06"),
        ("Families of the hostages met on Oct. 7.", date(2024, 10, 12), "2024-10-07"),
    ],
)
def test_the_same_day_of_another_year_is_left_to_its_own_words(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value


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
        ("It lost money in the like 2023 period.", "the like 2023 period", "2023-Q3"),
        ("It earned $2 in the same quarter of 2023.", "the same quarter of 2023", "2023-Q3"),
        ("It lost money in the year-before period.", "the year-before period", "2023-Q3"),
        ("It lost money in the year earlier quarter.", "the year earlier quarter", "2023-Q3"),
        ("The third quarter a year ago was worse.", "The third quarter a year ago", "2023-Q3"),
        ("Sales rose in the June quarter.", "the June quarter", "2024-Q2"),
        ("It will be paid by year-end 2025.", "year-end 2025", "2025"),
        ("Net rose in full-year 2023.", "full-year 2023", "2023"),
    ],
)
def test_periods_of_accounts_are_compared_in_all_these_words(
    text: str, words: str, value: str
) -> None:
    found = find(f"Third-quarter net rose to $3 million. {text}", date(2024, 10, 24))[-1]
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales fell in the 12 months through September.", "2023-10-01/2024-09-30"),
        ("It told of its fiscal year ended June 30.", "2023-07-01/2024-06-30"),
        ("It will spend more in the 12 months through March.", "2024-04-01/2025-03-31"),
    ],
)
def test_a_period_of_accounts_ends_where_the_words_say(text: str, edtf: str) -> None:
    [found, _] = find(text, date(2024, 10, 24))
    assert found.edtf == edtf


def test_a_half_and_a_quarter_of_a_stepped_year_are_read_whole() -> None:
    assert only("It will grow in the second half of this year.").value == "2025-H2"
    assert only("It may start in next year's first quarter.").value == "2026-Q1"


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
    ("text", "published", "value"),
    [
        ("He will still have to show up on Friday.", PUBLISHED, "2025-01-24"),
        ("They had to leave on Friday.", PUBLISHED, "2025-01-17"),
        ("The ban that a judge blocked Thursday would do little.", PUBLISHED, "2025-01-16"),
        ("The head of the firm faces a hearing on Thursday.", date(2025, 1, 21), "2025-01-23"),
        ("The season ends in November.", date(2025, 6, 2), "2025-11"),
        ("April 21: The rig burns.", date(2024, 12, 15), "2024-04-21"),
        ("They chose women as candidates for the June vote.", date(2024, 4, 29), "2024-06"),
    ],
)
def test_duties_hearings_ends_and_captions_tell_ahead_from_behind(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value
