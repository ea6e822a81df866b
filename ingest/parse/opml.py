"""OPML lists of feeds, also those that are not well-formed: each outline with an address is a source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

from ingest.errors import ParseError
from ingest.model import Fetched, Parsed, Source
from ingest.parse.characters import clean_line
from ingest.parse.feed_repair import repaired
from ingest.parse.limits import ENTRIES, FIELD_CHARACTERS, TITLE_CHARACTERS, URL_CHARACTERS
from ingest.parse.sniffing import CALLED, form_of
from ingest.parse.urls import address_key
from ingest.parse.xml_guard import check_xml

#: An attribute of an outline in a list that is not well-formed: its value ends at the quote before the
#: next attribute or the end of the tag, since many hold unescaped quotes and whole HTML elements.
_ATTRIBUTE: Final = re.compile(
    rf"""\b(xmlUrl|url|type|title|text)\s*=\s*(["'])(.{{0,{URL_CHARACTERS}}}?)\2(?=\s+[\w:.-]+\s*=\s*["']|\s*/?>|\s*$)""",
    re.IGNORECASE | re.DOTALL,
)
_OUTLINE: Final = re.compile(r"<outline\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ROOT: Final = re.compile(r"<opml\b", re.IGNORECASE)
#: "feed://example.org/rss" and "feed:https://..." are how browsers once called a feed reader.
_FEED_SCHEME: Final = re.compile(r"feed:(?://)?(?=https?:)|feed(?=://)", re.IGNORECASE)


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is an OPML list."""
    if fetched.source.kind == "opml":
        return 95
    return 90 if form_of(fetched) == "opml" and fetched.source.kind != "feed" else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the feeds of a list, nested ones too, each once, as sources.

    Raises ParseError if it is no list or names no feed.
    """
    body, repairs = repaired(fetched.body, fetched.headers.get("content-type", ""))
    check_xml(body, fetched.url)
    read = _read(body)
    if read is None:
        form = form_of(fetched)
        # Called a list by its name alone, or cut off within its first tag.
        fault = "it has no element <opml>" if form == "opml" else f"it is {CALLED[form]}"
        raise ParseError(f"not an OPML list: {fault}", source=fetched.url)
    title, outlines, salvage = read
    notes = repairs + salvage
    listed = [source for said in outlines if (source := _source(said, fetched))]
    sources = {source.key: source for source in reversed(listed)}
    if not sources:
        raise ParseError("the OPML list names no feed", source=fetched.url)
    if len(listed) < len(outlines):
        notes += (f"outlines without a web address, skipped: {len(outlines) - len(listed)}",)
    if len(sources) > ENTRIES:
        notes += (f"{len(sources)} feeds; only the first {ENTRIES} were kept",)
    return Parsed(
        (),
        "opml",
        title=clean_line(title, TITLE_CHARACTERS) or None,
        sources=tuple(reversed(sources.values()))[:ENTRIES],
        notes=notes,
    )


def _read(body: bytes) -> tuple[str, list[dict[str, str]], tuple[str, ...]] | None:
    """Return a list's title, its outlines that stand for feeds, and a note of salvage; None if it is no list."""
    root = _tree(body)
    if root is not None and _name(root) == "opml":
        title = next((node.text for node in root.iter() if _name(node) == "title"), "")
        return title or "", list(_outlines(root)), ()
    text = body.decode("utf-8")
    if root is not None or not _ROOT.search(text):
        return None
    outlines = list(_salvaged(text))
    return "", outlines, (f"not well-formed XML; outlines salvaged: {len(outlines)}",)


def _tree(body: bytes) -> Any:
    """Return the root of a well-formed list, else None."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return None


def _salvaged(text: str) -> Iterator[dict[str, str]]:
    """Yield what `_outlines` would, from a list that is not well-formed."""
    for tag in _OUTLINE.split(_COMMENT.sub("", text))[1:]:
        found = {name.lower(): value for name, _, value in reversed(_ATTRIBUTE.findall(tag))}
        said = {name: html.unescape(value).strip() for name, value in found.items()}
        if _is_feed(said):
            yield said


def _outlines(root: Any) -> Iterator[dict[str, str]]:
    """Yield the attributes, by lower-cased name, of each outline that stands for a feed."""
    for node in root.iter():
        if _name(node) == "outline":
            said = {str(name).lower(): str(value).strip() for name, value in node.attrib.items()}
            if _is_feed(said):
                yield said


def _is_feed(said: dict[str, str]) -> bool:
    return bool(said.get("xmlurl") or (said.get("type") == "rss" and said.get("url")))


def _source(said: dict[str, str], fetched: Fetched) -> Source | None:
    """Return the feed of an outline; its address may be relative to that of a list from the web."""
    listed_in = fetched.source
    location = _FEED_SCHEME.sub(_web_scheme, said.get("xmlurl") or said["url"], count=1)
    try:
        if listed_in.is_remote and "://" not in location:
            location = urljoin(fetched.url, location)
        key = address_key(location)
    except ValueError:
        return None
    title = clean_line(said.get("title") or said.get("text") or "", FIELD_CHARACTERS)
    return Source(
        key=key,
        location=location,
        kind="feed",
        title=title or None,
        genre=listed_in.genre,
        language=listed_in.language,
    )


def _web_scheme(found: re.Match[str]) -> str:
    return "" if found[0].endswith((":", "/")) else "http"


def _name(node: Any) -> str:
    """Return an element's name in lower case without its namespace, "" for comments and the like."""
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
