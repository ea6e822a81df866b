"""Feeds made to break their reader: each is read, salvaged or refused in one line, soon and in little memory.

The rows are those of the table of hostile inputs (docs/hardening.md); rows on dates and addresses stand in
test_published.py and test_urls.py, on JSON Feed in test_json_feed.py.
"""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from ingest.errors import DatelineError, NotAFeedError, ParseError

#: CPU seconds: far more than needed on a busy machine, far less than a quadratic parser takes.
SOON = 25

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES_WITH_ENTITIES = {
    "billion laughs": f'<!DOCTYPE rss [<!ENTITY a0 "lol">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a9 "{"x" * 100_000}">]>',
    "just under a guard": f'<!DOCTYPE rss [<!ENTITY a9 "{"x" * 1_000}">]>',
    "parameter": "<!DOCTYPE rss [<!ENTITY % a \"<!ENTITY a9 'x'>\">%a;]>",
    "recursive": '<!DOCTYPE rss [<!ENTITY a9 "&b;"><!ENTITY b "&a9;">]>',
    "external file": '<!DOCTYPE rss [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    "external address": '<!DOCTYPE rss [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/x">]>',
    "behind a comment": f'<!-- <x> --><!DOCTYPE rss [<!ENTITY a9 "{"x" * 100_000}">]>',
    "bait": f"<!DOCTYPE rss [{'<!ENTITY ' * 25_000}]>",
    "many harmless": "<!DOCTYPE rss [" + '<!ENTITY a9 "b">' * 25_000 + "]>",
}


@pytest.fixture(autouse=True)
def nothing_is_fetched_or_opened(monkeypatch):
    """No parser may open a socket or one of the files that these bodies name (rows 29 and 30)."""

    def refuse(*args, **kwargs):
        raise AssertionError("a parser opened a connection")

    opened = Path.open
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr("builtins.open", _guarded(open))
    monkeypatch.setattr(Path, "open", _guarded(opened))


def _guarded(opener):
    def guarded(path, *args, **kwargs):
        assert "passwd" not in str(path)
        return opener(path, *args, **kwargs)

    return guarded


@pytest.fixture
def soon():
    started = time.process_time()
    yield
    assert time.process_time() - started < SOON


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("doctype", DOCTYPES_WITH_ENTITIES.values(), ids=DOCTYPES_WITH_ENTITIES)
def test_row_28_entities_are_refused_before_they_expand(read, rss, soon, doctype, encoding):
    body = rss(f"<title>x</title><description>{'&a9;' * 1000}</description>", prolog=doctype)
    with pytest.raises(ParseError, match="declares entities"):
        read(body.encode(encoding))


def test_row_28_entities_for_single_characters_do_no_harm(read, rss):
    doctype = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY copy "(c)">]>'
    (article,) = read(rss("<title>a&nbsp;b &copy;</title>", prolog=doctype)).articles
    assert article.title == "a b (c)"


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/x.dtd">',
        '<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>',
    ],
)
def test_row_29_external_things_are_not_read(read, rss, prolog):
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    (article,) = read(rss(f"<title>x</title>{include}", prolog=prolog)).articles
    assert article.text == "x"


@pytest.mark.parametrize(
    "body", ["http://127.0.0.1:9/", "file:///etc/passwd", "/etc/passwd", "feed:http://127.0.0.1:9/"]
)
def test_row_30_a_body_that_names_a_place_is_not_followed(read, body):
    with pytest.raises(NotAFeedError):
        read(body)


@pytest.mark.parametrize(
    "inside",
    [
        "<a>" * 50_000 + "</a>" * 50_000,
        "<a>" * 50_000,
        f"<description>{'&lt;div&gt;' * 20_000}x</description>",
        f"<description>{'&lt;b&gt;' * 20_000}x</description>",
    ],
    ids=["closed", "open", "html blocks", "html"],
)
def test_row_31_depth_ends_nothing(read, rss, soon, inside):
    assert len(read(rss(f"<title>x</title>{inside}")).articles) == 1


