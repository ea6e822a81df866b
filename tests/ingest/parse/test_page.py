"""Web pages: the article, its own statements about itself, and no date that the page does not state."""

import time
from datetime import UTC, date, datetime

import pytest

from ingest.errors import NotAFeedError, ParseError
from ingest.parse.autodiscovery import feed_links

WORDS = (
    "The ferry ran aground off Kings Point shortly before dawn, the harbour master said, and all of its"
    " passengers were taken off by lifeboat within the hour. Nobody was hurt. "
)
MORE = (
    "Divers found a tear of two metres below the waterline, and the owners expect that she will be towed to"
    " Port Alder for repairs as soon as the weather allows, which may take until the end of the week."
)
ADDRESS = "https://news.example/2024/ferry"


def page(head="", byline="", body=WORDS):
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Ferry aground | Gazette</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav>"
        f"<article><h1>Ferry aground</h1>{byline}<p>{body}</p><p>{MORE}</p><ul><li>First point made here</li>"
        "<li>Second point made here</li></ul></article><footer>Copyright 2019 Gazette Ltd</footer></body></html>"
    )


@pytest.fixture
def read_page(read):
    return lambda markup, **source: read(markup, ADDRESS, **{"kind": "page", **source})


def linked(**fields):
    import json

    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', **fields})}</script>"


def test_an_article_is_its_title_and_paragraphs_without_the_site_around(read_page):
    parsed = read_page(page())
    (article,) = parsed.articles
    assert parsed.format == "html"
    assert article.title == "Ferry aground"
    assert article.text.startswith(f"Ferry aground\n\n{WORDS.strip()}\n\n{MORE}")
    assert "First point made here\nSecond point made here" in article.text
    assert "Copyright" not in article.text
    assert "Home" not in article.text
    assert (article.url, article.language, article.publisher) == (ADDRESS, "en-GB", None)


def test_a_page_without_a_date_has_none_not_even_its_copyrights_year(read_page):
    (article,) = read_page(page()).articles
    assert article.published is None


STATEMENTS = {
    "JSON-LD": linked(**{"@type": "NewsArticle", "datePublished": "2024-05-13T07:30:00+02:00"}),
    "JSON-LD in a graph": linked(**{"@graph": [
        {"@type": "WebSite", "datePublished": "2001-01-01"},
        {"@type": ["ReportageNewsArticle"], "datePublished": "2024-05-13T05:30:00Z"}]}),
    "Open Graph": "<meta property='article:published_time' content='2024-05-13T05:30:00Z'>",
    "Dublin Core": "<meta name='DC.date.issued' content='2024-05-13T05:30:00Z'>",
    "microdata": "<meta itemprop='datePublished' content='2024-05-13T05:30:00Z'>",
    "a broken JSON-LD before": "<script type='application/ld+json'>{\"@type\":</script>"
                               "<meta property='article:published_time' content='2024-05-13T05:30:00Z'>",
    "an unreadable date before": "<meta property='article:published_time' content='soon'>"
                                 "<meta name='date' content='Mon, 13 May 2024 05:30:00 GMT'>",
}  # fmt: skip


@pytest.mark.parametrize("head", STATEMENTS.values(), ids=STATEMENTS)
def test_the_publication_date_is_the_one_that_the_page_states(read_page, head):
    (article,) = read_page(page(head)).articles
    assert article.published == datetime(2024, 5, 13, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "byline",
    [
        "<time pubdate datetime='2024-05-13'>yesterday</time>",
        "<time class='entry-date' datetime='2024-05-13'>yesterday</time>",
        "<span itemprop='datePublished'>13 May 2024</span>",
        "<p>13 May 2024</p>",
        "<p>Published on: 13 May 2024</p>",
    ],
)
def test_a_day_in_the_byline_stays_a_day(read_page, byline):
    (article,) = read_page(page(byline=byline)).articles
    assert article.published == date(2024, 5, 13)
    assert type(article.published) is date


def test_of_several_lone_dates_nobody_knows_which(read_page):
    listing = "<p>13 May 2024</p><div><a href='/x'>Another</a> <span>2 April 2023</span></div>"
    (article,) = read_page(page(byline=listing)).articles
    assert article.published is None


def test_the_day_of_the_visit_is_not_the_day_of_the_article(read_page):
    (article,) = read_page(page(byline="<p>1 March 2026</p>")).articles
    assert article.published is None


def test_a_date_within_a_sentence_is_no_publication_date(read_page):
    (article,) = read_page(page(body=f"On 13 May 2021 it had happened before. {WORDS}")).articles
    assert article.published is None


def test_title_author_publisher_and_genre_come_from_the_pages_statements(read_page):
    head = linked(**{
        "@type": "OpinionNewsArticle", "headline": "A &amp; B", "author": [{"@type": "Person", "name": "Jane Roe"}, "John Doe"],
        "publisher": {"name": "Gazette Ltd"}, "inLanguage": "de", "dateModified": "2024-05-14",
    }) + "<meta property='og:site_name' content='Harbour Gazette'>"  # fmt: skip
    (article,) = read_page(page(head)).articles
    assert (article.title, article.author) == ("A & B", "Jane Roe, John Doe")
    assert (article.publisher, article.genre, article.language) == (
        "Harbour Gazette",
        "opinion",
        "de",
    )
    assert article.updated == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("/2024/ferry-aground", "https://news.example/2024/ferry-aground"),
        ("https://news.example/", ADDRESS),
        ("https://other.example/2024/ferry", ADDRESS),
        ("javascript:alert(1)", ADDRESS),
        ("http://[::1", ADDRESS),
    ],
)
def test_a_canonical_address_counts_where_it_can_be_true(read_page, canonical, url):
    (article,) = read_page(page(f"<link rel='canonical' href='{canonical}'>")).articles
    assert article.url == url


