"""Cards: the sentence shown once, its title as the link, under the heading of its date."""

from typing import Any

import pytest

from datasette_timeline.presentation import cards


def _row(**changes: Any) -> dict[str, Any]:
    return {
        "slug": "a b", "title": "Bridge opens", "quote": "The bridge opened.", "speaker": None,
        "modality": "asserted", "publisher": "Echo", "url": None, "basis": "explicit",
        "first_reported_at": "2024-06-26", "place": None, "publisher_count": 1, "mention_count": 1,
        "disputed": 0, "status": "active", "date_start": "2024-06-25", "date_end": "2024-06-25",
        "precision": "day", "relation": "on", "edtf": "2024-06-25", "article_id": 7,
    } | changes  # fmt: skip


@pytest.mark.parametrize(
    ("title", "quote", "before", "shown", "after"),
    [
        ("…which opened on Tuesday…", "The bridge, which opened on Tuesday, is long.",
         "The bridge, ", "which opened on Tuesday", ", is long."),
        ("The bridge opened", "The bridge opened.", "", "The bridge opened", ""),
        ("Bridge opens", "The bridge opened.", "", "Bridge opens", "The bridge opened."),
        ("", "The bridge opened.", "", "The bridge opened.", ""),
        ("…", "The bridge opened.", "", "The bridge opened.", ""),
    ],
)  # fmt: skip
def test_a_title_cut_from_its_sentence_is_the_link_within_it(
    title: str, quote: str, before: str, shown: str, after: str
) -> None:
    card = cards.card(_row(title=title, quote=quote))
    assert (card.before, card.title, card.after) == (before, shown, after)
    assert card.is_within == bool(before or (after and after != quote))


@pytest.mark.parametrize(
    ("title", "quote", "kicker", "shown"),
    [
        ("The bridge: It opened on Tuesday", "It opened on Tuesday.", "The bridge", "It opened on Tuesday"),
        ("A long headline…: It opened…", "It opened on\nTuesday.", "A long headline…", "It opened"),
        ("Doe: It opened", "Doe: It opened on Tuesday.", "", "Doe: It opened"),
        ("Mayor: bridge opens", "The bridge opened on Tuesday.", "", "Mayor: bridge opens"),
        ("Of this: ", "The bridge opened on Tuesday.", "", "Of this: "),
    ],
)  # fmt: skip
def test_a_headline_above_a_pronoun_stands_above_the_quote(
    title: str, quote: str, kicker: str, shown: str
) -> None:
    card = cards.card(_row(title=title, quote=quote))
    assert (card.kicker, card.title) == (kicker, shown)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("The bridge opened…", "The bridge opened…"),
        ("The bridge opened.", "The bridge opened"),
        ("…", "The bridge opened on Tuesday."),
    ],
)
def test_where_no_quote_goes_on_a_cut_title_shows_its_cut(title: str, whole: str) -> None:
    quote = "The bridge opened on Tuesday."
    assert cards.card(_row(title=title, quote=quote)).whole_title == whole


def test_a_path_holds_any_slug() -> None:
    assert cards.card(_row()).path == "/event/a%20b"


def test_the_day_of_publication_is_not_told_twice() -> None:
    assert cards.card(_row(basis="published")).reported is None
    assert cards.card(_row()).reported == "26 June 2024"


def test_events_of_a_day_stand_together_and_fold_after_the_leading_ones() -> None:
    rows = [("within", _row(slug=str(n))) for n in range(9)]
    (section,) = cards.sections(rows, by_date=True)
    assert (section.heading, section.path) == ("25 June 2024", "/2024/06/25")
    assert (len(section.leading), len(section.folded)) == (cards.LEADING, 9 - cards.LEADING)
    assert [card.path for card in section.leading] == [f"/event/{n}" for n in range(cards.LEADING)]
    (ranked,) = cards.sections(rows, by_date=False)
    assert (ranked.heading, len(ranked.folded)) == ("", 0)


def test_about_a_date_is_not_that_date_though_they_stand_side_by_side() -> None:
    about = {"date_start": "1850-01-01", "date_end": "1850-12-31", "precision": "year"}
    rows = [
        _row(slug=str(n), relation=relation, **about)
        for n, relation in enumerate(["on", "about"] * 2)
    ]
    found = cards.sections([("within", row) for row in rows], by_date=True)
    assert [(section.heading, len(section.leading)) for section in found] == [
        ("Some time in 1850", 2), ("About 1850", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("segment", "dates", "is_said"),
    [
        ("within", {}, True),
        (
            "vague",
            {"date_start": "2024-06-01", "date_end": "2024-06-30", "precision": "month"},
            True,
        ),
        ("within", {"date_start": None, "relation": "until"}, True),
        (
            "spans",
            {"date_start": "2024-01-01", "date_end": "2024-12-31", "precision": "year"},
            False,
        ),
        ("undated", {"date_start": None, "date_end": None, "edtf": "-0043"}, False),
        ("undated", {"date_start": None, "date_end": None, "edtf": ""}, True),
    ],
)
def test_an_event_says_its_date_where_its_heading_does_not(
    segment: str, dates: dict[str, Any], is_said: bool
) -> None:
    row = _row(**dates)
    (section,) = cards.sections([(segment, row)], by_date=True)
    assert section.says_date_of(section.leading[0]) is is_said
    (ranked,) = cards.sections([(segment, row)], by_date=False)
    assert not ranked.says_date_of(ranked.leading[0])


def test_what_ends_on_a_day_does_not_part_the_events_of_that_day() -> None:
    day = _row(date_start="2011-01-31", date_end="2011-01-31")
    until = _row(date_start=None, date_end="2011-01-31", precision="open", relation="until")
    found = cards.sections([("within", row) for row in (day, until, day, until, day)], by_date=True)
    assert [(one.heading, len(one.leading)) for one in found] == [
        ("31 January 2011", 3), ("Until January 2011", 2),
    ]  # fmt: skip
