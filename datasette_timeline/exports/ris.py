"""RIS: the article that tells of an event, for EndNote, Mendeley, Zotero and kin.

A record begins with TY and ends with ER; a tag is two characters, two spaces, a hyphen and a space, and
a line ends with CRLF (Research Information Systems format specification, 2011).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from datasette_timeline.exports.csljson import note
from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow, FeedMeta, one_line, parse_day


def record(event: EventRow) -> str:
    """Return one RIS record; what is not known has no line."""
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _fields(event))


def _fields(event: EventRow) -> Iterator[tuple[str, str]]:
    published = parse_day(event.article_published_on)
    archived = event.archived_at
    yield "TY", "NEWS"
    yield "ID", event.slug
    yield "TI", event.article_title or event.title
    if event.article_author:
        yield "AU", event.article_author
    yield "T2", event.publisher
    if published:
        yield "PY", f"{published.year:04}"
        yield "DA", f"{published:%Y/%m/%d/}".zfill(11)
    yield "UR", event.article_url or event.permalink
    if archived:
        yield "Y2", f"{archived:%Y/%m/%d/}".zfill(11)
    if event.article_language:
        yield "LA", event.article_language
    yield "AB", event.quote
    yield "N1", note(event)
    yield "ER", ""


def _item(event: EventRow, _meta: FeedMeta) -> str:
    return record(event) + "\r\n"


FORMATS: Final = (
    Format(
        extension="ris",
        name="RIS",
        purpose="for EndNote, Mendeley and other reference managers",
        media_type="application/x-research-info-systems; charset=utf-8",
        open=Document(item=_item).open,
        columns=("slug", "title", "quote", "publisher", "permalink"),
    ),
)
