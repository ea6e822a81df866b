"""Atom: well-formed whatever the texts hold, with everything that RFC 4287 requires."""

from xml.etree import ElementTree as ET

import feedparser
import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def parse(document: bytes) -> ET.Element:
    return ET.fromstring(document.decode())


def test_feedparser_finds_no_fault_and_every_fact(write, make_event):
    feed = feedparser.parse(
        write("atom", make_event(), next_url="https://timeline.example/n?a=1&b=2")
    )
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Harbour timeline: May 1998"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["next"] == "https://timeline.example/n?a=1&b=2"
    assert links["self"].endswith("q=a")
    (entry,) = feed.entries
    assert entry.title == "Bank cuts its rate"
    assert entry.published == entry.updated == "1998-05-13T09:30:00Z"
    assert entry.author == "The Harbour Echo"
    assert entry.link == make_event().permalink
    assert [link.href for link in entry.links if link.rel == "via"] == [
        "https://echo.example/rates?a=1&b=2"
    ]
    assert "5 per cent" in entry.content[0].value
    assert "12 May 1998" in entry.content[0].value


def test_required_elements_stand_once_in_feed_and_entries(write, make_event):
    root = parse(write("atom", make_event(), make_event(slug="other")))
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            assert len(element.findall(ATOM + name)) == 1, name
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3


def test_an_entry_is_updated_when_a_sentence_was_added_never_before_it_was_published(
    write, make_event
):
    later = make_event(changed_at="1998-05-20T08:00:00Z")
    (entry,) = feedparser.parse(write("atom", later)).entries
    assert (entry.published, entry.updated) == ("1998-05-13T09:30:00Z", "1998-05-20T08:00:00Z")
    earlier = make_event(changed_at="1990-01-01T00:00:00Z")
    (entry,) = feedparser.parse(write("atom", earlier)).entries
    assert entry.published == entry.updated


def test_an_entry_keeps_its_id_on_another_host(write, make_event):
    here = parse(write("atom", make_event()))
    there = parse(write("atom", make_event(permalink="http://127.0.0.1/event/x")))
    assert [e.text for e in here.iter(f"{ATOM}id")] == [e.text for e in there.iter(f"{ATOM}id")]


def test_an_empty_feed_is_a_feed(write):
    feed = feedparser.parse(write("atom"))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated == "2024-06-25T12:30:00Z"


def test_texts_stay_texts(write, make_event, trap):
    document = write(
        "atom",
        make_event(
            title=trap, quote=trap, publisher=trap, speaker=trap, url=trap, article_language=trap
        ),
        title=trap,
    )
    root = parse(document)
    assert len(root.findall(f"{ATOM}entry")) == 1
    assert not feedparser.parse(document).bozo
    content = root.find(f"{ATOM}entry/{ATOM}content").text
    assert "<script" not in content
    assert "<img" not in content
    assert "javascript:" not in " ".join(link.get("href") for link in root.iter(f"{ATOM}link"))


@pytest.mark.parametrize("point", [(None, None), (51.5, None), (95.0, 0.0)])
def test_a_point_that_is_not_on_the_globe_is_left_out(write, make_event, point):
    latitude, longitude = point
    assert b"georss:point>" not in write("atom", make_event(latitude=latitude, longitude=longitude))
