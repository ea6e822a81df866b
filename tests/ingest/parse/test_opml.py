"""OPML: every feed of a list, well-formed or not, once."""

import pytest

from ingest.errors import ParseError


@pytest.fixture
def sources(read):
    return lambda body, **source: (
        read(body, "https://news.example/list", **{"kind": "opml", **source}).sources
    )


def test_nested_outlines_are_sources_in_order(sources):
    first, second = sources(
        '<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>'
        '<outline text="Sea"><outline type="rss" text="Gazette" xmlUrl="https://A.example/feed"/></outline>'
        '<outline text="b" title="Bugle" xmlUrl="https://b.example/feed?x=1&amp;utm_source=y"/></body></opml>'
    )
    assert (first.key, first.location, first.title) == (
        "https://a.example/feed",
        "https://A.example/feed",
        "Gazette",
    )
    assert (second.key, second.title) == ("https://b.example/feed?x=1&utm_source=y", "Bugle")
    assert first.kind == second.kind == "feed"


def test_a_feed_listed_twice_is_one_source(sources):
    outline = '<outline xmlUrl="https://a.example/feed"/>'
    assert len(sources(f"<opml><body>{outline}{outline}</body></opml>")) == 1


ILL_FORMED = {
    "bare ampersand": '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"/></body></opml>',
    "entity of HTML": '<opml><body><outline text="Caf&eacute; &amp; B&nbsp;" xmlUrl="https://a.example/?x=1&y=2"/></body></opml>',
    "unclosed outline": '<opml><body><outline text="A"><outline xmlUrl="https://a.example/?x=1&amp;y=2"/></body></opml>',
    "cut off": '<opml><body><outline xmlUrl="https://a.example/?x=1&amp;y=2"/><outline text="',
    "blank lines first": '\n\n<?xml version="1.0"?><opml><body><outline xmlurl="https://a.example/?x=1&amp;y=2"/></body></opml>',
    "undeclared prefix": '<opml><body><outline x:y="z" xmlUrl="https://a.example/?x=1&amp;y=2"/></body></opml>',
    "upper case": '<OPML><BODY><OUTLINE XMLURL="https://a.example/?x=1&amp;y=2"/></BODY></OPML>',
    "quotes within a value": '<opml><body><outline text="The "Best" of "A"" xmlUrl="https://a.example/?x=1&amp;y=2" type="rss" /></body></opml>',
    "feed scheme": '<opml><body><outline xmlUrl="feed:https://a.example/?x=1&amp;y=2"/></body></opml>',
}


@pytest.mark.parametrize("body", ILL_FORMED.values(), ids=ILL_FORMED)
def test_an_ill_formed_list_gives_its_feeds(sources, body):
    (source,) = sources(body)
    assert source.location == "https://a.example/?x=1&y=2"


def test_the_scheme_feed_means_http(sources):
    (source,) = sources('<opml><body><outline xmlUrl="feed://a.example/x"/></body></opml>')
    assert source.location == "http://a.example/x"


def test_outlines_that_are_no_web_addresses_are_counted(read):
    outlines = "".join(
        f'<outline xmlUrl="{address}"/>'
        for address in (
            "https://a.example/",
            "file:///etc/passwd",
            "javascript:x",
            "mailto:a@b.example",
            "https://",
        )
    )
    parsed = read(f"<opml><body>{outlines}</body></opml>", kind="opml")
    assert [source.key for source in parsed.sources] == ["https://a.example/"]
    assert parsed.notes == ("outlines without a web address, skipped: 4",)


def test_a_relative_address_is_one_only_in_a_list_from_the_web(read, read_file):
    body = '<opml><body><outline xmlUrl="data/a.xml"/><outline xmlUrl="https://b.example/"/></body></opml>'
    assert [source.location for source in read(body, "https://news.example/list", kind="opml").sources] == [
        "https://news.example/data/a.xml", "https://b.example/",
    ]  # fmt: skip
    local = read_file("list.opml", body, kind="opml")
    assert [source.location for source in local.sources] == ["https://b.example/"]
    assert local.notes == ("outlines without a web address, skipped: 1",)


def test_what_the_user_says_of_a_list_holds_for_its_feeds(sources):
    (source,) = sources('<opml><body><outline xmlUrl="https://a.example/"/></body></opml>', genre="opinion", language="de")  # fmt: skip
    assert (source.genre, source.language) == ("opinion", "de")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<opml><body/></opml>", "names no feed"),
        ("", "nothing at all"),
        ("<rss><channel/></rss>", "a feed"),
        ("words", "plain text"),
        ("<opml", "OPML"),
        ('<!DOCTYPE opml [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><opml/>', "declares entities"),
        ('<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml/>', "declares entities"),
        ("<opml><body>" + "<outline>" * 50_000, "names no feed"),
    ],
    ids=["empty list", "empty", "feed", "text", "cut", "entities", "external entity", "depth"],
)
def test_what_is_no_list_is_one_line(read, body, reason):
    with pytest.raises(ParseError, match=reason) as refused:
        read(body, kind="opml")
    assert "\n" not in str(refused.value)


def test_a_list_by_its_name_alone_is_told_from_one(read_file):
    with pytest.raises(ParseError, match="not an OPML list: it has no element <opml>"):
        read_file("feeds.opml", "words", kind="opml")
