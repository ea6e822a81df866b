"""Feeds in XML: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF, through feedparser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ingest.errors import NotAFeedError, ParseError
from ingest.model import Article, Fetched, Parsed
from ingest.parse.article import Draft, build_article, language_tag
from ingest.parse.autodiscovery import feed_links
from ingest.parse.characters import clean_line, clean_text
from ingest.parse.feed_repair import is_cut_off, repaired
from ingest.parse.feed_schedule import read_schedule
from ingest.parse.limits import DOCUMENT_BYTES, ENTRIES, PERSON_CHARACTERS, TAGS, TITLE_CHARACTERS
from ingest.parse.markup import text_of_line, words_of_html
from ingest.parse.sniffing import CALLED, form_of
from ingest.parse.urls import web_url
from ingest.parse.xml_guard import check_xml

if TYPE_CHECKING:
    from ingest.parse.bounded_feedparser import Reading

#: What feedparser raises on malformed input in spite of its promise never to.
_PARSER_FAULTS: Final = (
    AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
#: Where a format puts the date of publication. "updated" comes last: it holds RSS's dc:date, and in
#: Atom, which requires it, the only date that most entries have.
_PUBLICATION_KEYS: Final = ("published", "created", "updated")
_ADDRESS: Final = re.compile(r"(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?")


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is an XML feed; any source that the user calls a feed is tried."""
    if fetched.source.kind in ("opml", "page"):
        return 0
    form = form_of(fetched)
    if form == "feed":
        return 90
    return 60 if fetched.source.kind == "feed" and form != "json_feed" else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the entries of a feed, in its order; what is broken costs an entry or a field, with a note.

    Raises NotAFeedError where another kind of document came (with the feeds that a web page links to),
    ParseError where it is an attack or nothing of it can be read.
    """
    source = fetched.url
    if len(fetched.body) > DOCUMENT_BYTES:
        check_xml(fetched.body, source)
    body, notes = repaired(fetched.body, fetched.headers.get("content-type", ""))
    check_xml(body, source)
    found = _read(body, fetched.url)
    entries = found.entries
    if found.is_exhausted and not entries:
        raise ParseError("too much markup before the first entry ends", source=source)
    if not entries and not (found.version or dict.get(found.channel, "title")):
        raise _not_a_feed(fetched)
    cut_off = bool(found.error) and is_cut_off(body)
    if cut_off:
        entries = entries[:-1]
        notes += ("the feed ends in the middle of an entry, which was left out",)
        if not entries:
            raise ParseError("the feed is cut off before its first entry ends", source=source)
    elif found.error:
        notes += (f"not well-formed XML ({found.error}); entries salvaged: {len(entries)}",)
    if found.is_exhausted and len(entries) < ENTRIES:
        notes += (f"too much markup; only the first {len(entries)} entries were read",)
    return replace(_parsed(fetched, found, entries, body, notes), is_cut_off=cut_off)


def _read(body: bytes, source: str) -> Reading:
    from ingest.parse import judged_feed

    try:
        return judged_feed.read(body, lambda entry: _draft(entry, source, None))
    except _PARSER_FAULTS as error:
        reason = clean_line(str(error), 100) or type(error).__name__
        raise ParseError(f"the feed cannot be read: {reason}", source=source) from error


def _parsed(
    fetched: Fetched,
    found: Reading,
    entries: list[dict[str, Any]],
    body: bytes,
    notes: tuple[str, ...],
) -> Parsed:
    channel = found.channel
    language = language_tag(_text(channel, "language"))
    articles, dropped = _articles(fetched, entries[:ENTRIES], language)
    if dropped:
        notes += (f"entries skipped for want of words, address and identifier: {dropped}",)
    if len(entries) > ENTRIES or (found.is_exhausted and len(entries) == ENTRIES):
        notes += (f"more than {ENTRIES} entries; only the first {ENTRIES} were kept",)
    schedule = read_schedule(body, channel)
    return Parsed(
        articles=articles,
        format=found.version or "feed",
        title=clean_line(_words(channel, "title"), TITLE_CHARACTERS) or None,
        home_url=web_url(_text(channel, "link"), fetched.url),
        language=language,
        notes=notes,
        ttl_minutes=schedule.ttl_minutes,
        skip_hours=schedule.skip_hours,
        skip_days=schedule.skip_days,
    )


def _articles(
    fetched: Fetched, entries: list[dict[str, Any]], language: str | None
) -> tuple[tuple[Article, ...], int]:
    kept = []
    for entry in entries:
        article = build_article(_draft(entry, fetched.url, language), fetched.source)
        if article is not None:
            kept.append(article)
    return tuple(kept), len(entries) - len(kept)


def _draft(entry: dict[str, Any], base: str, language: str | None) -> Draft:
    published = tuple(text for key in _PUBLICATION_KEYS if (text := _text(entry, key)))
    return Draft(
        title=_words(entry, "title"),
        body=_body(entry),
        guid=_text(entry, "id"),
        url=_address(entry, base),
        published_texts=published,
        updated_text=_text(entry, "updated"),
        author=text_of_line(_author(entry)),
        origin=_source_title(entry),
        language=_entry_language(entry) or language,
        tags=tuple(
            text_of_line(term)
            for tag in (dict.get(entry, "tags") or ())[:TAGS]
            if isinstance(term := tag.get("label") or tag.get("term"), str)
        ),
    )


def _body(entry: dict[str, Any]) -> str:
    """Return the longer of content and summary as text: some feeds put a picture alone into content."""
    parts = [part for part in dict.get(entry, "content") or () if _is_readable(part.get("type"))]
    if not parts:
        return _words(entry, "summary")
    content = max((clean_text(_plain(part)) for part in parts), key=len)
    if len(content) >= len(_text(entry, "summary") or ""):
        return content
    return max(content, clean_text(_words(entry, "summary")), key=len)


def _words(element: dict[str, Any], key: str) -> str:
    """Return a text construct of `element` as plain text not yet cleaned, "" where it has none."""
    value = dict.get(element, key)
    detail = dict.get(element, f"{key}_detail")
    # feedparser keeps the outermost of several, but the detail of the last (a picture's title, say). And it
    # copies content that has no summary beside it there, markup and all, without a detail.
    if isinstance(detail, Mapping) and detail.get("value") == value:
        return _plain(detail)
    return words_of_html(value) if isinstance(value, str) else ""


def _plain(detail: Mapping[str, Any]) -> str:
    value = detail.get("value")
    if not isinstance(value, str):
        return ""
    return value if detail.get("type") == "text/plain" else words_of_html(value)


def _is_readable(media_type: object) -> bool:
    return media_type in (None, "", "text/plain", "text/html", "application/xhtml+xml", "text/xml")


def _address(entry: dict[str, Any], base: str) -> str | None:
    """Return the first web address among the original link, the link, its alternates and the guid."""
    candidates = [_text(entry, "feedburner_origlink"), _text(entry, "link")]
    candidates += [
        link.get("href")
        for link in dict.get(entry, "links") or ()
        if link.get("rel") == "alternate"
    ]
    for candidate in candidates:
        if isinstance(candidate, str) and (url := web_url(candidate, base)):
            return url
    return web_url(_text(entry, "id")) if dict.get(entry, "guidislink", True) else None


def _author(entry: dict[str, Any]) -> str:
    """Return the name of the author without the e-mail address, which RSS puts first; "" if there is none.

    From the text as printed: feedparser's own pattern cuts addresses with a long last part in two.
    """
    printed = (_text(entry, "author") or "")[:PERSON_CHARACTERS]
    return _ADDRESS.sub(" ", printed).strip(" ()<>[],;:\"'") if "@" in printed else printed


def _source_title(entry: dict[str, Any]) -> str | None:
    """Return the title of the feed that the entry was taken from (RSS and Atom `source`)."""
    source = dict.get(entry, "source")
    return _words(source, "title") or None if isinstance(source, dict) else None


def _entry_language(entry: dict[str, Any]) -> str | None:
    for key in ("title_detail", "summary_detail"):
        detail = dict.get(entry, key)
        if isinstance(detail, Mapping) and isinstance(language := detail.get("language"), str):
            return language
    return None


def _text(element: dict[str, Any], key: str) -> str | None:
    # dict.get, because feedparser's own get answers "updated" with "published" and warns.
    value = dict.get(element, key)
    return value.strip() or None if isinstance(value, str) else None


def _not_a_feed(fetched: Fetched) -> NotAFeedError:
    form = form_of(fetched)
    if form == "html":
        links = feed_links(fetched.body, fetched.url, fetched.headers.get("content-type", ""))
        hint = f"; it links to {links[0]}" if links else ", and it links to none"
        return NotAFeedError(f"a web page, not a feed{hint}", source=fetched.url, feed_links=links)
    called = "XML without any entry" if form == "feed" else CALLED[form]
    return NotAFeedError(f"not a feed: the answer is {called}", source=fetched.url)
