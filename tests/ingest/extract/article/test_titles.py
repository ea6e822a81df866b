"""Short titles from the source's own words."""

import pytest

from ingest.extract import extract
from ingest.extract.article.titles import MAX_TITLE, title_of

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


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Pupils at Harbour primary in Brandau, Lakeland, began feeling ill last week when three cases of the flu were found.",
            "Pupils at Harbour primary in Brandau, Lakeland, began feeling ill last week…",
        ),
        (
            "The opposition coalition, the Joint Parties of the North, said the council's answer came too late and was too little.",
            "The opposition coalition, the Joint Parties of the North, said the council's answer came too late…",
        ),
        (
            "The company (Orbit Oil (Holdings) of Brandau, Lakeland) closed the old mine under the lake after a fire in the shaft.",
            "The company (Orbit Oil (Holdings) of Brandau, Lakeland) closed the old mine under the lake…",
        ),
        (
            "The mayor, who has led the town on the lake for three decades, closed the harbour, the last in the north of the country.",
            "The mayor, who has led the town on the lake for three decades, closed the harbour…",
        ),
        (
            "Engineers said on Friday evening that the new pump had brought up 1,200 barrels of oil since it was lowered into the sea.",
            "Engineers said on Friday evening that the new pump had brought up 1,200 barrels of oil…",
        ),
        (
            "The oil that leaked from the old well on the lake has now been carried by the wind into the Gulf of Brandau and the sea.",
            "The oil that leaked from the old well on the lake has now been carried by the wind…",
        ),
    ],
)  # fmt: skip
def test_a_cut_title_says_what_happened(sentence, title):
    assert title_of(sentence) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Pumping began on 3 May 2022, and engineers were waiting for the cement on 5 May 2022.", "…engineers were waiting for the cement on 5 May 2022."),
        ("Announced on 3 May 2022, it may not open until July 2022, officials say.", "Announced on 3 May 2022, it may not open until July 2022, officials say."),
        ("It rained on 3 May 2022, nearly as much as had fallen in June 2019.", "It rained on 3 May 2022, nearly as much as had fallen in June 2019."),
    ],
)  # fmt: skip
def test_a_title_does_not_begin_amid_a_clause(revision, sentence, title):
    assert extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1].title == title
