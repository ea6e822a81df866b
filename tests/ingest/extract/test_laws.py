"""What holds for every text, however strange."""

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.model import Article, Revision

WORDS = st.sampled_from(
    [
        "said",
        "says",
        "according",
        "to",
        "“We",
        "will”",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        ",",
        ".",
        ":",
        ";",
        "-",
        "–",
        "(",
        ")",
        "In",
        "in",
        "on",
        "May",
        "2014",
        "Monday",
        "24",
        "February",
        "2022",
        "Jane",
        "Doe",
        "Kyiv",
        "Paris",
        "Texas",
        "the",
        "a",
        "he",
        "she",
        "they",
        "which",
        "who",
        "that",
        "and",
        "but",
        "if",
        "not",
        "will",
        "may",
        "Mr.",
        "U.S.",
        "\n",
        "\n\n",
        "#",
        "denied",
        "claims",
        "reported",
        "quoted",
        "as",
        "saying",
        "...",
        "1.",
        "…",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def revision(text: str) -> Revision:
    article = Article(None, None, "", text, date(2024, 6, 26), genre="opinion")
    return Revision(1, 1, "key", 1, datetime(2024, 6, 27, tzinfo=UTC), "", article, "s", "p")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_mention_rests_on_words_of_the_text(text):
    found = extract(revision(text))
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.quote
        assert len(mention.quote) <= 600
        assert (mention.speaker is None) or mention.cue
        if mention.date_text is not None:
            assert text[mention.date_text_start : mention.date_text_end] == mention.date_text
            assert mention.start <= mention.date_text_start < mention.date_text_end <= mention.end
    assert len({mention.id for mention in found.mentions}) == len(found.mentions)
    starts = [mention.start for mention in found.mentions[1:]]
    assert all(first <= second for first, second in pairwise(starts))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_revision_gives_the_same_mentions(text):
    assert extract(revision(text)) == extract(revision(text))


def test_a_long_line_takes_linear_time_and_long_quotes_are_cut():
    line = "In 2014 the council, Jane Doe said, met and " * 4000
    found = extract(revision(line))
    assert len(found.mentions) > 100
    assert max(len(mention.quote) for mention in found.mentions) <= 600


def test_one_endless_word_in_a_headline_takes_linear_time():
    headline = "A" + "a" * 3000
    article = Article(None, None, headline, f"{headline}\n\nSome words.", date(2024, 6, 26))
    seen_at = datetime(2024, 6, 27, tzinfo=UTC)
    found = extract(Revision(1, 1, "key", 1, seen_at, "", article, "s", "p"))
    assert found.mentions[0].speaker is None
