"""JSON Feed: the good items of any input, and one line where there are none (row 50 of the table)."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import DatelineError, NotAFeedError, ParseError

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items, **more):
    return json.dumps({"version": VERSION, "title": "Harbour Gazette", "items": items, **more})


def test_an_item_gives_every_field(read):
    parsed = read(
        feed(
            {
                "id": "a1", "url": "/1", "title": "Ferry aground", "content_html": "<p>At dawn.</p><p>Nobody hurt.</p>",
                "summary": "Short.", "date_published": "2024-05-13T07:30:00+02:00", "date_modified": "2024-05-14",
                "authors": [{"name": "Jane Roe"}, {"name": "John Doe"}], "language": "de", "tags": ["Sea", 7],
            },
            home_page_url="https://news.example/", language="en",
        )
    )  # fmt: skip
    (article,) = parsed.articles
    assert (parsed.format, parsed.title, parsed.language) == ("json11", "Harbour Gazette", "en")
    assert (article.guid, article.url) == ("a1", "https://news.example/1")
    assert article.text == "Ferry aground\n\nAt dawn.\n\nNobody hurt."
    assert article.published == datetime(2024, 5, 13, 5, 30, tzinfo=UTC)
    assert article.updated == date(2024, 5, 14)
    assert (article.author, article.language, article.tags) == (
        "Jane Roe, John Doe",
        "de",
        ("Sea", "7"),
    )


def test_version_1_0_with_its_single_author(read):
    body = feed({"id": 7, "content_text": "a\n\nb", "author": {"name": "Jane Roe"}}).replace(
        "1.1", "1"
    )
    parsed = read(body)
    assert parsed.format == "json1"
    assert parsed.articles[0].guid == "7"
    assert parsed.articles[0].text == "a\n\nb"
    assert parsed.articles[0].author == "Jane Roe"


def test_an_item_without_a_date_has_none(read):
    assert read(feed({"title": "x"})).articles[0].published is None


@pytest.mark.parametrize("items", [{"a": 1}, None, "x", 5])
def test_items_that_are_no_list_are_no_feed(read, items):
    with pytest.raises(NotAFeedError, match="no list of items"):
        read(json.dumps({"version": VERSION, "items": items}))


@pytest.mark.parametrize("body", ['{"a": 1}', "[]", '{"items": []}', '"x"'])
def test_other_json_is_no_feed(read, body):
    with pytest.raises(NotAFeedError):
        read(body)


def test_items_of_wrong_types_cost_themselves_alone(read):
    wrong = [
        1,
        None,
        "x",
        [],
        {},
        {"title": [], "tags": 3, "authors": "x", "content_html": {}, "url": []},
    ]
    parsed = read(feed(*wrong, {"id": "a", "title": "good"}))
    assert [article.title for article in parsed.articles] == ["good"]
    assert parsed.notes == ("items skipped for want of words, address and identifier: 6",)


def test_a_cut_off_feed_gives_its_whole_items(read):
    body = feed(*({"id": str(n), "title": f"t{n}"} for n in range(5)))
    parsed = read(body[:-25])
    assert [article.title for article in parsed.articles] == ["t0", "t1", "t2", "t3"]
    assert "whole items salvaged: 4" in parsed.notes[0]
    assert parsed.is_cut_off
    assert not read(body).is_cut_off


@pytest.mark.parametrize(
    "inside",
    [
        '"items": ' + "[" * 100_000,
        '"items": ' + "[" * 100_000 + "]" * 100_000,
        '"x": ' + '{"a":' * 100_000,
        "",
        '"items": [',
    ],
    ids=["open", "closed", "objects", "nothing", "no item"],
)
def test_json_that_cannot_be_read_is_one_line(read, inside):
    with pytest.raises(ParseError) as refused:
        read(f'{{"version": "{VERSION}", {inside}')
    assert "\n" not in str(refused.value)


def test_numbers_of_any_size_are_only_written_down(read):
    body = feed({"title": "x"}).replace(
        '"title": "x"', f'"id": {"9" * 100_000}, "title": 1e999, "url": NaN'
    )
    (article,) = read(body).articles
    assert article.guid.startswith("sha256:")
    assert article.title == "1e999"


def test_surrogates_and_controls_are_replaced(read):
    body = feed({"id": "a"}).replace(
        '"id": "a"', r'"id": "\ud800", "title": "\ud83d\ude00 \udc00\u0000\u001b[31m"'
    )
    (article,) = read(body).articles
    assert article.guid == "\ufffd"
    assert article.title == "😀 \ufffd[31m"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_any_unicode_encoding_is_read(read, encoding):
    body = feed({"title": "Fähre"}).replace(r"\u00e4", "ä")
    assert read(body.encode(encoding)).articles[0].title == "Fähre"


def test_bad_bytes_cost_their_characters(read):
    body = feed({"title": "Fähre ä ö ü QQ"}).encode().replace(b"QQ", b"\xff\xfe")
    assert read(body).articles[0].title.startswith("F")


def test_of_a_key_given_twice_the_last_counts(read):
    body = feed({"title": "x"}).replace('"title": "x"', '"title": "x", "title": "y"')
    assert read(body).articles[0].title == "y"


def test_a_next_url_or_hub_is_never_followed(read, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a parser opened a connection")

    monkeypatch.setattr("socket.socket", refuse)
    body = feed(
        {"title": "x"},
        next_url="http://127.0.0.1:9/",
        hubs=[{"type": "x", "url": "http://127.0.0.1:9/"}],
    )
    assert len(read(body).articles) == 1


def test_html_in_an_item_becomes_words(read):
    (article,) = read(
        feed({"title": "<b>t</b>", "content_html": "<script>x()</script><p>words"})
    ).articles
    assert article.text == "t\n\nwords"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
            st.sampled_from(["version", "items", "id", "title", "url", "authors", "tags", "content_html", "name"]),
            inner, max_size=5),
        max_leaves=20,
    )
)  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_json_raises_anything_but_one_line(read, value):
    try:
        read(json.dumps({"version": VERSION, "items": value}))
    except DatelineError as refused:
        assert "\n" not in str(refused)  # noqa: PT017
