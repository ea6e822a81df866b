"""Feeds in XML: what each format says becomes the same kind of article."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ingest.errors import NotAFeedError

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/base/" xml:lang="en-GB">
  <title>Harbour Gazette</title><link href="/"/>
  {}
</feed>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://news.example/"><title>Harbour Gazette</title><link>https://news.example/</link></channel>
  <item rdf:about="https://news.example/1"><title>Ferry aground</title><link>https://news.example/1</link>
    <dc:date>2024-05-13</dc:date><dc:creator>Jane Roe</dc:creator></item>
</rdf:RDF>"""


SYNDICATION = (
    "<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>{}</sy:updatePeriod>"
    "<sy:updateFrequency xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>{}</sy:updateFrequency>"
)


def test_an_rss_item_gives_every_field(item):
    article = item(
        "<title>Ferry aground</title><link>https://news.example/1</link><guid isPermaLink='false'> a1 </guid>"
        "<description>&lt;p&gt;At dawn.&lt;/p&gt;&lt;p&gt;Nobody hurt.&lt;/p&gt;</description>"
        "<pubDate>Mon, 13 May 2024 07:30:00 +0200</pubDate><author>jane@news.example (Jane Roe)</author>"
        "<category>Sea</category><category>Sea</category><category>Rescue</category>"
        "<source url='https://wire.example/feed'>Wire</source>"
    )
    assert article.guid == "a1"
    assert article.url == "https://news.example/1"
    assert article.text == "Ferry aground\n\nAt dawn.\n\nNobody hurt."
    assert article.published == datetime(2024, 5, 13, 5, 30, tzinfo=UTC)
    assert article.published.utcoffset() == timedelta(hours=2)
    assert article.published_text == "Mon, 13 May 2024 07:30:00 +0200"
    assert article.author == "Jane Roe"
    assert article.tags == ("Sea", "Rescue")
    assert article.origin == "Wire"


def test_an_atom_entry_gives_every_field(read):
    entry = (
        "<entry><id>tag:news.example,2024:1</id><title type='html'>Ferry &amp;amp; storm</title>"
        "<link href='1'/><published>2024-05-13T07:30:00+02:00</published>"
        "<updated>2024-05-14T00:00:00Z</updated><author><name>Jane Roe</name></author>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>At <b>dawn</b>.</p></div></content>"
        "<summary>Short.</summary><source><title>Wire</title></source></entry>"
    )
    parsed = read(ATOM.format(entry))
    (article,) = parsed.articles
    assert parsed.format == "atom10"
    assert parsed.home_url == "https://news.example/"
    assert article.guid == "tag:news.example,2024:1"
    assert article.url == "https://news.example/base/1"
    assert article.text == "Ferry & storm\n\nAt dawn."
    assert article.published.isoformat() == "2024-05-13T07:30:00+02:00"
    assert article.updated == datetime(2024, 5, 14, tzinfo=UTC)
    assert (article.author, article.origin, article.language) == ("Jane Roe", "Wire", "en-GB")


def test_an_rss_1_item_is_dated_by_dublin_core(read):
    (article,) = read(RDF).articles
    assert article.published == date(2024, 5, 13)
    assert article.author == "Jane Roe"


def test_an_atom_entry_that_was_only_updated_is_dated_by_it(read):
    entry = "<entry><title>x</title><updated>2024-05-14T00:00:00Z</updated></entry>"
    (article,) = read(ATOM.format(entry)).articles
    assert article.published == datetime(2024, 5, 14, tzinfo=UTC)


def test_an_item_without_a_date_has_none(item):
    article = item("<title>x</title>")
    assert article.published is article.published_text is article.updated is None


@pytest.mark.parametrize("text", ["2024", "May 2024", "Sun, 31 Sep 2024 10:00:00 GMT"])
def test_a_date_that_is_no_day_is_none_but_stays_printed(item, text):
    article = item(f"<title>x</title><pubDate>{text}</pubDate>")
    assert (article.published, article.published_text) == (None, text)


