"""Links, quotes, instants and counts as a reader sees them."""

import pytest

from datasette_timeline.presentation import display


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x", "//x.example",
     "ftp://x.example", "http://", "", None, "https://x.example/a b", "https://x.example/\n", "http://[",
     "vbscript:x", "java\tscript:alert(1)"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert display.safe_href(url) is None


def test_a_link_leads_to_the_words_of_the_quote() -> None:
    url = "https://echo.example/bridge"
    assert display.quote_href(url, "One, two-three") == f"{url}#:~:text=One%2C%20two%2Dthree"
    long = "one two three four five six seven eight nine ten eleven"
    assert display.quote_href(url, long) == (
        f"{url}#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    )
    assert display.quote_href(f"{url}#part", long) == f"{url}#part"
    assert display.quote_href("javascript:x", long) is None


def test_the_words_of_the_date_are_marked_where_they_stand() -> None:
    row = {
        "quote": "It opened on Tuesday.",
        "quote_start": 100,
        "date_text_start": 110,
        "date_text_end": 120,
    }
    assert display.marked(row) == ("It opened ", "on Tuesday", ".")
    outside = row | {"date_text_end": 130}
    assert display.marked(outside) == ("It opened on Tuesday.", "", "")
    none = row | {"date_text_start": None, "date_text_end": None}
    assert display.marked(none) == ("It opened on Tuesday.", "", "")


def test_instants_are_told_in_utc_and_days_without_a_time() -> None:
    assert display.reported("2024-06-26T09:05:00Z") == "26 June 2024, 09:05 UTC"
    assert display.reported("2024-06-26") == "26 June 2024"
    assert display.day_of("2024-06-26T09:05:00Z") == "26 June 2024"
    assert display.reported(None) is None
    assert display.reported("soon") == "soon"


def test_a_long_quote_is_cut_between_words() -> None:
    assert display.excerpt("short") == "short"
    cut = display.excerpt("word " * 200)
    assert cut.endswith("word …")
    assert len(cut) < 340


def test_counts_agree_with_their_nouns() -> None:
    assert display.counted(1, "event") == "1 event"
    assert display.counted(1234, "event") == "1,234 events"


def test_language_tags_from_outside_are_checked() -> None:
    assert display.language("uk-UA") == "uk-UA"
    assert display.language('en" onload="x') is None
    assert display.language(None) is None


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The bridge opened.", "The bridge opened"),
        ("Bridge opens", "Bridge opens"),
        ("…which opened on Tuesday…", "…which opened on Tuesday…"),
        ("It went on...", "It went on..."),
        ("A law of the U.S.", "A law of the U.S."),
        ("Sold to Brown Inc.", "Sold to Brown Inc."),
        ("Did it open?", "Did it open?"),
        ("", ""),
    ],
)
def test_a_headline_has_no_full_stop_but_an_abbreviations(title: str, shown: str) -> None:
    assert display.headline(title) == shown


@pytest.mark.parametrize(
    ("archived", "told"),
    [
        ("Echo dates it 2022-03-01, Post 2022-03-06", "Echo dates it 1 March 2022, Post 6 March 2022"),
        ("1.00: Echo has the same words; 2026-01-12/2026-01-18",
         "Echo has the same words; 12 January 2026 to 18 January 2026 (likeness 1.00)"),
        ("0.93: Echo; 2021-12-25; in common: launch, telescope",
         "Echo; 25 December 2021; words in common: launch, telescope (likeness 0.93)"),
        ("An editor: the same 2022-13-45", "An editor: the same 2022-13-45"),
        ("case 2022-03-011", "case 2022-03-011"),
    ],
)  # fmt: skip
def test_a_reason_is_told_with_its_dates_in_words(archived: str, told: str) -> None:
    assert display.reason(archived) == told


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("It opened.", True), ("“Did it?”", True), ("(It did.)", True), ("افتتح الجسر؟", True),
     ("橋が開いた。", True), ("Background", False), ("See also", False), ("", False)],
)  # fmt: skip
def test_a_heading_is_told_from_a_sentence(text: str, is_one: bool) -> None:
    assert display.is_sentence(text) is is_one


def test_the_same_line_is_known_by_its_words() -> None:
    assert display.is_same_line("Battle  of Irpin", "Battle of irpin.")
    assert not display.is_same_line("Battle of Irpin", "Battle of Izium")
