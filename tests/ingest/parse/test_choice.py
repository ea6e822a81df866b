"""The right ingester reads each source, and a plug-in's answer is held to the same promises."""

import pickle

import pytest

from ingest.errors import NotAFeedError, ParseError
from ingest.hookspecs import Ingester
from ingest.model import Article, Parsed
from ingest.parse import choice, parse
from ingest.parse.sniffing import form_of
from ingest.plugins import Plugins, installed, load

RSS = "<rss><channel><title>t</title><item><title>x</title></item></channel></rss>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title></feed>'
JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "items": []}'
PAGE = (
    "<!DOCTYPE html><html><body><p>Words enough to make an article of this page.</p></body></html>"
)
OPML = '<opml><body><outline xmlUrl="https://a.example/"/></body></opml>'


@pytest.mark.parametrize(
    ("body", "content_type", "form"),
    [
        (RSS, "", "feed"),
        (RSS, "text/plain", "feed"),
        (RSS, "text/html; charset=utf-8", "feed"),
        (ATOM.upper(), "", "feed"),
        ("<!-- c --><?x y?><!DOCTYPE rss [<!ELEMENT a ANY>]>" + RSS, "", "feed"),
        ("Warning: x in <b>y</b>" + RSS, "", "feed"),
        ("<rdf:RDF xmlns:rdf='x'>", "", "feed"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "", "feed"),
        (JSON_FEED, "application/json", "json_feed"),
        ('{"items": []}', "", "json_feed"),
        ('{"a": 1}', "application/feed+json", "json_feed"),
        ('{"a": 1}', "", "json"),
        ('{"a": 1}\n{"a": 2}', "application/x-ndjson", "json_lines"),
        (PAGE, "application/rss+xml", "html"),
        (PAGE, "", "html"),
        ("<div>part of a page <feed></div>", "", "feed"),
        ("words with <b>some</b> marks", "text/html", "html"),
        (OPML, "", "opml"),
        ("<urlset/>", "", "sitemap"),
        ("<svg/>", "image/svg+xml", "svg"),
        ('<?xml version="1.0"?><other/>', "", "xml"),
        ("words", "text/plain", "text"),
        ("# words", "text/markdown", "markdown"),
        ("", "application/rss+xml", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "", "binary"),
    ],
)
def test_content_decides_what_it_is_and_the_header_where_it_cannot(
    fetched, body, content_type, form
):
    assert form_of(fetched(body, content_type=content_type)) == form


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_the_form_is_seen_in_every_encoding(fetched, encoding):
    for body, form in ((RSS, "feed"), (JSON_FEED, "json_feed"), (PAGE, "html"), (OPML, "opml")):
        assert form_of(fetched(body.encode(encoding))) == form


@pytest.mark.parametrize(
    ("body", "kind", "format_name"),
    [
        (RSS, "auto", "rss"), (RSS, "feed", "rss"), (RSS, "document", "rss"),
        (JSON_FEED, "auto", "json11"), (JSON_FEED, "feed", "json11"),
        (PAGE, "auto", "html"), (PAGE, "page", "html"), (PAGE, "document", "html"),
        (OPML, "auto", "opml"), (OPML, "opml", "opml"),
        ("words of a text", "auto", "text"), ("words of a text", "document", "text"),
    ],
)  # fmt: skip
def test_a_source_is_read_as_what_it_is(read, body, kind, format_name):
    assert read(body, kind=kind).format == format_name


@pytest.mark.parametrize("body", [PAGE, OPML, "words", "", "{}"])
def test_a_source_that_should_be_a_feed_is_nothing_else(read, body):
    with pytest.raises(NotAFeedError):
        read(body, kind="feed")


def test_what_goes_in_and_comes_out_can_cross_to_another_process(fetched):
    parsed = parse(pickle.loads(pickle.dumps(fetched(RSS))))
    assert pickle.loads(pickle.dumps(parsed)) == parsed


def test_the_same_bytes_give_the_same_answer(read):
    assert read(RSS) == read(RSS)
    assert read(PAGE, kind="page") == read(PAGE, kind="page")


@pytest.fixture
def with_plugin(monkeypatch):
    """Install one more ingester for the length of a test."""

    def install(matches=lambda fetched: 200, answer=None):
        ingester = Ingester("extra", matches, answer or (lambda fetched: Parsed((), "extra")))
        found = load(())
        monkeypatch.setattr(
            choice.plugins,
            "installed",
            lambda: Plugins(found.manager, (*found.ingesters, ingester), ()),
        )

    return install


def test_a_surer_plugin_goes_before_the_built_in_ones(with_plugin, read):
    with_plugin()
    assert read(RSS).format == "extra"


def test_of_two_equally_sure_the_later_one_reads(with_plugin, read):
    with_plugin(matches=lambda fetched: 90)
    assert read(RSS).format == "extra"


@pytest.mark.parametrize(
    "matches", [lambda fetched: 1 / 0, lambda fetched: "much", lambda fetched: None]
)
def test_a_plugin_that_cannot_answer_is_passed_over(with_plugin, read, matches):
    with_plugin(matches=matches)
    assert read(RSS).format == "rss"


@pytest.mark.parametrize(
    "answer", [lambda fetched: 1 / 0, lambda fetched: None, lambda fetched: {}["a\nb"]]
)
def test_a_plugin_that_fails_is_named_in_one_line(with_plugin, read, answer):
    with_plugin(answer=answer)
    with pytest.raises(ParseError, match="plug-in extra:") as refused:
        read(RSS)
    assert "\n" not in str(refused.value)


def test_a_plugins_own_refusal_passes_unchanged(with_plugin, read):
    def refuse(fetched):
        raise ParseError("not a ship's log", source=fetched.url)

    with_plugin(answer=refuse)
    with pytest.raises(ParseError, match="not a ship's log"):
        read(RSS)


def test_a_plugins_strings_and_addresses_are_cleaned(with_plugin, read):
    article = Article(None, "javascript:x", "a\0\nb", "a\0\nb \ud800", tags=("x\x1b",))
    with_plugin(answer=lambda fetched: Parsed((article,), "extra"))
    (clean,) = read(RSS).articles
    assert (clean.url, clean.title, clean.text) == (None, "a b", "a\nb \ufffd")


def test_the_built_in_ingesters_are_installed_through_the_hook():
    names = [ingester.name for ingester in installed().ingesters]
    assert names[:7] == ["feed", "json_feed", "opml", "page", "json_lines", "markdown", "text"]