def test_a_local_page_has_the_address_that_it_gives_itself_or_none(read_file):
    (article,) = read_file("saved.html", page()).articles
    assert article.url is None
    (article,) = read_file("saved.html", page(f"<link rel='canonical' href='{ADDRESS}'>")).articles
    assert article.url == ADDRESS


def test_the_users_date_serves_a_page_without_one(read_file):
    (article,) = read_file("saved.html", page(), published=date(2025, 1, 22)).articles
    assert article.published == date(2025, 1, 22)


def test_a_short_local_page_is_read_whole(read_file):
    (article,) = read_file(
        "note.html", "<h1>Ferry</h1><p>It ran aground on 25 June 2024.</p>"
    ).articles
    assert "It ran aground on 25 June 2024." in article.text


@pytest.mark.parametrize("body", ["<html><body></body></html>", "<!doctype html><title>x</title>"])
def test_a_page_without_text_is_one_line(read_page, body):
    with pytest.raises(ParseError, match="without an article") as refused:
        read_page(body)
    assert not isinstance(refused.value, NotAFeedError)


def test_a_page_without_text_names_the_feed_that_it_links_to(read_page):
    with pytest.raises(NotAFeedError) as refused:
        read_page("<html><head><link rel=alternate type=application/rss+xml href=/f></head></html>")
    assert refused.value.feed_links == ("https://news.example/f",)


def test_an_article_page_with_a_feed_is_read_and_the_feed_is_noted(read_page):
    parsed = read_page(page("<link rel='alternate' type='application/atom+xml' href='/atom.xml'>"))
    assert parsed.notes == ("this page links to a feed: https://news.example/atom.xml",)
    assert len(parsed.articles) == 1


def test_a_body_that_is_an_address_is_not_fetched(read_page, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a parser opened a connection")

    monkeypatch.setattr("socket.socket", refuse)
    (article,) = read_page(
        page("<base href='http://127.0.0.1:9/'><link rel=stylesheet href='http://127.0.0.1:9/x'>")
    ).articles
    assert article.title == "Ferry aground"
    (article,) = read_page("http://127.0.0.1:9/page").articles
    assert article.text == "http://127.0.0.1:9/page"


def test_active_content_leaves_no_trace(read_page):
    hostile = (
        f"<script>alert(1)</script><svg/onload=alert(1)><a href='javascript:alert(2)'>{WORDS}</a>"
    )
    (article,) = read_page(page(body=hostile)).articles
    assert "alert" not in article.text


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>" + "<div>" * 100_000 + WORDS,
        "<html><body " + "a=b " * 100_000 + f"><p>{WORDS}",
        "<html><body><article>" + f"<p>{WORDS}" * 31_000,
        "<html><body><article><p>" + "<" * 500_000,
        "<html><body>" + "<table><tr><td>" * 3_000 + WORDS,
        "<html><head>" + linked(**{"@type": "Article"}) * 2_000 + f"</head><body><p>{WORDS}",
        "<html><head><script type='application/ld+json'>"
        + "[" * 100_000
        + f"</script><body><p>{WORDS}",
        "\0\x1b\ufffe<html><body><p>" + WORDS,
    ],
    ids=[
        "depth",
        "attributes",
        "paragraphs",
        "less-thans",
        "tables",
        "JSON-LD",
        "deep JSON-LD",
        "controls",
    ],
)
def test_hostile_pages_end_soon(read_page, body):
    started = time.process_time()
    try:
        read_page(body)
    except ParseError as refused:
        assert "\n" not in str(refused)  # noqa: PT017
    assert time.process_time() - started < 40


@pytest.mark.parametrize("element", ["<p>", "<a>", "<br>", "<td>"])
def test_a_page_of_too_many_elements_is_read_without_a_search_for_its_article(read_page, element):
    started = time.process_time()
    (article,) = read_page(f"<title>Storm</title><body><p>Some words.{element * 200_000}").articles
    assert article.title == "Storm"
    assert "Some words." in article.text
    assert article.published is None
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("head", "links"),
    [
        ("<link rel=alternate type=application/rss+xml href=/rss>", ("https://news.example/rss",)),
        ("<LINK REL='Alternate Home' TYPE='Application/Atom+XML; charset=x' HREF='a.xml'>", ("https://news.example/2024/a.xml",)),
        ("<base href='https://cdn.example/x/'><link rel=alternate type=application/feed+json href=feed.json>", ("https://cdn.example/x/feed.json",)),
        ("<link rel=feed href=/f>", ("https://news.example/f",)),
        ("<link rel=alternate type=text/xml href=/rss.xml>", ("https://news.example/rss.xml",)),
        ("<link rel=alternate type=text/xml href=/sitemap.xml>", ()),
        ("<link rel=stylesheet type=application/rss+xml href=/rss>", ()),
        ("<link rel=alternate type=application/rss+xml href='javascript:x'>", ()),
        ("<link rel=alternate type=application/rss+xml>", ()),
        ("<!-- <link rel=alternate type=application/rss+xml href=/rss> -->", ()),
        ("<link rel=alternate hreflang=de href=/de>", ()),
    ],
)  # fmt: skip
def test_the_feeds_that_a_page_names(head, links):
    assert feed_links(f"<html><head>{head}</head>".encode(), ADDRESS) == links