@pytest.mark.parametrize("token", ["<a>", "<a/>", "<item>", "<a b='", "<"])
def test_row_31_no_markup_takes_longer_for_being_more(read, rss, soon, token):
    whole = "<title>Whole</title>"
    try:
        parsed = read(rss(whole, whole, token * (4_000_000 // len(token))))
    except ParseError as refused:
        assert "too much markup" in str(refused)  # noqa: PT017
    else:
        assert parsed.articles[0].title == "Whole"
        assert [n for n in parsed.notes if "too much markup" in n or "more than 20000" in n]


def test_row_31_too_much_markup_in_the_first_entry_is_refused_in_one_line(read, rss, soon):
    with pytest.raises(ParseError, match="too much markup before the first entry ends"):
        read(rss("<a/>" * 1_000_000))


@pytest.mark.parametrize(
    "attributes",
    [
        f'a="{"x" * 20_000_000}"',
        f'a="{"x" * 10_000_000}"',
        " ".join(f'a{n}="x"' for n in range(100_000)),
        " ".join(f"xmlns:a{n}='x{n}'" for n in range(50_000)),
    ],
    ids=["20 MB", "10 MB", "100,000", "50,000 namespaces"],
)
def test_row_32_attributes_beyond_reason_are_refused(read, soon, attributes):
    with pytest.raises(ParseError, match=r"limit is 16 MB|attributes in"):
        read(
            f"<rss><channel><title>t</title><item {attributes}><title>x</title></item></channel></rss>"
        )


def test_row_32_many_elements_with_as_many_attributes_as_allowed(read, soon):
    attributes = " ".join(f'a{n}="x"' for n in range(250))
    items = f"<item {attributes}><title>x</title></item>" * 300
    assert len(read(f"<rss><channel><title>t</title>{items}</channel></rss>").articles) == 300


BAIT = {
    "doctypes": ("<!DOCTYPE " * 15_000, ""),
    "closed doctypes": ("<!DOCTYPE x>" * 15_000, ""),
    "ampersands": ("", f"<description>{'&' * 300_000}</description>"),
    "less-thans": ("", f"<description>{'<' * 300_000}</description>"),
    "both in CDATA": ("", f"<description><![CDATA[{'<&' * 500_000}]]></description>"),
    "style": ("", f"<description><![CDATA[<p style='{'a:b;' * 250_000}'>x]]></description>"),
    "comments": ("", f"<description><![CDATA[{'<!--' * 250_000}]]></description>"),
    "a comment of 1 MB": (f"<!--{'x' * 1_000_000}-->", ""),
    "a date": ("", f"<pubDate>{'1 ' * 500_000}</pubDate>"),
    "an e-mail address": ("", f"<author>{'a.' * 75_000}@</author>"),
    "an e-mail address in CDATA": ("", f"<author><![CDATA[{'a' * 150_000}@]]></author>"),
    "starts of authors": ("", "<author " * 10_000),
}


@pytest.mark.parametrize(("prolog", "inside"), BAIT.values(), ids=BAIT)
def test_row_33_bait_for_patterns_takes_no_time(read, rss, soon, prolog, inside):
    try:
        read(rss(f"<title>x</title>{inside}", "<title>y</title>", prolog=prolog))
    except DatelineError as refused:
        assert "\n" not in str(refused)  # noqa: PT017


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "koi8-r", "gb18030", "shift_jis"]
)
def test_row_34_encodings_are_read_right(read, encoding):
    title = {"gb18030": "港口新闻", "shift_jis": "港のニュース"}.get(encoding, "Новости порта")
    declared = encoding.removesuffix("-sig")
    body = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><title>{title}</title><item><title>{title}</title></item></channel></rss>'
    parsed = read(body.encode(encoding))
    assert parsed.title == parsed.articles[0].title == title


@pytest.mark.parametrize(
    ("declared", "real", "title"),
    [
        ("iso-8859-1", "utf-8", "Müller’s café"),
        ("iso-8859-1", "cp1252", "Müller’s café"),
        ("utf-8", "cp1252", "Müller’s café"),
        ("x-no-such", "utf-8", "Müller’s café"),
        ("unicode_escape", "utf-8", r"\x41\u0042"),
        ("utf-7", "utf-8", "+ADw-b+AD4-"),
    ],
)
def test_row_35_a_false_encoding_still_gives_readable_text(read, declared, real, title):
    body = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>{title}</title></item></channel></rss>'
    assert read(body.encode(real)).articles[0].title == title


def test_row_36_characters_that_no_text_holds_are_dropped_or_replaced(read, rss):
    body = rss(
        "<title>a\0b\x1b[31m\uffff &#0;&#x1F;&#xD800;&#1114112;&#99999999999;c</title>",
        "<title>é</title><description>für das Königreich Übersee</description>",
    )
    broken = body.encode("utf-8").replace("é".encode(), b"caf\xc3\xa9 \xff")
    first, second = read(broken).articles
    assert first.title == "ab[31m c"
    assert second.title == "café \ufffd"
    assert "characters that XML does not allow, dropped: 8" in read(broken).notes


REPAIRABLE = {
    "blank lines first": "\n\n  {rss}",
    "a warning first": "<br />\n<b>Warning</b>: no such file in <b>/a.php</b><br />\n{rss}",
    "a script after": "{rss}<script>x</script>",
    "two documents": "{rss}{rss}",
}


@pytest.mark.parametrize("around", REPAIRABLE.values(), ids=REPAIRABLE)
def test_row_37_what_surrounds_a_feed_does_not_spoil_it(read, rss, around):
    parsed = read(around.format(rss=rss("<title>Whole</title>")))
    assert {article.text for article in parsed.articles} == {"Whole"}


@pytest.mark.parametrize(
    ("item_text", "title"),
    [("A & B", "A & B"), ("A&nbsp;B", "A B"), ("A <b>B", "A B"), ("<x:y>A</x:y>", "A")],
)
def test_row_37_ill_formed_items_are_salvaged_with_a_note(read, rss, item_text, title):
    parsed = read(rss(f"<title>{item_text}</title>", "<title>Whole</title>"))
    assert parsed.articles[-1].title == "Whole"
    assert parsed.notes


def test_row_37_an_unescaped_ampersand_in_a_link_stays_in_the_link(read, rss):
    (article,) = read(rss("<title>x</title><link>https://news.example/?a=1&b=2</link>")).articles
    assert article.url == "https://news.example/?a=1&b=2"


def test_row_37_a_cut_off_feed_gives_its_whole_entries_and_never_a_half_one(read, rss):
    whole = rss(
        *(f"<title>Item {n}</title><description>Words {n}.</description>" for n in range(5))
    )
    for cut in range(whole.index("<item>"), len(whole) - 20, 7):
        try:
            parsed = read(whole[:cut])
        except ParseError as refused:
            assert "cut off" in str(refused)  # noqa: PT017
            continue
        texts = [article.text for article in parsed.articles]
        assert texts == [f"Item {n}\n\nWords {n}." for n in range(len(texts))]
        assert len(texts) == whole[:cut].count("</item>")


@pytest.mark.parametrize(
    ("body", "called"),
    [
        ("", "nothing at all"),
        (" \n\t", "nothing at all"),
        ('<?xml version="1.0"?>', "another kind of XML"),
        (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
            "a sitemap",
        ),
        ("<opml><body/></opml>", "an OPML list"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "a picture"),
        ("<!doctype html><p>x", "a web page"),
        ("\x89PNG\r\n\x1a\n" + "\0" * 50, "binary data"),
        ("just words", "plain text"),
        ("<foo><bar/></foo>", "no feed|not a feed"),
    ],
)
def test_row_38_what_is_no_feed_is_named(read, body, called):
    with pytest.raises(NotAFeedError, match=called) as refused:
        read(body)
    assert "\n" not in str(refused.value)
    assert "https://news.example/feed" in str(refused.value)


def test_row_38_upper_case_and_old_atom_are_feeds(read, rss):
    assert read(rss("<title>x</title>").upper()).articles[0].title == "X"
    atom03 = '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry><title>x</title><issued>2003-12-13T08:29:29-04:00</issued></entry></feed>'
    (article,) = read(atom03).articles
    assert article.published.isoformat() == "2003-12-13T08:29:29-04:00"


def test_row_39_guids_are_given_on_as_they_are(read, rss):
    guids = [
        "1",
        "1",
        "",
        " a ",
        "A",
        "e\u0301",
        "\u00e9",
        "'; DROP TABLE articles;--",
        "x" * 1_000_000,
    ]
    articles = read(
        rss(*(f"<title>t{n}</title><guid>{g}</guid>" for n, g in enumerate(guids)))
    ).articles
    assert [article.guid for article in articles][:8] == [
        "1", "1", None, "a", "A", "e\u0301", "\u00e9", "'; DROP TABLE articles;--",
    ]  # fmt: skip
    assert len(articles) == 9
    assert len(articles[8].guid) < 100


def test_row_43_an_impossible_date_costs_the_date(read, rss):
    dates = [
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "Mon, 01 Jan 10000 00:00:00 GMT",
        "9999-12-31T23:59:59-14:00",
    ]
    articles = read(rss(*(f"<title>t</title><pubDate>{d}</pubDate>" for d in dates))).articles
    assert [article.published for article in articles] == [None] * 3
    assert [article.published_text for article in articles] == dates


def test_row_45_absurd_numbers_are_nobodys_business(read, rss):
    enclosure = f'<enclosure url="https://news.example/a" length="{"9" * 5000}" type="audio/mpeg"/>'
    assert len(read(rss(f"<title>x</title>{enclosure}")).articles) == 1


VECTORS = [
    "<script>alert(1)</script>", "<svg/onload=alert(1)>", "<img src=x onerror=alert(1)>", "<form action=javascript:x>",
    "<a href='jav&#x09;ascript:alert(1)'>", "<iframe srcdoc='<script>x</script>'></iframe>", "<math><mi xlink:href=javascript:x>",
    "<table background=javascript:x>", "<style>@import 'javascript:x'</style>", "<object data=data:text/html,x>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<meta http-equiv=refresh content=0;url=javascript:x>",
]  # fmt: skip


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("element", ["title", "description", "author", "category"])
def test_row_46_no_element_that_could_act_survives(item, vector, element):
    article = item(f"<title>t</title><{element}><![CDATA[{vector}seen]]></{element}>")
    for text in (article.title, article.text, article.author or "", *article.tags):
        assert not [mark for mark in ("<script", "<svg", "<img", "<form", "<a ", "<iframe", "<style", "<object", "<table", "<meta") if mark in text.lower()]  # fmt: skip


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example"]
)
def test_row_47_a_link_that_is_no_web_address_costs_the_link(item, link):
    article = item(f"<title>x</title><link>{link}</link><guid isPermaLink='false'>{link}</guid>")
    assert article.url is None
    assert article.guid == link


