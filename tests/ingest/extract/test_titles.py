"""Short titles from the source's own words."""

import pytest

from ingest.extract.titles import MAX_TITLE, title_of

LONG = (
    "The council decided after nine hours of debate that the old bridge over the river must be closed,"
    " and that a new one will be built beside it in the coming years."
)


@pytest.mark.parametrize(
    ("sentence", "date_words", "title"),
    [
        (
            "On June 25 2024, Jane Doe called the ministry.",
            "June 25 2024",
            "Jane Doe called the ministry.",
        ),
        ("But the bridge fell in 2014.", "2014", "But the bridge fell in 2014."),
        ("However, Doe left in 2014.", "2014", "Doe left in 2014."),
        ("In 2014, because of rain, it fell.", "2014", "In 2014, because of rain, it fell."),
        ("* Bridge closed in 2014", None, "Bridge closed in 2014"),
        ("Two\nlines  of text", None, "Two lines of text"),
    ],
)
def test_what_only_leads_in_is_left_off(sentence, date_words, title):
    assert title_of(sentence, date_words) == title


def test_a_long_sentence_is_cut_where_a_reader_would_pause():
    title = title_of(LONG)
    assert title.endswith("closed…")
    assert len(title) <= MAX_TITLE + 1
    assert LONG.startswith(title[:-1])


def test_a_title_does_not_end_in_a_dangling_word():
    words = "One two three four five six seven eight nine ten of the most remarkable and of the strangest of all the bridges"
    assert not title_of(words).removesuffix("…").endswith((" the", " of", " and"))


def test_words_without_any_space_are_cut_all_the_same():
    assert len(title_of("x" * 500)) == MAX_TITLE