def test_a_date_in_the_future_stays(item):
    article = item("<title>x</title><pubDate>Fri, 01 May 2099 00:00:00 GMT</pubDate>")
    assert article.published.year == 2099


@pytest.mark.parametrize(
    ("description", "body"),
    [
        ("AT&amp;amp;T &amp;lt; 5", "AT&T < 5"),
        ("<![CDATA[<ul><li>one</li><li>two</li></ul>]]>", "one\ntwo"),
        ("Plain &amp; simple", "Plain & simple"),
        ("<![CDATA[<script>alert(1)</script>safe]]>", "safe"),
    ],
)
def test_a_description_is_plain_text(item, description, body):
    assert item(f"<title>t</title><description>{description}</description>").text == f"t\n\n{body}"


def test_a_title_is_text_and_never_markup(item):
    article = item(
        "<title>&lt;img src=x onerror=alert(1)&gt;&lt;b&gt;Storm&lt;/b&gt; &amp;amp; tide</title>"
    )
    assert article.title == "Storm & tide"


def test_an_atom_title_of_type_text_is_kept_literally(read):
    (article,) = read(
        ATOM.format("<entry><title>#include &lt;stdio.h&gt; &amp;amp;</title></entry>")
    ).articles
    assert article.title == "#include <stdio.h> &amp;"


def test_full_content_goes_before_a_summary_and_a_bare_picture_does_not(read, rss):
    namespace = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    full = f"<title>t</title><description>Short.</description><content:encoded {namespace}>&lt;p&gt;The whole story.&lt;/p&gt;</content:encoded>"
    bare = f"<title>t</title><description>Short.</description><content:encoded {namespace}>&lt;img src='x'&gt;</content:encoded>"
    texts = [article.text for article in read(rss(full, bare)).articles]
    assert texts == ["t\n\nThe whole story.", "t\n\nShort."]


def test_an_item_without_title_keeps_its_words_whole(item):
    article = item("<description>The ferry ran aground at dawn. Nobody was hurt.</description>")
    assert article.title == "The ferry ran aground at dawn."
    assert article.text == "The ferry ran aground at dawn. Nobody was hurt."


def test_a_relative_link_resolves_against_the_feed_and_a_guid_stays_as_given(item):
    article = item("<title>x</title><link>/news/1</link><guid>7</guid>")
    assert article.url == "https://news.example/news/1"
    assert article.guid == "7"


def test_a_permalink_guid_serves_where_there_is_no_link(item):
    assert (
        item("<title>x</title><guid>https://news.example/7</guid>").url == "https://news.example/7"
    )
    hidden = item("<title>x</title><guid isPermaLink='false'>https://news.example/7</guid>")
    assert hidden.url is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("jane@news.example (Jane Roe)", "Jane Roe"),
        ("Jane Roe &lt;jane@news.example&gt;", "Jane Roe"),
        ("mailto:jane@news.media?subject=x Jane Roe", "Jane Roe"),
        ("Jane Roe", "Jane Roe"),
        ("jane@news.example", None),
        ("<![CDATA[<a href='/jane'>Jane Roe</a>]]>", "Jane Roe"),
    ],
)
def test_an_author_is_a_name_and_no_address(item, printed, name):
    assert item(f"<title>x</title><author>{printed}</author>").author == name


def test_an_empty_feed_is_a_feed(read, rss):
    parsed = read(rss())
    assert parsed.articles == ()
    assert parsed.title == "Harbour Gazette"
    assert parsed.notes == ()


def test_an_entry_without_anything_costs_that_entry_and_a_note(read, rss):
    parsed = read(rss("<title>x</title>", "<pubDate>Fri, 01 May 2020 00:00:00 GMT</pubDate>"))
    assert len(parsed.articles) == 1
    assert parsed.notes == ("entries skipped for want of words, address and identifier: 1",)


def test_the_users_words_about_a_feed_reach_its_articles(item):
    article = item("<title>x</title>", genre="opinion", language="de")
    assert (article.genre, article.language) == ("opinion", "de")


