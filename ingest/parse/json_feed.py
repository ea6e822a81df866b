"""JSON Feed 1.0 and 1.1 (jsonfeed.org), with the standard library; feedparser 6 does not read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ingest.errors import NotAFeedError, ParseError
from ingest.model import Article, Fetched, Parsed
from ingest.parse.article import Draft, build_article, language_tag
from ingest.parse.characters import clean_line
from ingest.parse.encoding import decode
from ingest.parse.limits import DOCUMENT_BYTES, ENTRIES, TITLE_CHARACTERS
from ingest.parse.markup import text_of_html, text_of_line
from ingest.parse.sniffing import form_of
from ingest.parse.urls import web_url

_ITEMS: Final = re.compile(r'"items"\s*:\s*\[')
_BETWEEN_ITEMS: Final = re.compile(r"[\s,]*")
_VERSION: Final = re.compile(r"jsonfeed\.org/version/(1(?:\.\d)?)")
#: Numbers stay as printed: an id such as 10^30 is an identifier, and none is computed with.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=lambda _: None)


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is a JSON Feed; any JSON that the user calls a feed is tried."""
    if fetched.source.kind in ("opml", "page"):
        return 0
    form = form_of(fetched)
    if form == "json_feed":
        return 90
    return 70 if form == "json" and fetched.source.kind == "feed" else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the items of a JSON Feed; an item that is none is skipped with a note.

    `next_url` and `hubs` are never followed. Raises NotAFeedError for JSON of another kind, ParseError
    for what is no JSON and holds no whole item.
    """
    if len(fetched.body) > DOCUMENT_BYTES:
        raise ParseError(f"the feed is larger than {DOCUMENT_BYTES >> 20} MB", source=fetched.url)
    feed, notes, is_cut_off = _load(fetched)
    items = feed.get("items")
    if not isinstance(items, list) or not (items or _version(feed) or feed.get("title")):
        raise NotAFeedError("JSON, but no JSON Feed: it has no list of items", source=fetched.url)
    language = language_tag(_string(feed, "language"))
    articles = tuple(_articles(items[:ENTRIES], fetched, language))
    skipped = min(len(items), ENTRIES) - len(articles)
    if skipped:
        notes += (f"items skipped for want of words, address and identifier: {skipped}",)
    if len(items) > ENTRIES:
        notes += (f"{len(items)} items; only the first {ENTRIES} were kept",)
    return Parsed(
        articles=articles,
        format="json" + (_version(feed) or "").replace(".", ""),
        title=clean_line(_string(feed, "title") or "", TITLE_CHARACTERS) or None,
        home_url=web_url(_string(feed, "home_page_url"), fetched.url),
        language=language,
        notes=notes,
        is_cut_off=is_cut_off,
    )


def _load(fetched: Fetched) -> tuple[Mapping[str, Any], tuple[str, ...], bool]:
    """Return the feed, a note of what was repaired, and whether it breaks off before its end."""
    text = decode(fetched.body, fetched.headers.get("content-type", "")).lstrip("\ufeff \t\r\n")
    try:
        feed, end = _DECODER.raw_decode(text)
    except json.JSONDecodeError as error:
        salvaged = list(_salvaged(text))
        if not salvaged:
            raise ParseError(f"not valid JSON: {error}", source=fetched.url) from error
        note = f"not valid JSON ({error}); whole items salvaged: {len(salvaged)}"
        return {"items": salvaged, "version": text[:200]}, (note,), True
    except (RecursionError, ValueError) as error:
        raise ParseError(
            "JSON nested too deeply or with a number too long", source=fetched.url
        ) from error
    if not isinstance(feed, dict):
        raise NotAFeedError("JSON, but no JSON Feed: it is no object", source=fetched.url)
    notes = ("what follows the feed was ignored",) if text[end:].strip() else ()
    return feed, notes, False


def _salvaged(text: str) -> Iterator[object]:
    """Yield the whole items of a feed that breaks off or has an error further on."""
    start = _ITEMS.search(text)
    position = start.end() if start else len(text)
    while position < len(text):
        between = _BETWEEN_ITEMS.match(text, position)
        position = between.end() if between else position
        try:
            item, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield item


def _articles(items: list[object], fetched: Fetched, language: str | None) -> Iterator[Article]:
    for item in items:
        if isinstance(item, dict):
            article = build_article(_draft(item, fetched.url, language), fetched.source)
            if article is not None:
                yield article


def _draft(item: Mapping[str, Any], base: str, language: str | None) -> Draft:
    tags = item.get("tags")
    return Draft(
        title=text_of_line(_string(item, "title") or ""),
        body=_body(item),
        guid=_string(item, "id"),
        url=web_url(_string(item, "url"), base) or web_url(_string(item, "external_url"), base),
        published_texts=tuple(
            text for key in ("date_published", "date_modified") if (text := _string(item, key))
        ),
        updated_text=_string(item, "date_modified"),
        author=_author(item),
        language=_string(item, "language") or language,
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _body(item: Mapping[str, Any]) -> str:
    """Return the longest of the item's HTML, its text and its summary, as text."""
    markup = _string(item, "content_html")
    texts = (
        text_of_html(markup) if markup else "",
        _string(item, "content_text") or "",
        _string(item, "summary") or "",
    )
    return max(texts, key=len)


def _author(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    names = [_string(person, "name") for person in people if isinstance(person, dict)]
    return ", ".join(name for name in names if name) or None


def _version(feed: Mapping[str, Any]) -> str | None:
    found = _VERSION.search(_string(feed, "version") or "")
    return found[1] if found else None


def _string(element: Mapping[str, Any], key: str) -> str | None:
    value = element.get(key)
    return value.strip() or None if isinstance(value, str) else None
