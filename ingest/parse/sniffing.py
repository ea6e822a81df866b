"""Tells what bytes are by looking at them: the first element or character, then the name and the header."""

from __future__ import annotations

import re
from typing import Final, Literal
from urllib.parse import urlsplit

from ingest.model import Fetched
from ingest.parse.documents import suffix_of
from ingest.parse.encoding import marked_encoding
from ingest.parse.xml_guard import prolog

Form = Literal[
    "empty", "feed", "json_feed", "opml", "sitemap", "svg", "html", "xml", "json", "json_lines",
    "markdown", "text", "binary",
]  # fmt: skip

#: What a user reads where a feed was expected.
CALLED: Final[dict[Form, str]] = {
    "empty": "nothing at all", "feed": "a feed", "json_feed": "a JSON Feed", "opml": "an OPML list",
    "sitemap": "a sitemap", "svg": "a picture (SVG)", "html": "a web page", "xml": "another kind of XML",
    "json": "JSON of another kind", "json_lines": "JSON Lines", "markdown": "a Markdown text",
    "text": "plain text", "binary": "no text but binary data",
}  # fmt: skip

_SUFFIXES: Final[dict[str, Form]] = {
    ".md": "markdown", ".markdown": "markdown", ".jsonl": "json_lines", ".ndjson": "json_lines",
    ".htm": "html", ".html": "html", ".xhtml": "html", ".opml": "opml", ".txt": "text", ".text": "text",
}  # fmt: skip
_MEDIA_TYPES: Final[dict[str, Form]] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown",
    "application/feed+json": "json_feed", "application/x-ndjson": "json_lines",
    "application/jsonl": "json_lines", "text/x-opml": "opml", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/rdf+xml": "feed",
}  # fmt: skip
_ROOTS: Final[dict[bytes, Form]] = {
    b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"channel": "feed", b"html": "html",
    b"head": "html", b"body": "html", b"opml": "opml", b"urlset": "sitemap",
    b"sitemapindex": "sitemap", b"svg": "svg",
}  # fmt: skip

#: A feed may follow a server's warnings, but not far down.
_HEAD_BYTES: Final = 65_536
_ROOT_NAME: Final = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_FEED_ELEMENT: Final = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_HTML_TAG: Final = re.compile(
    rb"<(?:!doctype html|html|head|body|div|p|article|h1|title|br|span)\b", re.IGNORECASE
)
#: Bytes that no text holds: C0 other than tab, line ends, form feed and escape.
_BINARY: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MAGIC: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"SQLite format 3\0",
)


def form_of(fetched: Fetched) -> Form:
    """Return what the body is; content decides, the file's name and the media type where it cannot."""
    head = _plain_head(fetched.body)
    if not head.strip():
        return "empty"
    if head.startswith(_MAGIC):
        return "binary"
    named = _named_form(fetched)
    start = head.lstrip()[:1]
    if start in (b"{", b"["):
        return _json_form(head, named)
    return (_xml_form(head) if start == b"<" else None) or _text_form(head, named)


def _plain_head(body: bytes) -> bytes:
    """Return the beginning in an encoding that extends ASCII, without a byte order mark."""
    head = body[:_HEAD_BYTES]
    name, mark = marked_encoding(head)
    return head[mark:].decode(name, "replace").encode("utf-8") if name else head


def _text_form(head: bytes, named: Form | None) -> Form:
    """Return the form of what begins neither like XML nor like JSON."""
    if len(_BINARY.findall(head)) > len(head) // 200:
        return "binary"
    if named in ("markdown", "text", "json_lines"):
        return named
    if _FEED_ELEMENT.search(head):
        return "feed"
    if named in ("html", "opml") or _HTML_TAG.search(head[:1024]):
        return named or "html"
    return "text"


def _named_form(fetched: Fetched) -> Form | None:
    media_type = fetched.headers.get("content-type", "").partition(";")[0].strip().lower()
    if fetched.source.is_remote:
        path = urlsplit(fetched.url).path if "://" in fetched.url else fetched.url
    else:
        path = fetched.source.location
    by_suffix = _SUFFIXES.get(suffix_of(path))
    return _MEDIA_TYPES.get(media_type) or by_suffix


def _json_form(head: bytes, named: Form | None) -> Form:
    if named in ("json_lines", "markdown", "text"):
        return named
    if named == "json_feed" or b"jsonfeed.org/version" in head or b"jsonfeed.org\\/version" in head:
        return "json_feed"
    if head.lstrip()[:1] == b"{" and re.search(rb'"items"\s*:', head):
        return "json_feed"
    return "json"


def _xml_form(head: bytes) -> Form | None:
    before = prolog(head)
    root = _ROOT_NAME.match(head, len(before))
    name = root[1].lower() if root else b""
    if (form := _ROOTS.get(name)) is not None:
        return form
    if _FEED_ELEMENT.search(head):
        return "feed"
    if _HTML_TAG.search(before) or _HTML_TAG.match(head, len(before)):
        return "html"
    return "xml" if before.lstrip().startswith(b"<?xml") else None