@pytest.mark.parametrize(
    ("channel", "minutes"),
    [
        ("<ttl>60</ttl>", 60), ("<ttl>-5</ttl>", None), ("<ttl>0</ttl>", None), ("<ttl>soon</ttl>", None),
        ("<ttl>" + "9" * 5000 + "</ttl>", 43_200), ("<ttl>100000000000000000000</ttl>", 43_200),
        (SYNDICATION.format("daily", 4), 360), (SYNDICATION.format("hourly", 0), 60),
        (SYNDICATION.format("fortnightly", 1), None),
        ("", None),
    ],
)  # fmt: skip
def test_how_often_a_feed_wants_to_be_read(read, rss, channel, minutes):
    assert read(rss("<title>x</title>", channel=channel)).ttl_minutes == minutes


def test_hours_and_days_to_skip(read, rss):
    channel = (
        "<skipHours><hour>0</hour><hour>7</hour><hour>24</hour><hour>99</hour></skipHours>"
        "<skipDays><day>Sunday</day><day>saturday</day><day>Caturday</day></skipDays>"
    )
    parsed = read(rss("<title>x</title>", channel=channel))
    assert parsed.skip_hours == {0, 7}
    assert parsed.skip_days == {"Sunday", "Saturday"}


def test_a_feed_that_skips_every_hour_or_day_skips_none(read, rss):
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    days = "".join(f"<day>{day}day</day>" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))  # fmt: skip
    parsed = read(rss(channel=f"<skipHours>{hours}</skipHours><skipDays>{days}</skipDays>"))
    assert parsed.skip_hours == parsed.skip_days == frozenset()


def test_a_page_where_a_feed_was_expected_names_its_feeds(read):
    page = (
        "<!doctype html><html><head><title>x</title>"
        "<link rel='alternate' type='application/rss+xml' href='/comments/feed'>"
        "<link rel='alternate' type='application/atom+xml' href='/atom.xml'></head><body>"
    )
    with pytest.raises(NotAFeedError) as refused:
        read(page)
    assert refused.value.feed_links == (
        "https://news.example/atom.xml",
        "https://news.example/comments/feed",
    )
    assert "a web page" in str(refused.value)


def test_a_feed_of_any_time_zone_keeps_its_own_day(item):
    article = item("<title>x</title><pubDate>Mon, 13 May 2024 01:30:00 +1300</pubDate>")
    assert article.published.date() == date(2024, 5, 13)
    assert article.published.tzinfo == timezone(timedelta(hours=13))


def test_a_feed_that_stops_in_an_entry_says_so_and_a_sloppy_one_does_not(read):
    item = "<item><title>Ferry aground</title><guid>{}</guid></item>"
    whole = f"<rss version='2.0'><channel>{item.format(1)}{item.format(2)}</channel></rss>"
    assert read(whole[:-40]).is_cut_off
    assert not read(whole).is_cut_off
    assert not read(whole.replace("aground", "aground & lost")).is_cut_off
    assert not read(whole.removesuffix("</rss>")).is_cut_off


def test_an_atom_entry_with_html_content_alone_has_no_tags_in_its_text(read):
    content = '<content type="html">&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</content>'
    parsed = read(ATOM.format(f"<entry><title>One</title><id>1</id>{content}</entry>"))
    assert parsed.articles[0].text == "One\n\nFirst.\n\nSecond."


def test_an_empty_description_of_a_picture_does_not_empty_the_entrys_own(read):
    (article,) = read(
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>t</title><item><title>Storm</title>'
        "<description>&lt;p&gt;The ferry stayed in the harbour for two days.&lt;/p&gt;</description><media:content>"
        "<media:description>A ferry.</media:description></media:content><media:content><media:description/>"
        "<media:title/></media:content></item></channel></rss>"
    ).articles
    assert article.text == "Storm\n\nThe ferry stayed in the harbour for two days."


def test_a_name_with_an_at_sign_is_no_address(item):
    assert item("<title>x</title><author>Ann@Harbour</author>").author == "Ann@Harbour"
    assert item("<title>x</title><author>ann@harbour.example</author>").author is None
