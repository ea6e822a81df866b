"""BibTeX: the article that tells of an event, for LaTeX (biber or a UTF-8 BibTeX).

BibTeX counts braces even where TeX escapes them, so braces in a text become commands that have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from datasette_timeline.exports.csljson import note
from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow, FeedMeta, one_line, parse_day

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)

#: BibTeX's own names for months; written bare, a style prints them in its language.
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)


def entry(event: EventRow) -> str:
    """Return one @article entry; what is not known has no field."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(event))
    return f"@article{{{key(event)},\n{fields}\n}}\n"


def key(event: EventRow) -> str:
    """Return an ASCII citation key made of the slug."""
    ascii_slug = re.sub(r"[^A-Za-z0-9-]+", "-", event.slug).strip("-")
    if ascii_slug and ascii_slug == event.slug:
        return ascii_slug
    return f"{ascii_slug}-{str(event.uuid)[:8]}".strip("-")


def escape(text: str) -> str:
    """Return text that TeX prints as it is."""
    return one_line(text).translate(_ESCAPES)


def _fields(event: EventRow) -> Iterator[tuple[str, str]]:
    published = parse_day(event.article_published_on)
    archived = event.archived_at
    yield "title", f"{{{{{escape(event.article_title or event.title)}}}}}"
    if event.article_author:
        yield "author", f"{{{{{escape(event.article_author)}}}}}"
    yield "journal", f"{{{escape(event.publisher)}}}"
    if published:
        yield "year", f"{{{published.year:04}}}"
        yield "month", _MONTHS[published.month - 1]
        yield "day", f"{{{published.day}}}"
    yield "url", f"{{{event.article_url or event.permalink}}}"
    if archived:
        yield "urldate", f"{{{archived.date().isoformat()}}}"
    yield "note", f"{{{escape(note(event))}}}"


def _item(event: EventRow, _meta: FeedMeta) -> str:
    return entry(event) + "\n"


FORMATS: Final = (
    Format(
        extension="bib",
        name="BibTeX",
        purpose="for LaTeX",
        media_type="application/x-bibtex; charset=utf-8",
        open=Document(item=_item).open,
        columns=("slug", "title", "quote", "publisher", "permalink"),
    ),
)
