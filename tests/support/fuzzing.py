"""What every parser and every export must keep to, whatever bytes come, and the documents to begin from."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

from datasette_timeline.exports import FORMATS, EventRow, FeedMeta, render
from ingest.errors import DatelineError
from ingest.extract.extraction import extract
from ingest.model import Article, Fetched, Parsed, Revision, Source
from ingest.parse import parse

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
#: Real feeds of others, where they are at hand; larger ones only make fuzzing slow.
SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "feeds"
_LARGEST_SEED = 20_000
_MOST_SAMPLES = 200

_ITEM = (
    "<item><title>Ferry aground &amp; safe</title><link>https://news.example/1</link><guid>1</guid>"
    "<description>&lt;p&gt;On June 25 2024 the ferry ran aground, &lt;b&gt;he&lt;/b&gt; said.&lt;/p&gt;</description>"
    "<pubDate>Wed, 26 Jun 2024 09:00:00 GMT</pubDate></item>"
)
_ENTRY = (
    "<entry><id>tag:a.example,2024:1</id><title type='html'>A &lt;i&gt;vote&lt;/i&gt;</title>"
    "<link href='/vote'/><updated>2024-06-25T10:00:00+02:00</updated><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>Parliament voted on Tuesday.</p></div></content></entry>"
)
#: One document of each kind, our own words.
SEEDS: tuple[bytes, ...] = tuple(
    text.encode()
    for text in (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title><ttl>60</ttl>{_ITEM}</channel></rss>",
        f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><title>A</title>{_ENTRY}</feed>",
        (
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
            "<item rdf:about='https://b.example/1'><title>One</title></item></rdf:RDF>"
        ),
        (
            '{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "url": '
            '"https://c.example/1", "content_html": "<p>In April 2024 it rained.</p>", "date_published": '
            '"2024-04-05T06:07:08Z", "authors": [{"name": "Ada"}], "tags": ["x"]}]}'
        ),
        "<opml version='2.0'><body><outline type='rss' text='T' xmlUrl='https://d.example/f'/></body></opml>",
        (
            "<!doctype html><html lang=en><head><title>Ferry</title><meta property='article:published_time' "
            "content='2024-06-25T08:00:00Z'></head><body><article><h1>Ferry</h1><p>On Tuesday the ferry ran "
            "aground, the harbour master said, and nobody was hurt at all.</p></article></body></html>"
        ),
        "Title: Note\n---\nOn 25 June 2024, Belousov called Austin. It was “strange”, he said.\n",
        '{"title": "Line", "text": "In 2014 a war began.", "published": "2024-01-02"}\n',
    )
)
KINDS = ("feed", "auto", "page", "document", "opml")


def corpus() -> list[bytes]:
    """The own documents, and the smaller of the real feeds where they are at hand."""
    files = sorted(SAMPLES.rglob("*.xml")) if SAMPLES.is_dir() else []
    small = [file for file in files if file.stat().st_size <= _LARGEST_SEED]
    return [*SEEDS, *(file.read_bytes() for file in small[:_MOST_SAMPLES])]


def read(data: bytes, kind: str = "feed") -> Parsed | None:
    """Parse bytes as a source of this kind; None where they are refused, in one line. Fails on all else."""
    location = "/site/a.txt" if kind == "document" else "https://news.example/feed"
    source = Source(key=location, location=location, kind=kind)
    try:
        parsed = parse(Fetched(source, location, NOW, 200, data))
    except DatelineError as error:
        told = str(error)
    else:
        for article in parsed.articles:
            require_clean(article)
        return parsed
    assert "\n" not in told
    return None


def require_clean(article: Article) -> None:
    """Fail unless an article keeps the promises of `ingest.model`."""
    for text in (
        article.guid,
        article.url,
        article.title,
        article.text,
        article.author,
        *article.tags,
    ):
        if text is not None:
            text.encode("utf-8")
            assert not [c for c in text if (c < " " and c not in "\t\n") or c == "\x7f"]
    assert article.url is None or article.url.startswith(("http://", "https://"))
    assert article.text.startswith(article.title)
    for day in (article.published, article.updated):
        assert not isinstance(day, datetime) or day.utcoffset() is not None


def tell(article: Article) -> None:
    """Extract the mentions of an article; fail unless each rests on words that stand in it."""
    revision = Revision(1, 1, "k", 1, NOW, "", article, "s", "p")
    for mention in extract(revision).mentions:
        assert article.text[mention.start : mention.end] == mention.quote


def write(text: str) -> None:
    """Export an event that says `text` wherever it can; fail unless every format stays what it is."""
    event = EventRow(
        slug="x", title=text, quote=text, speaker=text, edtf="2024-06-25", date_start="2024-06-25",
        date_end="2024-06-25", precision="day", place=text, publisher=text, source=text,
        url="https://news.example/1",
    )  # fmt: skip
    meta = FeedMeta(
        site_title=text, title=text, page_url="https://t.example/", feed_url="https://t.example/events.atom",
        feed_key="k", updated_at=NOW,
    )  # fmt: skip
    for name, form in FORMATS.items():
        if form.missing():
            continue
        data = b"".join(render(form, [event, event], meta))
        if name in _CHECKS:
            _CHECKS[name](data)


def _csv(data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row if cell.strip().startswith(("=", "@"))]


def _calendar(data: bytes) -> None:
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert [line for line in lines if line.startswith(b"BEGIN:VEVENT")] == [b"BEGIN:VEVENT"] * 2


_CHECKS = {
    "excel.csv": _csv,
    "ics": _calendar,
    "atom": ET.fromstring,
    "json": json.loads,
    "geojson": json.loads,
    "timelinejs.json": json.loads,
    "jsonld": json.loads,
    "csl.json": json.loads,
    "jsonl": lambda data: [json.loads(line) for line in data.split(b"\n") if line],
}
