"""Entries of one form: a newsroom that fills in other names and figures tells of another happening."""

from __future__ import annotations

import pytest
from own_mentions import mention

from ingest.cluster import merge
from ingest.cluster.reading.features import features


def told(quote: str, article: str = "a1", **facts):
    return mention(quote, article=article, **{"url": f"https://courier.example/{article}", **facts})


def entry(quote: str, **facts):
    return features(told(quote, **facts)).entry


def is_another(one: str, other: str) -> bool:
    mine, theirs = entry(one, article="a1"), entry(other, article="b1")
    return bool(mine) and mine[0] == theirs[0] and mine != theirs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "An earthquake of magnitude 4.1 was felt 3 km east of Izmail.",
            "An earthquake of magnitude 4.3 was felt 3 km east of Izmail.",
        ),
        (
            "A flood warning was issued for the river near Izmail.",
            "A flood warning was issued for the river near Bila Tserkva.",
        ),
        ("Item 1999 of the court's roll was heard.", "Item 2001 of the court's roll was heard."),
    ],
)
def test_other_names_and_figures_in_the_same_words_are_another_entry(one, other):
    assert is_another(one, other)
    assert is_another(other, one)
    assert not is_another(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "At least 11 people were killed in the blast at the depot.",
            "At least 14 people were killed in the blast at the depot.",
        ),
        ("The depot burned for 3 days.", "The depot smouldered for 4 days."),
        ("Minister Visits Izmail After Fire", "President Visits Odesa After Fire"),
    ],
)
def test_a_toll_other_words_or_a_headline_in_capitals_make_no_other_entry(one, other):
    assert not is_another(one, other)


def test_the_date_fills_in_nothing():
    quote = "The court heard the case on 25 June 2024."
    start = quote.index("25")
    assert entry(quote, date_text_start=start, date_text_end=len(quote) - 1) == ()


def test_another_newsroom_and_a_file_without_an_address_have_no_entries_of_this_form():
    one, other = (f"An earthquake of magnitude 4.{n} was felt." for n in (1, 3))
    assert entry(one)[0] != entry(other, publisher="The Herald")[0]
    assert entry(one, url=None) == ()


def test_a_feed_of_one_form_gives_an_event_an_entry():
    entries = [
        told(
            f"An earthquake of magnitude {n / 10} was recorded at a depth of {n % 7} km.",
            article=f"a{n}",
            kind="report",
            title=f"M {n / 10} near Izmail",
        )
        for n in range(20, 40)
    ]
    assert len(merge(entries)) == len(entries)
