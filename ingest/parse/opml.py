"""OPML lists of feeds, also those that are not well-formed: each outline with an address is a source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from ingest.errors import ParseError
from ingest.model import Fetched, Parsed, Source
from ingest.parse.characters import clean_line
from ingest.parse.feed_repair import repaired
from ingest.parse.limits import ENTRIES, FIELD_CHARACTERS, TITLE_CHARACTERS
from ingest.parse.sniffing import CALLED, form_of
from ingest.parse.urls import NotAWebAddress, address_key
from ingest.parse.xml_guard import check_xml

_REFERENCE: Final = re.compile(r"&(#?[A-Za-z0-9]{1,32};)?")
#: The references that XML knows; every other "&" is a bare one or HTML's.
_XML_REFERENCE: Final = re.compile(r"#[0-9]{1,7};|#x[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);")
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
    body, notes = repaired(fetched.body, fetched.headers.get("content-type", ""))
    check_xml(body, fetched.url)
    root = _tree(_REFERENCE.sub(_mended, body.decode("utf-8")).encode("utf-8"))
    if root is None or _name(root) != "opml":
        called = CALLED[form_of(fetched)]
        raise ParseError(f"not an OPML list: it is {called}", source=fetched.url)
    outlines = list(_outlines(root))
    listed = [source for said in outlines if (source := _source(said, fetched.source))]
    sources = {source.key: source for source in reversed(listed)}
    if not sources:
        raise ParseError("the OPML list names no feed", source=fetched.url)
    if len(listed) < len(outlines):
        notes += (f"{len(outlines) - len(listed)} outlines without a web address were skipped",)
    if len(sources) > ENTRIES:
        notes += (f"{len(sources)} feeds; only the first {ENTRIES} were kept",)
    title = next((node.text for node in root.iter() if _name(node) == "title" and node.text), "")
    return Parsed(
        (),
        "opml",
        title=clean_line(title, TITLE_CHARACTERS) or None,
        sources=tuple(reversed(sources.values()))[:ENTRIES],
        notes=notes,
    )


def _tree(body: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return None


def _mended(found: re.Match[str]) -> str:
    """Return a reference that XML knows as it is, HTML's as their character, a bare "&" as "&amp;".

    A recovering parser would drop what follows a bare one, most often a parameter of an address.
    """
    reference = found[1]
    if not reference:
        return "&amp;"
    if _XML_REFERENCE.fullmatch(reference):
        return found[0]
    character = html.unescape(found[0])
    return character if character != found[0] else "&amp;" + reference


def _outlines(root: Any) -> Iterator[dict[str, str]]:
    """Yield the attributes, by lower-cased name, of each outline that stands for a feed."""
    for node in root.iter():
        if _name(node) == "outline":
            said = {str(name).lower(): str(value).strip() for name, value in node.attrib.items()}
            if said.get("xmlurl") or (said.get("type") == "rss" and said.get("url")):
                yield said


def _source(said: dict[str, str], listed_in: Source) -> Source | None:
    location = _FEED_SCHEME.sub(_web_scheme, said.get("xmlurl") or said["url"], count=1)
    try:
        key = address_key(location)
    except NotAWebAddress:
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
