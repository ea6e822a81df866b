"""An article's text begins with its title, once, and every field has its bound."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Source
from ingest.parse import limits
from ingest.parse.article import Draft, build_article, compose, language_tag

FEED = Source(key="k", location="https://news.example/feed", kind="feed")
NOTE = Source(
    key="note.txt", location="/site/note.txt", kind="document", published=date(2025, 1, 22)
)


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Ferry aground", "It happened at dawn.", "Ferry aground\n\nIt happened at dawn."),
        ("Ferry aground", "", "Ferry aground"),
        ("Ferry aground", "Ferry aground\n\nAt dawn.", "Ferry aground\n\nAt dawn."),
        ("Ferry aground", "FERRY AGROUND\nAt dawn.", "Ferry aground\n\nAt dawn."),
        ("Ferry aground", "Ferry aground", "Ferry aground"),
        ("Ferry ran aground at dawn", "Ferry ran aground at dawn. Nobody was hurt.",
         "Ferry ran aground at dawn\n\nNobody was hurt."),
        ("Ferry ran aground at dawn", "Ferry ran aground at dawn Harbour police said",
         "Ferry ran aground at dawn\n\nHarbour police said"),
        ("The harbour war", "The harbour war enters its third year.",
         "The harbour war\n\nThe harbour war enters its third year."),
        ("The war in the harbour", "The war in the harbour enters its third year.",
         "The war in the harbour\n\nThe war in the harbour enters its third year."),
        ("Port", "Portugal won.", "Port\n\nPortugal won."),
    ],
)  # fmt: skip
def test_the_title_stands_once_before_the_body(title, body, text):
    assert compose(title, body) == (title, text)


def test_a_body_without_a_title_lends_its_first_sentence_and_stays_whole():
    body = "The ferry ran aground off Kings Point. Nobody was hurt, the U.S. Coast Guard said."
    assert compose("", body) == ("The ferry ran aground off Kings Point.", body)
    long = "word " * 100
    title, text = compose("", long.strip())
    assert text.startswith(title)
    assert len(title) <= 100


@given(st.text(max_size=80), st.text(max_size=200))
def test_a_text_always_begins_with_its_title(title, body):
    article = build_article(Draft(title=title, body=body), FEED)
    if article is not None:
        assert article.text.startswith(article.title)
        assert article.title


def test_nothing_at_all_is_no_article():
    assert build_article(Draft(), FEED) is None
    assert build_article(Draft(title=" \0 ", published_texts=("2024-01-01",)), FEED) is None


def test_an_entry_with_nothing_but_an_address_is_titled_by_it():
    article = build_article(Draft(url="https://news.example/1"), FEED)
    assert article.text == "https://news.example/1"


def test_the_first_readable_date_counts_and_the_printed_text_stays():
    draft = Draft(title="t", published_texts=("soon", "2024-05-13", "2024-05-14"))
    assert build_article(draft, FEED).published == date(2024, 5, 13)
    assert build_article(draft, FEED).published_text == "2024-05-13"


def test_an_unreadable_date_is_none_and_stays_as_printed():
    article = build_article(Draft(title="t", published_texts=("Sun, 31 Sep 2024",)), FEED)
    assert article.published is None
    assert article.published_text == "Sun, 31 Sep 2024"


def test_the_users_date_serves_documents_without_one_and_no_feed():
    dated = Draft(title="t", published_texts=("2024-05-13T10:00:00Z",))
    assert build_article(Draft(title="t"), NOTE).published == date(2025, 1, 22)
    assert build_article(Draft(title="t"), NOTE).published_text is None
    assert build_article(dated, NOTE).published == datetime(2024, 5, 13, 10, tzinfo=UTC)
    feed = Source(key="k", location="x", kind="feed", published=date(2025, 1, 22))
    assert build_article(Draft(title="t"), feed).published is None


@pytest.mark.parametrize(
    ("said", "of_source", "genre"),
    [("Op-Ed", None, "opinion"), ("Editorial", None, "opinion"), (None, None, "report"),
     ("gossip", None, "report"), (None, "opinion", "opinion"), ("opinion", "report", "report")],
)  # fmt: skip
def test_what_the_user_says_of_the_genre_goes_first(said, of_source, genre):
    source = Source(key="k", location="x", genre=of_source)
    assert build_article(Draft(title="t", genre=said), source).genre == genre


def test_every_field_is_bounded():
    huge = "x" * 3_000_000
    draft = Draft(title=huge, body=huge, guid=huge, published_texts=(huge,), author=huge, publisher=huge,
                  tags=tuple(f"{n}{huge[:400]}" for n in range(10_000)))  # fmt: skip
    article = build_article(draft, FEED)
    assert len(article.title) == limits.TITLE_CHARACTERS
    assert len(article.text) <= limits.TEXT_CHARACTERS
    assert len(article.author) == len(article.publisher) == limits.FIELD_CHARACTERS
    assert len(article.published_text) == limits.FIELD_CHARACTERS
    assert len(article.tags) == limits.TAGS
    assert len(article.guid) < 100


def test_two_long_guids_that_begin_alike_stay_two():
    first, second = ("x" * 5000 + end for end in "ab")
    guids = {build_article(Draft(title="t", guid=guid), FEED).guid for guid in (first, second)}
    assert len(guids) == 2


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en", "en"), (" pt_BR ", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("english", None), ("", None),
     (None, None), ("en; x", None), ("x" * 300, None)],
)  # fmt: skip
def test_a_language_is_a_tag_or_nothing(text, tag):
    assert language_tag(text) == tag
