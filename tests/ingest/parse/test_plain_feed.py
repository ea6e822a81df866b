"""The plain reader: what it gives is what feedparser gives, and where it might not be, feedparser reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.parse import bounded_feedparser, feed, judged_feed, plain_entry, plain_feed
from ingest.parse.plain_entry import NotPlain

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:other="urn:other"'
)
ELEMENTS = (
    "<title>Storm over the harbour</title>", "<title>Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</title>", "<title/>",
    "<title type='html'>&lt;i&gt;Slanted&lt;/i&gt;</title>", "<title type='text'>1 &lt; 2</title>",
    "<title>Ã©tÃ©</title>", "<title xml:lang='de_AT'>Hafen</title>", "<title>a <b>b</b></title>",
    "<dc:title>Other title</dc:title>", "<media:title>Picture</media:title>",
    "<link>https://a.example/?a=1&amp;b=2</link>", "<link>https:////a.example/x</link>", "<link/>",
    "<link href='https://a.example/1'/>", "<link rel='self' href='https://a.example/2'/>",
    "<link rel='alternate' type='application/json' href='https://a.example/3'/>", "<link url='https://a.example/4'/>",
    "<link rel='Alternate' type='TEXT/HTML' href=' https://a.example/5 '/>",
    "<guid>https://a.example/g</guid>", "<guid isPermaLink='false'>17</guid>", "<id>urn:x:1</id>", "<guid/>",
    "<description>Plain words</description>", "<description><![CDATA[<p>One.</p><p>Two &amp; more.</p>]]></description>",
    "<description>&lt;p&gt;Escaped &amp;eacute;&lt;/p&gt;</description>", "<description/>",
    "<description type='text/plain'>x &lt;b&gt;y&lt;/b&gt;</description>",
    "<summary>Short</summary>", "<summary type='html'>&lt;p&gt;Short&lt;/p&gt;</summary>",
    "<content:encoded><![CDATA[<div>Long words, longer than the others.</div>]]></content:encoded>",
    "<content type='html'>&lt;p&gt;Atom words&lt;/p&gt;</content>", "<content>Plain atom words</content>",
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x</p></div></content>",
    "<content type='image/png' src='https://a.example/p.png'/>", "<content type='html' xml:lang='fr'>mots</content>",
    "<itunes:summary>Spoken words</itunes:summary>", "<itunes:subtitle>Spoken</itunes:subtitle>",
    "<pubDate>Mon, 13 May 2024 10:00:00 GMT</pubDate>", "<published>2024-05-12T10:00:00Z</published>",
    "<updated>2024-05-14T10:00:00Z</updated>", "<dc:date>2024-05-15</dc:date>", "<issued>2024-05-11</issued>",
    "<created>2024-05-10</created>", "<pubDate/>",
    "<author>a@b.example (A B)</author>", "<author><name>C D</name><email>c@d.example</email></author>",
    "<author><name>E F</name><uri>https://e.example/</uri></author>", "<author><email>hidden</email></author>",
    "<author><name>G</name><other:image width='1'/></author>", "<dc:creator>H I</dc:creator>", "<author/>",
    "<author>x<name>J</name></author>", "<itunes:author>K</itunes:author>", "<contributor><name>L</name></contributor>",
    "<category>News</category>", "<category term='a' label='Label'/>", "<category domain='d'>Sport</category>",
    "<category term='b'>text</category>", "<category label='c'/>", "<dc:subject>Topic</dc:subject>", "<category/>",
    "<itunes:keywords>p, q</itunes:keywords>", "<media:keywords>r</media:keywords>",
    "<source url='https://s.example/'>Agency</source>", "<source/>", "<source><title>Inner</title></source>",
    "<enclosure url='https://a.example/a.mp3' length='1' type='audio/mpeg'/>", "<comments>https://a.example/c</comments>",
    "<slash:comments>3</slash:comments>", "<media:content url='https://a.example/m.jpg'/>",
    "<media:content><media:title>Inside</media:title></media:content>", "<media:thumbnail url='x'/>",
    "<media:group><media:description>Inside</media:description></media:group>",
    "<other:title>Not the title</other:title>", "<other:a b='c'>d</other:a>", "<other:a><title>Inside</title></other:a>",
    "<wp xmlns='urn:wp'>1</wp>", "<title xmlns='urn:wp'>Default namespace</title>", "<links>x</links>",
    "<image><title>Picture</title></image>", "<rights>All</rights>", "<language>nl</language>", "<svg/>",
    "<subtitle>Under</subtitle>", "<TITLE>LOUD</TITLE>", "<title xml:base='https://b.example/'>Based</title>",
    "words between", "&#150;", "<title>&#147;Quoted&#148;</title>", "<!-- comment -->", "<?pi x?>",
)  # fmt: skip
CONTAINERS = {
    "rss": ("<rss version='2.0' {}><channel><title>T</title>", "</channel></rss>", "item"),
    "rss with a language": (
        "<rss version='2.0' xml:lang='en' {}><channel><language>de</language>",
        "<title>Late</title></channel></rss>",
        "item",
    ),
    "rdf": (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' {}>",
        "</rdf:RDF>",
        "item",
    ),
    "atom": (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='pt_BR' {}><title>T</title>",
        "</feed>",
        "entry",
    ),
}


def drafted(entry):
    return feed._draft(entry, "https://news.example/feed", None)


def document(container, items):
    before, after, name = CONTAINERS[container]
    body = "".join(f"<{name}>{''.join(elements)}</{name}>" for elements in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before.format(NAMESPACES)}{body}{after}'.encode()
    )


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(CONTAINERS)),
    st.lists(st.lists(st.sampled_from(ELEMENTS), max_size=6), min_size=1, max_size=3),
)
def test_it_gives_what_feedparser_gives_or_nothing(container, items):
    body = document(container, items)
    try:
        plain = plain_feed.read(body)
    except NotPlain:
        return
    expected = bounded_feedparser.read(body)
    assert [drafted(entry.fields) for entry in plain.entries] == [
        drafted(entry) for entry in expected.entries
    ]


@pytest.mark.parametrize("container", CONTAINERS)
def test_ordinary_feeds_are_read_plainly(container, monkeypatch):
    elements = (
        "<title>A &amp; B</title>", "<link>https://a.example/1</link>", "<dc:creator>A</dc:creator>",
        "<description>Words</description>", "<guid>1</guid>", "<pubDate>Mon, 13 May 2024 10:00:00 GMT</pubDate>",
    )  # fmt: skip
    body = document(container, [elements] * 50)
    given_to_feedparser = []
    judge = bounded_feedparser.read
    monkeypatch.setattr(
        bounded_feedparser, "read", lambda data: given_to_feedparser.append(data) or judge(data)
    )
    reading = judged_feed.read(body, drafted)
    assert [entry["title"] for entry in reading.entries] == ["A & B"] * 50
    (sample,) = given_to_feedparser
    assert sample.count(b"<title>A") == 1
    assert reading.channel == judge(body).channel


def test_where_feedparser_reads_a_sample_otherwise_it_reads_the_feed(monkeypatch):
    body = document("rss", [("<title>A</title>", "<comments>B</comments>")] * 10)
    monkeypatch.setitem(plain_entry.KINDS, "comments", "author")
    assert plain_feed.read(body).entries[0].fields["author"] == "B"
    assert [dict.get(entry, "author") for entry in judged_feed.read(body, drafted).entries] == [
        None
    ] * 10


def test_every_element_and_neighbour_of_it_is_judged():
    items = [("<title>A</title>", "<link>b</link>")] * 9 + [
        ("<link>b</link>", "<title>A</title>")
    ] * 9
    entries = plain_feed.read(document("rss", items)).entries
    assert [entries.index(entry) for entry in judged_feed._sample(entries)] == [0, 9]


@pytest.mark.parametrize(
    "inside",
    [
        "<title xml:base='https://b.example/'>x</title>", "<title>a</title><title>b</title>", "<item/>",
        "<description>a <b>b</b></description>", "<title>&#150;</title>", "<title>x</title", "&nbsp;",
    ],
)  # fmt: skip
def test_what_is_not_simple_is_left_to_feedparser(inside):
    with pytest.raises(NotPlain):
        plain_feed.read(document("rss", [(inside,)]))


def test_a_document_type_is_left_to_feedparser():
    with pytest.raises(NotPlain, match="document type"):
        plain_feed.read(b'<!DOCTYPE rss [<!ENTITY a "b">]>' + document("rss", [()])[38:])


def test_entries_beyond_the_limit_are_in_neither_the_list_nor_the_sample(monkeypatch):
    monkeypatch.setattr(plain_feed, "ENTRIES", 20)
    body = document("rss", [("<title>A</title>",)] * 100)
    assert len(plain_feed.read(body).entries) == 21
    assert len(judged_feed.read(body, drafted).entries) == 21
