"""What every test of a parser needs: bytes as if they had been fetched, and short ways to write a feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ingest.model import Fetched, Parsed, Source
from ingest.parse import parse

FETCHED_AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def fetched() -> Callable[..., Fetched]:
    """Make a Fetched of a body; further names are fields of its Source."""

    def make(body, location="https://news.example/feed", content_type="", **source):
        data = body.encode() if isinstance(body, str) else body
        return Fetched(
            source=replace(Source(key=location, location=location, kind="feed"), **source),
            url=location,
            fetched_at=FETCHED_AT,
            status=200,
            body=data,
            headers={"content-type": content_type} if content_type else {},
        )

    return make


@pytest.fixture
def read(fetched) -> Callable[..., Parsed]:
    """Parse a body as the pipeline does."""
    return lambda body, *args, **source: parse(fetched(body, *args, **source))


@pytest.fixture
def read_file(fetched) -> Callable[..., Parsed]:
    """Parse a body as a local document of the given name."""

    def parse_named(name, body, **source):
        return parse(fetched(body, f"/site/{name}", **{"kind": "document", **source}))

    return parse_named


@pytest.fixture
def rss() -> Callable[..., str]:
    """Write an RSS 2.0 document around items (and elements of the channel)."""

    def write(*items, prolog="", channel=""):
        return (
            f'<?xml version="1.0"?>{prolog}<rss version="2.0"><channel><title>Harbour Gazette</title>'
            f"{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
        )

    return write


@pytest.fixture
def item(read, rss) -> Callable[..., object]:
    """Parse one RSS item and give its article."""

    def parse_item(elements, **source):
        (article,) = read(rss(elements), **source).articles
        return article

    return parse_item
