"""Runs feedparser over a feed in UTF-8 within a budget; what it read before the budget ended is kept.

The same steps as `feedparser.parse`, without its guesses of the encoding and its fetching, and with an end:
each tag costs it 20 microseconds and some pieces cost it the square of their number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import feature_external_ges, feature_namespaces
from xml.sax.xmlreader import InputSource

import feedparser.api
from feedparser.sanitizer import replace_doctype

from ingest.parse.buffered_sax import BufferedExpatParser
from ingest.parse.characters import clean_line
from ingest.parse.limits import (
    END_TAG_EVENTS,
    ENTRIES,
    FEED_EVENTS,
    NAMESPACES,
    TAG_EVENTS,
    TAGS,
)
from ingest.parse.xml_guard import prolog

_BLANKS: Final = re.compile(rb"\s{100,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What feedparser read, under its own names."""

    channel: dict[str, Any]
    entries: list[dict[str, Any]]
    #: "rss20", "atom10", ...; "" if it saw no sign of a feed.
    version: str
    #: What expat said was wrong and where; "" if the feed is well-formed.
    error: str = ""
    #: The budget ended before the feed did; the entry in which it ended is left out.
    is_exhausted: bool = False


class _Spent(Exception):  # noqa: N818 - nobody but `read` ever sees it
    """The budget has ended."""


class _Bounded:
    """Mixed into feedparser's two handlers: counts what they are given, and stops what grows."""

    resolve_relative_uris = False
    sanitize_html = False
    left: int
    entries: list[dict[str, Any]]
    namespaces_in_use: dict[str, str]

    def unknown_starttag(self, tag: str, attrs: Sequence[tuple[str, str]]) -> None:
        """Handle a start tag, as both of feedparser's parsers name it."""
        self._spend(TAG_EVENTS + len(attrs))
        if len(self.entries) > ENTRIES or len(self.namespaces_in_use) > NAMESPACES:
            raise _Spent
        super().unknown_starttag(tag, attrs)  # type: ignore[misc]

    def unknown_endtag(self, tag: str) -> None:
        """Handle an end tag."""
        self._spend(END_TAG_EVENTS)
        super().unknown_endtag(tag)  # type: ignore[misc]

    def handle_data(self, text: str, escape: int = 1) -> None:
        """Handle a piece of text."""
        self._spend(1)
        super().handle_data(text, escape)  # type: ignore[misc]

    def handle_entityref(self, ref: str) -> None:
        """Handle a reference that the lenient parser met."""
        self._spend(1)
        super().handle_entityref(ref)  # type: ignore[misc]

    def handle_charref(self, ref: str) -> None:
        """Handle a reference by number that the lenient parser met."""
        self._spend(1)
        super().handle_charref(ref)  # type: ignore[misc]

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        """Keep a category; feedparser compares each with all before it."""
        if len(self._get_context().get("tags") or ()) < 2 * TAGS:  # type: ignore[attr-defined]
            super()._add_tag(term, scheme, label)  # type: ignore[misc]

    def _spend(self, events: int) -> None:
        self.left -= events
        if self.left < 0:
            raise _Spent


class _Strict(_Bounded, feedparser.api.StrictFeedParser):  # type: ignore[misc]
    """Reads well-formed feeds."""


class _Loose(_Bounded, feedparser.api.LooseFeedParser):  # type: ignore[misc]
    """Reads the others."""

    def parse_declaration(self, i: int) -> int:
        """Read what begins with "<!" at `i`, and return where it ends."""
        self._spend(1)
        return int(super().parse_declaration(i))

    def handle_comment(self, _text: str) -> None:
        """Pass a comment over."""
        self._spend(1)

    def handle_pi(self, _text: str) -> None:
        """Pass a processing instruction over."""
        self._spend(1)


def read(body: bytes, events: int = FEED_EVENTS) -> Reading:
    """Return what feedparser makes of a feed in UTF-8 that says so; its own faults come through as raised.

    `events` is the budget (`limits.FEED_EVENTS`).
    """
    version, data, entities = replace_doctype(_with_short_prolog(body))
    strict = _Strict("", None, "utf-8")
    strict.left = events
    try:
        _parse_strictly(data, strict)
    except _Spent:
        return _reading(strict, version, "", is_exhausted=True)
    except SAXException as error:
        words = _words(strict.exc or error)
    else:
        return _reading(strict, version, "")
    loose = _Loose("", None, "utf-8", entities)
    loose.left = events // 2  # its own work on each event is as much as the handler's
    try:
        loose.feed(data.decode("utf-8", "replace"))
    except _Spent:
        return _reading(loose, version, words, is_exhausted=True)
    return _reading(loose, version, words)


def _parse_strictly(data: bytes, handler: Any) -> None:
    parser = BufferedExpatParser()
    parser.setFeature(feature_namespaces, True)
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(handler)
    parser.setErrorHandler(handler)
    source = InputSource()
    source.setByteStream(BytesIO(data))
    parser.parse(source)


def _reading(
    handler: Any, version: str | None, error: str, *, is_exhausted: bool = False
) -> Reading:
    entries = handler.entries[: -1 if is_exhausted else None]
    return Reading(handler.feeddata, entries, version or handler.version, error, is_exhausted)


def _with_short_prolog(body: bytes) -> bytes:
    """Return `body` with each run of blanks before its root as one: feedparser's patterns are quadratic there."""
    head = prolog(body)
    short = _BLANKS.sub(lambda run: b"\n" if b"\n" in run[0] else b" ", head)
    return short + body[len(head) :]


def _words(error: Exception) -> str:
    if not isinstance(error, SAXParseException):
        return clean_line(str(error), 120) or "malformed"
    return clean_line(f"line {error.getLineNumber()}: {error.getMessage()}", 120)
