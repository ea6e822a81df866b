"""A2 of docs/hardening.md: a page whose publisher forbids to quote it is not read."""

from dataclasses import replace

import pytest

from ingest.errors import ParseError, ReservedError
from ingest.parse import parse

WORDS = "The ferry ran aground off Kings Point shortly before dawn, the harbour master said. " * 6


def page(head=""):
    return (
        f"<!doctype html><html><head><title>Ferry aground</title>{head}</head><body><article>"
        f"<h1>Ferry aground</h1><p>{WORDS}</p></article></body></html>"
    )


@pytest.fixture
def served(fetched):
    """A page as it came, with these header fields besides its type."""

    def make(head="", headers=None, **source):
        came = fetched(page(head), "https://news.example/ferry", **{"kind": "page", **source})
        return replace(came, headers={"content-type": "text/html", **(headers or {})})

    return make


@pytest.mark.parametrize(
    ("head", "headers", "told"),
    [
        ("", {"tdm-reservation": "1"}, "tdm-reservation"),
        ("<meta name='tdm-reservation' content='1'>", {}, "tdm-reservation"),
        ("", {"x-robots-tag": "nosnippet"}, "nosnippet"),
        ("", {"x-robots-tag": "noarchive, NoIndex"}, "noindex"),
        ("", {"x-robots-tag": "dateline: none"}, "none"),
        ("", {"x-robots-tag": "unavailable_after: 25 Jun 2030 15:00:00 PST, max-snippet: 0"}, "max-snippet"),
        ("<meta name=robots content='index, nosnippet'>", {}, "nosnippet"),
        ("<meta name=ROBOTS content=index><meta name=Dateline content='noai'>", {}, "noai"),
    ],
)  # fmt: skip
def test_a_page_that_must_not_be_quoted_is_one_clear_line(served, head, headers, told):
    with pytest.raises(ParseError, match=told) as caught:
        parse(served(head, headers))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ("", {}),
        ("", {"tdm-reservation": "0"}),
        ("", {"x-robots-tag": "noarchive"}),
        ("", {"x-robots-tag": "nofollow, max-snippet:-1, max-image-preview:large"}),
        ("", {"x-robots-tag": "googlebot: noindex, nosnippet"}),
        ("<meta name=googlebot content=noindex>", {}),
        ("<meta name=robots content='index, follow, noarchive'>", {}),
        ("<meta name=robots>", {"x-robots-tag": ", ,:,"}),
    ],
)
def test_other_wishes_are_no_bar(served, head, headers):
    (article,) = parse(served(head, headers)).articles
    assert "harbour master" in article.text


def test_a_document_of_the_users_own_is_read_whatever_it_says(read_file):
    (article,) = read_file("ferry.html", page("<meta name=robots content=noindex>")).articles
    assert "harbour master" in article.text


def test_a_feed_is_published_to_be_read_and_asks_nothing(fetched, rss):
    came = fetched(rss("<title>One</title><description>Words.</description>"))
    came = replace(came, headers={"x-robots-tag": "noindex, follow"})  # as WordPress sends it
    assert len(parse(came).articles) == 1


@pytest.mark.parametrize(
    ("in_page", "in_header", "in_file", "reserved"),
    [
        (None, None, True, True),
        (None, "0", True, False),
        ("0", "1", True, False),
        ("1", "0", False, True),
        ("7", None, True, True),
        ("7", "1", False, True),
    ],
)
def test_a_page_beats_its_header_and_that_the_file_of_its_host(
    served, in_page, in_header, in_file, reserved
):
    head = f"<meta name=tdm-reservation content={in_page}>" if in_page else ""
    came = served(head, {"tdm-reservation": in_header} if in_header else {})
    came = replace(came, is_reserved=in_file)
    if reserved:
        with pytest.raises(ReservedError):
            parse(came)
    else:
        assert parse(came).articles
