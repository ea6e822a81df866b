"""JSON Lines: one article an object a line, with the fields that docs/sources.md names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from ingest.errors import ParseError
from ingest.model import Article, Fetched, Parsed
from ingest.parse.article import Draft, build_article
from ingest.parse.encoding import decode
from ingest.parse.limits import ENTRIES
from ingest.parse.sniffing import form_of
from ingest.parse.urls import web_url

#: Bad lines that get a note each; the rest are counted.
_NOTES: Final = 20
#: Numbers stay as printed: none is computed with, and a date may be given in seconds since 1970.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=lambda _: None)


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is JSON Lines: by its name or media type."""
    return 80 if form_of(fetched) == "json_lines" and fetched.source.kind != "opml" else 0


def parse(fetched: Fetched) -> Parsed:
    """Return an article for each line; a line that is none costs that line, with a note that numbers it.

    Fields: `title`, `text`, `url`, `published`, `publisher`, `genre`, `author`, `language`, `guid`; `title`
    or `text` is needed. Raises ParseError if no line can be used.
    """
    articles: list[Article] = []
    bad: list[str] = []
    lines = decode(fetched.body, fetched.headers.get("content-type", "")).split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(articles) >= ENTRIES:
            bad.append(f"line {number} and after: only the first {ENTRIES} articles were kept")
            break
        try:
            articles.append(_article(line, fetched))
        except (ValueError, RecursionError) as error:
            bad.append(f"line {number}: {error if isinstance(error, ValueError) else 'too deep'}")
    if not articles:
        reason = bad[0] if bad else "it is empty"
        raise ParseError(f"no article in it ({reason})", source=fetched.url)
    notes = tuple(bad[:_NOTES])
    if len(bad) > _NOTES:
        notes += (f"further lines skipped: {len(bad) - _NOTES}",)
    return Parsed(tuple(articles), "jsonl", notes=notes)


def _article(line: str, fetched: Fetched) -> Article:
    """Return the article of one line; raises ValueError with the reason if it is none."""
    try:
        found = _DECODER.decode(line.strip("\ufeff \t\r"))
    except json.JSONDecodeError as error:
        raise ValueError(f"not valid JSON ({error.msg} at character {error.pos + 1})") from error
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - one kind of error for a bad line
    article = build_article(_draft(found), fetched.source)
    if article is None:
        raise ValueError("it has neither title nor text")
    return article


def _draft(fields: Mapping[str, object]) -> Draft:
    def said(name: str) -> str | None:
        value = fields.get(name)
        return value if isinstance(value, str) else None

    published = said("published")
    return Draft(
        title=said("title") or "",
        body=said("text") or "",
        guid=said("guid"),
        url=web_url(said("url")),
        published_texts=(published,) if published else (),
        author=said("author"),
        publisher=said("publisher"),
        genre=said("genre"),
        language=said("language"),
    )
