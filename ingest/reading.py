"""Reads documents without keeping anything: what `dateline read` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ingest.cage import Cage
from ingest.extract import Extraction
from ingest.extract.when import TimeExpression, explain
from ingest.fetch import files
from ingest.model import Article, Fetched, Genre, Published, Revision, Source

__all__ = ["Reading", "TimeExpression", "Wanted", "explain", "expressions", "mentions"]

_PARSE: Final = "ingest.parse:parse"
_EXTRACT: Final = "ingest.extract.installed:extract"
_FIND: Final = "ingest.extract.when:find"
#: Suffixes of files whose own characters the offsets of time expressions count.
_PLAIN_SUFFIXES: Final = frozenset({".txt", ".text", ""})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says about a document."""

    published: Published = None
    genre: Genre | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article of the document, and what was found in it."""

    article: Article
    extraction: Extraction


def mentions(location: str, data: bytes | None, wanted: Wanted) -> Iterator[Reading]:
    """Yield each article that a file (or `data`, from standard input) holds with its dated mentions.

    Raises FetchError where the file cannot be read and ParseError where it is nothing we can read.
    """
    with Cage(jobs=1) as cage:
        for number, article in enumerate(_articles(cage, location, data, wanted), 1):
            yield Reading(article, cage.run(_EXTRACT, _revision(article, number)))


def expressions(
    location: str, data: bytes | None, wanted: Wanted
) -> Iterator[tuple[Article, list[TimeExpression]]]:
    """Yield each article with every time expression of its text, in text order.

    The text of a plain file is the file's own, so that offsets count its characters.
    """
    with Cage(jobs=1) as cage:
        if Path(location.lower().removesuffix(".gz")).suffix in _PLAIN_SUFFIXES:
            text = _body(location, data, wanted).body.decode("utf-8-sig", "replace")
            articles = [Article(None, None, location, text, wanted.published)]
        else:
            articles = _articles(cage, location, data, wanted)
        for article in articles:
            yield article, cage.run(_FIND, article.text, article.published)


def _articles(cage: Cage, location: str, data: bytes | None, wanted: Wanted) -> list[Article]:
    parsed = cage.run(_PARSE, _body(location, data, wanted))
    return [
        replace(
            article,
            published=wanted.published or article.published,
            genre=wanted.genre or article.genre,
        )
        for article in parsed.articles
    ]


def _body(location: str, data: bytes | None, wanted: Wanted) -> Fetched:
    source = Source(
        key=location,
        location=location if data is None else "standard-input.txt",
        kind="document",
        published=wanted.published,
        genre=wanted.genre,
    )
    now = datetime.now(UTC)
    if data is not None:
        return Fetched(source, source.location, now, 200, data)
    return files.read(source, now)


def _revision(article: Article, number: int) -> Revision:
    return Revision(
        id=number,
        article_id=number,
        article_key=article.url or article.guid or str(number),
        number=1,
        seen_at=datetime.now(UTC),
        sha256="",
        article=article,
        source_key="",
        publisher=article.publisher or "",
    )
