"""feedparser within a budget: the same answers as feedparser's own, and an end to every document."""

import io

import feedparser
import pytest

from ingest.parse import bounded_feedparser
from ingest.parse.bounded_feedparser import read

DECLARED = '<?xml version="1.0" encoding="utf-8"?>'
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">&lt;b&gt;T&lt;/b&gt;</title>'
    "<entry><id>urn:1</id><title>x</title><link href='https://a.example/1'/><updated>2024-05-13T10:00:00Z</updated>"
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Words &amp; more</p></div></content>"
    "<category term='a'/><category term='b'/></entry></feed>"
)
RSS = (
    '<rss version="2.0"><channel><title>T</title><item><title>x</title><link>https://a.example/?a=1&amp;b=2</link>'
    "<description><![CDATA[<p>Words</p>]]></description><author>a@b.example (A B)</author></item></channel></rss>"
)
OWN_DOCTYPE = '<!DOCTYPE rss [<!ENTITY copy "(c)">]>' + RSS.replace("Words", "&copy;")
ILL_FORMED = RSS.replace("Words", "&nbsp;A & B<br>")
ILL_FORMED_OUTSIDE = RSS.replace("<title>x</title>", "<title>A & B &eacute; <b>x</title>")


@pytest.mark.parametrize("document", [ATOM, RSS, OWN_DOCTYPE, ILL_FORMED, ILL_FORMED_OUTSIDE])
def test_it_reads_what_feedparser_reads(document):
    body = (DECLARED + document).encode()
    expected = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    reading = read(body)
    assert reading.channel == expected["feed"]
    assert reading.entries == expected["entries"]
    assert reading.version == expected["version"]
    assert bool(reading.error) == bool(expected["bozo"])
    assert not reading.is_exhausted


WITHOUT_END = {
    "tags": "<a>" * 20_000,
    "empty elements": "<a/>" * 20_000,
    "end tags": "</a>" * 20_000,
    "less-thans": "<" * 20_000,
    "ampersands": "&" * 20_000,
    "references": "&eacute;" * 20_000,
    "declarations": "<!a>" * 20_000,
    "namespaces": "".join(f'<a xmlns:n{n}="urn:{n}"/>' for n in range(2_000)),
}


@pytest.mark.parametrize("inside", WITHOUT_END.values(), ids=WITHOUT_END)
def test_a_document_beyond_the_budget_keeps_the_entries_before_it(inside):
    document = f"<rss><channel><title>T</title><item><title>x</title></item><item>{inside}</item></channel></rss>"
    reading = read((DECLARED + document).encode(), events=10_000)
    assert reading.is_exhausted
    assert [dict.get(entry, "title") for entry in reading.entries] == ["x"]


def test_what_feedparser_compares_with_all_before_it_is_bounded():
    categories = "".join(f"<category>c{n}</category>" for n in range(20_000))
    document = f"<rss><channel><item><title>x</title>{categories}</item></channel></rss>"
    (entry,) = read((DECLARED + document).encode()).entries
    assert [tag["term"] for tag in entry["tags"]][:3] == ["c0", "c1", "c2"]
    assert len(entry["tags"]) < 200


def test_blanks_before_the_root_cost_nothing(monkeypatch):
    body = (DECLARED + "\n" * 1_000_000 + RSS).encode()
    seen = []
    replace_doctype = bounded_feedparser.replace_doctype
    monkeypatch.setattr(
        bounded_feedparser,
        "replace_doctype",
        lambda data: seen.append(data) or replace_doctype(data),
    )
    assert len(read(body).entries) == 1
    assert len(seen[0]) < 1_000
