"""Real feeds and pages of others, where they are at hand: everything is read, and no date is invented."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path

import pytest

from ingest.errors import DatelineError

DATA = Path(__file__).parents[4] / "shared" / "data"
FEEDS = DATA / "feeds"

pytestmark = pytest.mark.skipif(not FEEDS.is_dir(), reason="the shared sample data is not at hand")


def rows(folder):
    with (FEEDS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["file"].startswith(folder)]


@pytest.fixture(scope="module")
def feedparser_entries():
    import feedparser

    def count(body):
        result = feedparser.parse(
            io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False
        )
        return len(result.entries)

    return count


def test_every_well_formed_feed_gives_the_entries_that_feedparser_finds(read, feedparser_entries):
    found = rows("real_wellformed")
    assert len(found) > 200
    for row in found:
        body = (FEEDS / row["file"]).read_bytes()
        parsed = read(body)
        expected = int(row["n_items"]) if row["kind"] == "jsonfeed" else feedparser_entries(body)
        skipped = sum(int(note.split()[-1]) for note in parsed.notes if "entries skipped" in note)
        assert len(parsed.articles) + skipped == expected, row["file"]
        assert skipped <= 1, row["file"]


def test_no_date_is_there_that_the_feed_does_not_print(read):
    for row in rows("real_wellformed"):
        for article in read((FEEDS / row["file"]).read_bytes()).articles:
            if article.published is not None:
                printed = article.published_text
                year = f"{article.published.year:04}"
                assert (
                    year in printed or f" {year[2:]} " in printed or f"-{year[2:]} " in printed
                ), printed
            if isinstance(article.published, datetime):
                assert article.published.utcoffset() is not None


def test_every_ill_formed_feed_is_salvaged_or_refused_in_one_line(read):
    found = rows("illformed")
    assert len(found) > 150
    refused = []
    for row in found:
        try:
            parsed = read((FEEDS / row["file"]).read_bytes())
        except DatelineError as error:
            assert "\n" not in str(error)  # noqa: PT017
            refused.append(row["file"])
        else:
            assert all(article.text for article in parsed.articles)
    assert len(refused) <= 3, refused


def test_every_opml_list_gives_its_feeds_or_one_line(read):
    lists = sorted((DATA / "opml").rglob("*.opml"))
    assert len(lists) > 80
    read_lists = 0
    for path in lists:
        body = path.read_bytes()
        try:
            parsed = read(body, "https://lists.example/opml", kind="opml")
        except DatelineError as error:
            assert "\n" not in str(error)  # noqa: PT017
            assert b"xmlurl" not in body.lower(), path.name
        else:
            read_lists += 1
            addresses = set(re.findall(rb'xmlurl="([^"]+)"', body, re.IGNORECASE))
            same = {address.decode().rstrip("/") for address in addresses}
            assert len(parsed.sources) == len(same) or parsed.notes, path.name
    assert read_lists > 70