def test_row_47_a_hostile_base_does_not_make_a_hostile_link(read, rss):
    body = rss("<title>x</title><link>a</link>").replace(
        "<item>", '<item xml:base="javascript:alert(1)//">'
    )
    (article,) = read(body).articles
    assert article.url is None or article.url.startswith("https://news.example/")


@pytest.mark.parametrize(
    "trap", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{{7*7}}", "{% x %}", "${7*7}", "../../pwn",
             "\u202eabc", "z\u0335\u0321\u0489", "%s%n", "'; --", "\\N"],
)  # fmt: skip
def test_row_48_words_that_look_like_code_stay_words(item, trap):
    assert item(f"<title>{trap}</title>").title == trap


def test_row_49_huge_fields_are_cut(item):
    article = item(f"<title>{'x' * 1_000_000}</title>" + "".join(f"<category>c{n}</category>" for n in range(2_000)))  # fmt: skip
    assert len(article.title) == 1_000
    assert article.title.endswith("…")
    assert len(article.tags) == 50


def test_a_feed_of_too_many_entries_is_cut_with_a_note(read, soon):
    parsed = read(
        f"<rss><channel><title>t</title>{'<item><title>x</title></item>' * 20_001}</channel></rss>"
    )
    assert len(parsed.articles) == 20_000
    assert "more than 20000 entries; only the first 20000 were kept" in parsed.notes
